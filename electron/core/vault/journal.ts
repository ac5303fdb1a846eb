// The journal file: appends lines and answers only when they are on the disk.
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';

import type { AppError } from '#shared/lib/app-error';

import { type Disk, diskError, FILE_MODE, makeFolder, syncFolder, writeAll } from './disk.ts';

export class Journal {
  readonly #disk: Disk;
  readonly #file: string;
  #handle: FileHandle | null = null;
  #length: number;
  #rotating: Promise<void> | null = null;
  /** Set when the file can no longer be trusted to take lines; every later append is refused with it. */
  #broken: AppError | null = null;

  /** @param length bytes of the file that hold good lines; a file that is longer is cut on the first append. */
  constructor(disk: Disk, file: string, length: number) {
    this.#disk = disk;
    this.#file = file;
    this.#length = length;
  }

  get length(): number {
    return this.#length;
  }

  get broken(): AppError | null {
    return this.#broken;
  }

  /**
   * Appends bytes (whole lines) and returns once they are durable.
   * @throws AppError('disk'): nothing was added (the file was cut back), or the journal is broken from now on.
   */
  async append(bytes: Buffer): Promise<void> {
    await this.#rotating;
    if (this.#broken) throw this.#broken;
    const handle = await this.#open();
    try {
      await writeAll(handle, bytes, this.#length);
    } catch (error) {
      await this.#cutBack(handle, error);
      throw diskError(error, 'Your last change could not be saved', 'Everything before it is safe.');
    }
    try {
      await handle.datasync();
    } catch (error) {
      // After a failed fsync the kernel may have dropped the pages: the file must not be trusted again (fsyncgate).
      this.#broken = diskError(error, 'Your last change could not be saved', 'The study is read-only until it is opened again.');
      throw this.#broken;
    }
    this.#length += bytes.length;
  }

  async #open(): Promise<FileHandle> {
    if (this.#handle) return this.#handle;
    try {
      // Not 'w+': an existing journal must never be emptied by opening it.
      const handle = await this.#disk.open(this.#file, constants.O_RDWR | constants.O_CREAT, FILE_MODE);
      this.#handle = handle;
      await handle.truncate(this.#length);
      await syncFolder(this.#disk, path.dirname(this.#file));
      return handle;
    } catch (error) {
      throw diskError(error, 'Your last change could not be saved', 'Everything before it is safe.');
    }
  }

  async #cutBack(handle: FileHandle, cause: unknown): Promise<void> {
    try {
      await handle.truncate(this.#length);
      await handle.datasync();
    } catch {
      this.#broken = diskError(cause, 'Your last change could not be saved', 'The study is read-only until it is opened again.');
    }
  }

  /**
   * Moves the file to `part` and goes on with an empty one. Appends given meanwhile wait for it.
   * @throws the operating system's error; when the move itself failed, the journal goes on in the old file.
   */
  rotate(part: string): Promise<void> {
    const rotation = this.#moveTo(part);
    this.#rotating = rotation.catch(() => undefined).finally(() => (this.#rotating = null));
    return rotation;
  }

  async #moveTo(part: string): Promise<void> {
    await this.close();
    await makeFolder(this.#disk, path.dirname(part));
    await this.#disk.rename(this.#file, part);
    this.#length = 0;
    await syncFolder(this.#disk, path.dirname(part));
    await syncFolder(this.#disk, path.dirname(this.#file));
  }

  /** Cuts bytes after the good lines off, for a tail that was torn by a crash. */
  async cutTail(): Promise<void> {
    await this.#open();
  }

  async close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = null;
    await handle?.close();
  }
}
