// The journal file: appends lines and answers only when they are on the disk.
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';

import { AppError } from '#shared/lib/app-error';

import { type Disk, diskError, FILE_MODE, makeFolderIn, syncFolder, writeAll, writeAllAtOnce, writeFileDurably } from './disk.ts';
import { Look } from './look.ts';
import { Quickness } from './quickness.ts';

const NOT_SAVED = 'Your last change could not be saved';
const BEFORE_IS_SAFE = 'Everything before it is safe.';
const READ_ONLY = 'Everything before it is safe. The study is read-only until writing works again.';

/** The program stands still for a flush only on disks that flush faster than a screen is drawn, by far (ms; trust.md allows 4). */
const QUICK_FLUSH_MS = 1;
/** More than this is written through another thread (bytes): the lines of a long step or of a burst, not those of an edit. */
const SHORT = 64 * 1024;

export class Journal {
  readonly #disk: Disk;
  readonly #look: Look;
  readonly #file: string;
  #handle: FileHandle | null = null;
  /** Number of the open file in its file system. */
  #ino = 0;
  #length: number;
  /** CRC-32 of the good bytes, so that what is read back after a fault can be told from what was written; null: not yet known. */
  #checksum: number | null;
  #rotating: Promise<void> | null = null;
  readonly #flushes = new Quickness({ quickMs: QUICK_FLUSH_MS, trial: 4, patience: 10 });
  /** A write goes no further than memory: quick also where a flush is not, unless the disk is far away. */
  readonly #writes = new Quickness({ quickMs: QUICK_FLUSH_MS, trial: 1, patience: 10 });
  /** Folders in which names were changed and not yet flushed: nothing is answered before they are. */
  readonly #unflushed = new Set<string>();
  /** Set when the file can no longer be trusted to take lines; every later append is refused with it. */
  #broken: AppError | null = null;

  /** @param length bytes of the file that hold good lines. */
  constructor(disk: Disk, file: string, length: number) {
    this.#disk = disk;
    this.#look = new Look(disk);
    this.#file = file;
    this.#length = length;
    this.#checksum = length === 0 ? 0 : null;
  }

  get length(): number {
    return this.#length;
  }

  get broken(): AppError | null {
    return this.#broken;
  }

