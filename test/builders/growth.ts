// How the time of a piece of work grows with its input: processor time of this thread, so that a busy machine does not count.

/** Processor time of the work (ms). */
export function cpuMs(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** What doubled input may cost more; twice as much is in proportion. */
const RATIO = 3;

/**
 * Measures the work at a size and at half of it, and again when it looks bad: what is in proportion looks good once in a few times.
 * @param floorMs work that costs less is not worth a look.
 * @returns the least ratio that was seen, and null when the work grows in proportion.
 */
export function excessiveGrowth(work: (size: number) => unknown, size: number, floorMs: number): { ratio: number; ms: number } | null {
  let least = { ratio: Infinity, ms: 0 };
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const ms = cpuMs(() => work(size));
    if (ms < floorMs) return null;
    const ratio = ms / cpuMs(() => work(size / 2));
    if (ratio <= RATIO) return null;
    if (ratio < least.ratio) least = { ratio, ms };
  }
  return least;
}
