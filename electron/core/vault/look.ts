// Looks what stands under a name, before each append: without another thread where the disk answers faster than that would take.
import type { Stats } from 'node:fs';

import { type Disk, isAbsent } from './disk.ts';

/** A disk that takes longer than this is far away, or busy: the program does not stand still for it (ms). */
const QUICK_MS = 1;
/** Looks through another thread before a slow disk is given another chance. */
const PATIENCE = 1000;

type Seen = Pick<Stats, 'ino' | 'size'>;

export class Look {
  readonly #disk: Disk;
  /** How many of the next looks go through another thread. The first always does: nothing is known of the disk yet. */
  #slow = 1;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** Number and size (bytes) of the file, null when there is none. @throws the operating system's error. */
  async at(file: string): Promise<Seen | null> {
    const before = performance.now();
    const quick = this.#slow === 0 ? this.#disk.atOnce : undefined;
    try {
      const seen = quick ? quick.stat(file) : await this.#disk.stat(file);
      if (quick && performance.now() - before > QUICK_MS) this.#slow = PATIENCE;
      else if (!quick && this.#slow > 0) this.#slow -= 1;
      return seen;
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  }
}
