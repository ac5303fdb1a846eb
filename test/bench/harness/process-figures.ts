// What this process has used so far: peak memory, bytes handed to write calls, how long its event loop stood still.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/**
 * Largest resident memory so far (MB). On Linux the process's own high-water mark: that of getrusage would begin at the size of the
 * process that started this one.
 */
export function peakMegabytes(): number {
  const own = procNumber('/proc/self/status', /^VmHWM:\s+(\d+) kB$/m);
  return (own ?? process.resourceUsage().maxRSS) / 1024;
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
  /** Longest time between two turns of a 1 ms timer (ms): what a person at this machine felt, other programs' load included. */
  wallMs: number;
  /** The longest such gap without the time in which the thread was ready and another program had its core (ms): what this program caused. */
  ownMs: number;
}

/** Watches the event loop of the main thread from now on. Calling the answer ends it. */
export function watchLoop(): () => LoopDelay {
  const longest: LoopDelay = { wallMs: 0, ownMs: 0 };
  const waited = openCoreWait();
  let wall = performance.now();
  let waiting = waited.ms();
  const look = (): void => {
    const wallNow = performance.now();
    const waitingNow = waited.ms();
    longest.wallMs = Math.max(longest.wallMs, wallNow - wall);
    longest.ownMs = Math.max(longest.ownMs, wallNow - wall - (waitingNow - waiting));
    wall = wallNow;
    waiting = waitingNow;
  };
  const timer = setInterval(look, 1);
  return () => {
    clearInterval(timer);
    look();
    waited.close();
    return longest;
  };
}

export interface CoreWait {
  /** So far (ms). */
  ms(): number;
  close(): void;
}

/** How long the main thread was ready to run while other programs had the cores: the second number of Linux's schedstat. 0 on other systems. */
export function openCoreWait(): CoreWait {
  const descriptor = openOrNull('/proc/self/schedstat');
  if (descriptor === null) return { ms: () => 0, close: () => undefined };
  const buffer = Buffer.alloc(64);
  return {
    ms: () => Number(buffer.toString('latin1', 0, readSync(descriptor, buffer, 0, buffer.length, 0)).split(' ')[1]) / 1e6,
    close: () => closeSync(descriptor),
  };
}

function openOrNull(file: string): number | null {
  try {
    return openSync(file, 'r');
  } catch {
    return null;
  }
}