  /**
   * Appends bytes (whole lines) and returns once they are durable.
   * @throws AppError('disk'): nothing was added (the file was cut back), or the journal is broken from now on;
   * AppError('read-only') when the file at its place is not the one that was written so far.
   */
  async append(bytes: Buffer): Promise<void> {
    if (this.#rotating) await this.#rotating;
    if (this.#broken) throw this.#broken;
    const handle = await this.#openForAppend();
    const isShort = bytes.length <= SHORT;
    try {
      await this.#write(handle, bytes, isShort);
    } catch (error) {
      await this.#cutBack(handle, error);
      throw diskError(error, NOT_SAVED, BEFORE_IS_SAFE);
    }
    try {
      await this.#flush(handle, isShort);
    } catch (error) {
      await this.#startAnew(bytes, error);
    }
    this.#length += bytes.length;
    this.#checksum = crc32(bytes, this.#checksum ?? 0);
  }

  #write(handle: FileHandle, bytes: Buffer, isShort: boolean): Promise<void> | void {
    const { atOnce } = this.#disk;
    if (!atOnce || !isShort || !this.#writes.askAtOnce) return this.#writes.watch(() => writeAll(handle, bytes, this.#length));
    return this.#writes.watchAtOnce(() => writeAllAtOnce(atOnce, handle.fd, bytes, this.#length));
  }

  #flush(handle: FileHandle, isShort: boolean): Promise<void> | void {
    const datasync = this.#disk.atOnce?.datasync;
    if (!datasync || !isShort || !this.#flushes.askAtOnce) return this.#flushes.watch(() => handle.datasync());
    return this.#flushes.watchAtOnce(() => datasync(handle.fd));
  }

  /** Tries to go on after a fault: the good lines go into a new file. @throws AppError('disk' | 'read-only') when that fails again. */
  async mend(): Promise<void> {
    const broken = this.#broken;
    if (!broken) return;
    try {
      // Moved away, or not this program's file any more: all is well when it is back, and nothing is overwritten when not.
      if (broken.code === 'read-only' && !this.#handle) throw broken;
      if (broken.code === 'read-only') await this.#requireSameFile();
      else await this.#writeAnew(Buffer.alloc(0));
      this.#broken = null;
    } catch (error) {
      throw diskError(error, 'The study still cannot be written', 'Everything that was shown as saved is safe.');
    }
  }

  async #openForAppend(): Promise<FileHandle> {
    try {
      const handle = await this.#open();
      await this.#requireSameFile();
      return handle;
    } catch (error) {
      throw diskError(error, NOT_SAVED, BEFORE_IS_SAFE);
    }
  }

  async #open(): Promise<FileHandle> {
    if (this.#handle) return this.#handle;
    // Not 'w+': an existing journal must never be emptied by opening it.
    const handle = await this.#disk.open(this.#file, constants.O_RDWR | constants.O_CREAT, FILE_MODE);
    try {
      this.#unflushed.add(path.dirname(this.#file));
      await this.#flushFolders();
      this.#ino = (await handle.stat()).ino;
      this.#checksum ??= crc32((await this.#disk.readFile(this.#file)).subarray(0, this.#length));
    } catch (error) {
      await handle.close().catch(() => undefined);
      throw error;
    }
    this.#handle = handle;
    return handle;
  }

  async #flushFolders(): Promise<void> {
    for (const folder of this.#unflushed) {
      await syncFolder(this.#disk, folder);
      this.#unflushed.delete(folder);
    }
  }

  /** A folder that was moved takes its open files along; a line in them would be saved nowhere that anybody looks. */
  async #requireSameFile(): Promise<void> {
    const named = await this.#look.at(this.#file);
    if (named && named.ino === this.#ino && named.size === this.#length) return;
    this.#broken = new AppError(
      'read-only',
      named
        ? 'The journal of this study was changed by another program. Nothing more is written from here; everything that was shown as saved is in the study. Close it and open it again.'
        : 'The folder of this study was moved, renamed or removed while it was open. Nothing more is written; everything that was shown as saved is in that folder, wherever it is now.',
    );
    throw this.#broken;
  }

  /** Takes a half written batch out again; a file that does not even allow that is left behind for a new one. */
  async #cutBack(handle: FileHandle, cause: unknown): Promise<void> {
    try {
      await handle.truncate(this.#length);
      await handle.datasync();
    } catch {
      await this.#writeAnew(Buffer.alloc(0)).catch(() => {
        this.#broken = diskError(cause, NOT_SAVED, READ_ONLY);
      });
    }
  }

  /**
   * After a failed fsync the kernel may have dropped the pages, and a second fsync would call that a success (fsyncgate):
   * the file is given up, and everything goes into a new one that is flushed and read back.
   */
  async #startAnew(bytes: Buffer, cause: unknown): Promise<void> {
    try {
      await this.#writeAnew(bytes);
    } catch {
      this.#broken = diskError(cause, NOT_SAVED, READ_ONLY);
      throw this.#broken;
    }
  }

  async #writeAnew(more: Buffer): Promise<void> {
    await this.#letGo();
    await writeFileDurably(this.#disk, this.#file, Buffer.concat([await this.#goodBytes(), more]));
  }

  /** @throws when the disk no longer gives back what was written. */
  async #goodBytes(): Promise<Buffer> {
    if (this.#length === 0) return Buffer.alloc(0);
    const bytes = (await this.#disk.readFile(this.#file)).subarray(0, this.#length);
    if (bytes.length === this.#length && (this.#checksum === null || crc32(bytes) === this.#checksum)) return bytes;
    throw Object.assign(new Error('read back differs'), { code: 'EIO' });
  }

  /**
   * Moves the file to `part` and goes on with an empty one; an empty one stays. Appends given meanwhile wait for it.
   * @throws the operating system's error; when the move itself failed, the journal goes on in the old file.
   */
  rotate(part: string): Promise<void> {
    const rotation = this.#moveTo(part);
    this.#rotating = rotation.catch(() => undefined).finally(() => (this.#rotating = null));
    return rotation;
  }

  async #moveTo(part: string): Promise<void> {
    if (this.#broken) throw this.#broken;
    await this.#flushFolders();
    if (this.#length === 0) return;
    const folder = path.dirname(part);
    await makeFolderIn(this.#disk, folder);
    await this.#letGo();
    await this.#disk.rename(this.#file, part);
    this.#length = 0;
    this.#checksum = 0;
    // The new place before the old one: at no moment may the power take both names. If this fails, it is done before the next answer.
    this.#unflushed.clear();
    this.#unflushed.add(folder).add(path.dirname(this.#file));
    await this.#flushFolders();
  }

  /**
   * Writes the good lines into a new file, after a program that did not end well. What is read from the old one may never have
   * reached the disk, if its flush had failed (fsyncgate), and bytes after the good lines must not come back with the next power cut.
   */
  async renew(): Promise<void> {
    await this.#writeAnew(Buffer.alloc(0));
  }

  async close(): Promise<void> {
    await this.#letGo();
  }

  /** What was flushed is safe, so an error on closing says nothing. */
  async #letGo(): Promise<void> {
    const handle = this.#handle;
    this.#handle = null;
    await handle?.close().catch(() => undefined);
  }
}
