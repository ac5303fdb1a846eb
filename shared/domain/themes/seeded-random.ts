// A small random generator that gives the same numbers for the same seed on every machine.

export interface SeededRandom {
  /** The next number in [0, 1). */
  next(): number;
  /** A whole number in [0, limit). */
  below(limit: number): number;
  /** +1 or -1, each half of the time. */
  sign(): 1 | -1;
}

/**
 * Makes a generator (mulberry32: a 32-bit counter with a mixing step, period 2^32).
 * Good enough for starting points and samples, not for secrets.
 * @param seed any finite number; only its lower 32 bits count.
 */
export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    sign: () => (next() < 0.5 ? -1 : 1),
  };
}

/** Picks `count` different whole numbers from [0, total), ascending. All of them when there are no more than `count`. */
export function sampleIndexes(total: number, count: number, random: SeededRandom): Int32Array {
  const indexes = Int32Array.from({ length: total }, (_, index) => index);
  if (total <= count) return indexes;
  for (let place = 0; place < count; place += 1) {
    const other = place + random.below(total - place);
    const kept = indexes[place] ?? 0;
    indexes[place] = indexes[other] ?? 0;
    indexes[other] = kept;
  }
  return indexes.slice(0, count).sort();
}
