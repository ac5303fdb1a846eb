// What this process has used so far: peak memory, bytes handed to write calls, how long its event loop stood still.
import { readFileSync } from 'node:fs';

const MEGABYTE = 1024 * 1024;

/**
 * Largest resident memory so far (MB). On Linux the process's own high-water mark: that of getrusage would begin at the size of the
 * process that started this one.
 */
export function peakMegabytes(): number {
  const own = procNumber('/proc/self/status', /^VmHWM:\s+(\d+) kB$/m);
  return (own ?? process.resourceUsage().maxRSS) / 1024;
}

/** Memory held now (MB). */
export function heldMegabytes(): number {
  return process.memoryUsage.rss() / MEGABYTE;
}

/**
 * Bytes that this process has handed to write calls so far, all threads; null where the system does not count them (only Linux does).
 * Holds the 8 bytes with which a thread wakes another: two or three times an edit.
 */
export function bytesWritten(): number | null {
  return procNumber('/proc/self/io', /^wchar: (\d+)$/m);
}

function procNumber(file: string, pattern: RegExp): number | null {
  try {
    const found = pattern.exec(readFileSync(file, 'utf8'))?.[1];
    return found === undefined ? null : Number(found);
  } catch {
    return null;
  }
}

export interface LoopDelay {
  /** Longest time between two turns of a 1 ms timer (ms): what a person would feel, other programs' load included. */
  wallMs: number;
  /** Processor time of this thread in the dearest such gap (ms): what this program itself did. Waiting for files is not in it. */
  cpuMs: number;
}

/** Watches the event loop from now on. Calling the answer ends it. */
export function watchLoop(): () => LoopDelay {
  const longest: LoopDelay = { wallMs: 0, cpuMs: 0 };
  let wall = performance.now();
  let cpu = threadCpuMs();
  const look = (): void => {
    const wallNow = performance.now();
    const cpuNow = threadCpuMs();
    longest.wallMs = Math.max(longest.wallMs, wallNow - wall);
    longest.cpuMs = Math.max(longest.cpuMs, cpuNow - cpu);
    wall = wallNow;
    cpu = cpuNow;
  };
  const timer = setInterval(look, 1);
  return () => {
    clearInterval(timer);
    look();
    return longest;
  };
}

function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
