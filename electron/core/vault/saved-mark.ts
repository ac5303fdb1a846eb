// A small file that says how far the study was saved: without it, whole lines that go missing at the end would leave no trace.
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

import { type Disk, FILE_MODE, writeAll } from './disk.ts';
import { Quickness } from './quickness.ts';
import { readOrNull } from './snapshot.ts';
import type { VaultFiles } from './vault-files.ts';

/** `{"seq":"000000000123","crc":"89abcdef"}` and a line feed: always as long, so that it is written over in place. */
const FORM = /^\{"seq":"(\d{12})","crc":"([0-9a-f]{8})"\}\n$/;

function formatMark(seq: number): Buffer {
  const digits = String(seq).padStart(12, '0');
  return Buffer.from(`{"seq":"${digits}","crc":"${crc32(digits).toString(16).padStart(8, '0')}"}\n`);
}

/**
 * The last change that is known to have been saved; 0 when nothing tells it. The mark is written after the journal is on the disk and never
 * flushed itself: after a power cut it may lag behind or be torn, but it never promises what was not saved.
 */
export async function readSavedMark(disk: Disk, files: Pick<VaultFiles, 'savedMark'>): Promise<number> {
  const bytes = await readOrNull(disk, files.savedMark).catch(() => null);
  const [, digits = '', crc] = FORM.exec(bytes?.toString('latin1') ?? '') ?? [];
  return digits !== '' && crc32(digits).toString(16).padStart(8, '0') === crc ? Number(digits) : 0;
}

export class SavedMark {
  readonly #disk: Disk;
  readonly #file: string;
  #handle: FileHandle | null = null;
  #wanted = 0;
  #writing: Promise<void> | null = null;
  /** Set while a mark that was noted waits for the loop to turn. */
  #waiting: NodeJS.Immediate | null = null;
  /** A disk that once took long is not waited for again. */
  readonly #quickness = new Quickness({ quickMs: 1, trial: 0, patience: Number.POSITIVE_INFINITY });

  constructor(disk: Disk, files: Pick<VaultFiles, 'savedMark'>) {
    this.#disk = disk;
    this.#file = files.savedMark;
  }

  /**
   * Notes that everything up to a change is on the disk. Returns at once; nobody waits for it, and a failure changes nothing. It is written once
   * whoever waits for the change has its answer: with a flush of 0.12 ms even an unflushed write is a twentieth of the whole.
   */
  note(seq: number): void {
    this.#wanted = seq;
    this.#waiting ??= setImmediate(() => this.#writeWanted());
  }

  #writeWanted(): void {
    this.#waiting = null;
    if (!this.#writing && this.#writeAtOnce(this.#wanted)) return;
    this.#writing ??= this.#write();
  }

  /** Unflushed, these bytes go no further than memory: quicker than waking another thread for them, unless the disk shows otherwise. */
  #writeAtOnce(seq: number): boolean {
    const { atOnce } = this.#disk;
    if (!atOnce || !this.#handle || !this.#quickness.askAtOnce) return false;
    const before = performance.now();
    try {
      atOnce.write(this.#handle.fd, formatMark(seq), 0);
    } catch {
      return false;
    }
    this.#quickness.note(performance.now() - before, true);
    return true;
  }

  async #write(): Promise<void> {
    try {
      this.#handle ??= await this.#disk.open(this.#file, constants.O_RDWR | constants.O_CREAT, FILE_MODE);
      for (let written = 0; written !== this.#wanted;) {
        written = this.#wanted;
        await writeAll(this.#handle, formatMark(written), 0);
      }
    } catch {
      // Without the mark the study is as safe as before; only the proof of its end is missing.
    } finally {
      // In the same breath as the last look: what is noted after it begins another writing.
      this.#writing = null;
    }
  }

  async close(): Promise<void> {
    if (this.#waiting) {
      clearImmediate(this.#waiting);
      this.#writeWanted();
    }
    await this.#writing;
    const handle = this.#handle;
    this.#handle = null;
    await handle?.close().catch(() => undefined);
  }
}

/** Puts the mark where a recovered study ends. @throws the operating system's error. */
export async function resetSavedMark(disk: Disk, files: Pick<VaultFiles, 'savedMark'>, seq: number): Promise<void> {
  const mark = new SavedMark(disk, files);
  await disk.rm(files.savedMark, { force: true });
  mark.note(seq);
  await mark.close();
}
