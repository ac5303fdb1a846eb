// Looks what stands under a name, before each append: without another thread where the disk answers faster than that would take.
import type { Stats } from 'node:fs';

import { type Disk, isAbsent } from './disk.ts';
import { Quickness } from './quickness.ts';

type Seen = Pick<Stats, 'ino' | 'size'>;

export class Look {
  readonly #disk: Disk;
  readonly #quickness = new Quickness({ quickMs: 1, trial: 1, patience: 20 });

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** Number and size (bytes) of the file, null when there is none. @throws the operating system's error. */
  async at(file: string): Promise<Seen | null> {
    const before = performance.now();
    const quick = this.#quickness.askAtOnce ? this.#disk.atOnce : undefined;
    try {
      const seen = quick ? quick.stat(file) : await this.#disk.stat(file);
      this.#quickness.note(performance.now() - before, quick !== undefined);
      return seen;
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  }
}
