// Starts a program that works on a study, and passes on what it says.
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

import type { SeededRandom } from '#shared/domain/themes/seeded-random';

import type { WorkerLine } from './study-worker.ts';

const WORKER = path.join(import.meta.dirname, 'study-worker.ts');

export interface Worker {
  process: ChildProcess;
  /** Calls with each line from now on. */
  heard(take: (line: WorkerLine) => void): void;
}

/** @param version data version of the program. @param stays it never closes the study by itself. */
export function startWorker(folder: string, version: number, random: SeededRandom, stays = false): Worker {
  const seed = String(random.below(2 ** 31));
  const child = spawn(process.execPath, [WORKER, folder, seed, String(version), stays ? 'stays' : ''], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let pending = '';
  let take: (line: WorkerLine) => void = () => undefined;
  child.stdout.on('data', (bytes: Buffer) => {
    const lines = (pending + bytes.toString()).split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) take(JSON.parse(line) as WorkerLine);
  });
  return { process: child, heard: (listener) => (take = listener) };
}
