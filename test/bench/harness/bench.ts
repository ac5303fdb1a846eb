// What an operation measures with: its study, timed rounds with rivals beside them, bytes, peak memory, event loop delay.
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { nodeDisk } from '#core/vault/disk';
import { isoClock } from '#core/vault/iso-clock';
import { openVault } from '#core/vault/open-vault';
import type { Vault, VaultServices } from '#core/vault/vault';
import { makeId } from '#shared/lib/ids';

import { copyOfStudy } from '../study-cache.ts';
import type { MeasuredSize } from '../study-generator.ts';
import { bytesWritten, type LoopDelay, openCoreWait, peakMegabytes, watchLoop } from './process-figures.ts';

/** Series of the operation itself; every other series is a rival. */
export const OWN = 'own';

/** What one child process measured. */
export interface Samples {
  /** Times (ms) by series, without the time in which the main thread waited for a core that another program had. */
  times: Record<string, number[]>;
  /** The same by the clock. */
  clock: Record<string, number[]>;
  /** Bytes handed to write calls for one run of a series; null where they are not counted. */
  bytes: Record<string, number | null>;
  loop: LoopDelay[];
  /** Before any rival ran (MB). */
  peakMB: number;
  /** Other figures worth a line, by name. */
  notes: Record<string, number>;
  /** Rivals that could not run here, with the reason. */
  absent: string[];
}

export interface Operation {
  /** What is measured, as words for the table. */
  about: string;
  /** Child processes over which samples are gathered; 1 unless the first run of a process is what counts. */
  processes?(size: MeasuredSize): number;
  /** Before each process a process at size S runs too, as the rival `atS`: hours of different load cannot be compared. */
  besideS?: boolean;
  run(bench: Bench): Promise<void>;
}

/** Opens a vault and waits for every record of it: some may come in behind the first screen. */
export async function openWhole(folder: string, services: VaultServices): Promise<Vault> {
  const { vault } = await openVault(folder, services);
  if ('whole' in vault) await vault.whole;
  return vault;
}

export class Bench {
  readonly size: MeasuredSize;
  /** Number of this child process among those of the same operation and size. */
  readonly turn: number;
  readonly folder: string;
  readonly samples: Samples = { times: {}, clock: {}, bytes: {}, loop: [], peakMB: 0, notes: {}, absent: [] };
  readonly #study: string;
  readonly #coreWait = openCoreWait();
  #copies = 0;

  constructor(size: MeasuredSize, study: string, folder: string, turn: number) {
    this.size = size;
    this.turn = turn;
    this.folder = folder;
    this.#study = study;
  }

  /** The folder of a fresh copy of the study. */
  async copy(): Promise<string> {
    const folder = path.join(this.folder, `copy-${(this.#copies += 1)}.plumb`);
    await mkdir(folder, { recursive: true });
    await copyOfStudy(this.#study, folder);
    return folder;
  }

  /** The services of a real vault: real disk, real clock. */
  services(): VaultServices {
    return { disk: nodeDisk, now: isoClock(), newId: () => makeId(randomBytes), by: 'researcher' };
  }

  /** A fresh copy of the study, open. */
  async open(services: VaultServices = this.services()): Promise<Vault> {
    return openWhole(await this.copy(), services);
  }

  /** Runs once and adds its time to a series. */
  async time<T>(series: string, work: () => T | Promise<T>): Promise<T> {
    const waited = this.#coreWait.ms();
    const start = performance.now();
    const result = await work();
    const clock = performance.now() - start;
    (this.samples.times[series] ??= []).push(clock - (this.#coreWait.ms() - waited));
    (this.samples.clock[series] ??= []).push(clock);
    return result;
  }

  /** Runs once with an eye on the event loop. */
  async watch<T>(work: () => Promise<T>): Promise<T> {
    const stop = watchLoop();
    try {
      return await work();
    } finally {
      this.samples.loop.push(stop());
    }
  }

  /** Bytes that `runs` runs of a series hand to write calls, kept as bytes a run. */
  async countBytes<T>(series: string, runs: number, work: () => Promise<T>): Promise<T> {
    const before = bytesWritten();
    const result = await work();
    const after = bytesWritten();
    this.samples.bytes[series] = before === null || after === null ? null : Math.round((after - before) / runs);
    return result;
  }

  /** The highest memory so far belongs to the operation: called before the first rival. */
  markPeak(): void {
    this.samples.peakMB = peakMegabytes();
  }

  /** Runs rounds until the time is up, at least `least`, at most `most`. The garbage of a round is cleared before the next when asked. */
  async rounds(
    { least, most, budgetMs, clean = false }: { least: number; most: number; budgetMs: number; clean?: boolean },
    round: (index: number) => Promise<void>,
  ): Promise<void> {
    const end = performance.now() + budgetMs;
    for (let index = 0; index < most && (index < least || performance.now() < end); index += 1) {
      if (clean) globalThis.gc?.();
      await round(index);
    }
  }

  note(name: string, value: number): void {
    this.samples.notes[name] = value;
  }

  absent(rival: string, why: string): void {
    this.samples.absent.push(`${rival}: ${why}`);
  }
}
