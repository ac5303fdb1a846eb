// The snapshot file vault.json: lowdb over an adapter that is durable and verifies what it reads.
import { createHash } from 'node:crypto';

import { type Adapter, Low } from 'lowdb';

import { AppError } from '#shared/lib/app-error';
import type { RawRecords } from '#shared/model/migrations/index';

import { openBytes } from './byte-source.ts';
import { type Disk, errorCode, writeFileDurably } from './disk.ts';
import { formatSnapshotInStretches, formatSnapshotPieces, type RecordSource } from './format-snapshot.ts';
import { Pauses } from './pauses.ts';
import {
  formatSeal,
  parseHeadLine,
  recordTexts,
  RECORDS_START_LENGTH,
  SEAL_LENGTH,
  type SnapshotHead,
  type SnapshotHeadWithParts,
} from './snapshot-layout.ts';
import { SnapshotReader } from './snapshot-reader.ts';
import type { VaultFiles } from './vault-files.ts';
import { writePiecesDurably } from './write-pieces.ts';

/** Content of vault.json. Records are raw JSON here: they may be of an older version. */
export interface SnapshotData extends SnapshotHead {
  records: RawRecords;
}

/** A snapshot that is to be written: its records may also be lists, which are quicker to make of a large study. */
export interface SnapshotContent extends SnapshotHead {
  records: RecordSource;
}

/** One record a line, so that a person, a diff and git can follow what changed; SHA-256 of everything before it at the end. */
export function formatSnapshot({ records, ...head }: SnapshotContent): Buffer {
  return Buffer.concat(formatSnapshotPieces(withoutParts(head), records));
}

/** @throws AppError('vault-damaged') when the file is not whole, was changed, or is not a vault. */
export function parseSnapshot(bytes: Buffer, fileName: string): SnapshotData {
  const hash = createHash('sha256').update(sealed(bytes));
  verifySeal(bytes, hash.digest('hex'), fileName);
  return wholeSnapshot(bytes, fileName);
}

/** The same in stretches, so that a large file holds nothing up. */
export async function parseSnapshotInStretches(bytes: Buffer, fileName: string, pauses = new Pauses()): Promise<SnapshotData> {
  const head = await verifiedHead(bytes, fileName, pauses);
  if (!head) return wholeSnapshot(bytes, fileName);
  const records: RawRecords = {};
  await takeInParts(bytes, head, pauses, (collection) => {
    const byId: RawRecords[string] = (records[collection] ??= {});
    return (record) => (byId[record.id] = record);
  });
  return checkedFormat({ ...withoutParts(head), records }, fileName);
}

/** A record of any version: JSON with an id. */
export type RawRecord = RawRecords[string][string] & { id: string };

/** Records of any version by collection, then by id. */
export type RawRecordMaps = Map<string, Map<string, RawRecord>>;

/** As parseSnapshotInStretches, for those who go through all records: to list what is in an object of a hundred thousand takes long at once. */
export async function parseSnapshotAsMaps(bytes: Buffer, fileName: string): Promise<SnapshotHead & { records: RawRecordMaps }> {
  const pauses = new Pauses();
  const head = await verifiedHead(bytes, fileName, pauses);
  const records: RawRecordMaps = new Map();
  const putInto = (collection: string) => {
    const byId = records.get(collection) ?? new Map<string, RawRecord>();
    records.set(collection, byId);
    return (record: RawRecord) => byId.set(record.id, record);
  };
  if (head) {
    await takeInParts(bytes, head, pauses, putInto);
    return checkedFormat({ ...withoutParts(head), records }, fileName);
  }
  const { records: written, ...rest } = wholeSnapshot(bytes, fileName);
  for (const [collection, byId] of Object.entries(written)) {
    const put = putInto(collection);
    for (const [id, record] of Object.entries(byId)) put({ ...record, id });
  }
  return { ...rest, records };
}

/** The head of a snapshot whose seal holds; null when its records are in no parts: it was written before there were any. */
async function verifiedHead(bytes: Buffer, fileName: string, pauses: Pauses): Promise<SnapshotHeadWithParts | null> {
  const hash = createHash('sha256');
  const body = sealed(bytes);
  for (let at = 0; at < body.length; at += HASHED_AT_ONCE) {
    hash.update(body.subarray(at, at + HASHED_AT_ONCE));
    if (pauses.due) await pauses.take();
  }
  verifySeal(bytes, hash.digest('hex'), fileName);
  const head = parseHeadLine(bytes.subarray(0, bytes.indexOf(0x0a)));
  return head === 'damaged' ? null : head;
}

const wholeSnapshot = (bytes: Buffer, fileName: string): SnapshotData =>
  checkedFormat(withoutParts(JSON.parse(bytes.toString('utf8')) as SnapshotData), fileName);

async function takeInParts(
  bytes: Buffer,
  head: SnapshotHeadWithParts,
  pauses: Pauses,
  takerOf: (collection: string) => (record: RawRecord) => unknown,
): Promise<void> {
  const start = bytes.indexOf(0x0a) + 1 + RECORDS_START_LENGTH;
  for (const part of head.parts) {
    const take = takerOf(part.collection);
    for (const text of recordTexts(bytes.toString('utf8', start + part.start, start + part.start + part.bytes))) {
      take(JSON.parse(text) as RawRecord);
      if (pauses.due) await pauses.take();
    }
  }
}

const HASHED_AT_ONCE = 1024 * 1024;

const sealed = (bytes: Buffer): Buffer => bytes.subarray(0, Math.max(0, bytes.length - SEAL_LENGTH));

function verifySeal(bytes: Buffer, digest: string, fileName: string): void {
  if (bytes.subarray(sealed(bytes).length).toString('latin1') === formatSeal(digest)) return;
  const why = bytes.length === 0 ? 'is empty' : 'is not what Plumbline wrote: its checksum does not match';
  throw new AppError('vault-damaged', `${fileName} ${why}.`, { file: fileName });
}

function checkedFormat<Head extends SnapshotHead>(data: Head, fileName: string): Head {
  if (data.format === 'plumbline-vault') return data;
  throw new AppError('vault-damaged', `${fileName} is not a Plumbline vault.`, { file: fileName });
}

/** Parts and seals belong to one file, not to what it says. */
function withoutParts<Head extends SnapshotHead>(head: Head): Head {
  const {
    parts: _parts,
    headSha256: _headSeal,
    sha256: _seal,
    ...rest
  } = head as Head & { parts?: unknown; headSha256?: unknown; sha256?: unknown };
  return rest as unknown as Head;
}

/** lowdb adapter: null for a file that is not there; durable writing; reading verifies. */
class DurableSnapshotAdapter implements Adapter<SnapshotContent | null> {
  readonly #disk: Disk;
  readonly #files: VaultFiles;
  /** The file that this adapter wrote and compared; another one is verified before it is kept. */
  #written: string | null = null;

  constructor(disk: Disk, files: VaultFiles) {
    this.#disk = disk;
    this.#files = files;
  }

  async read(): Promise<SnapshotData | null> {
    const bytes = await readOrNull(this.#disk, this.#files.snapshot);
    return bytes && parseSnapshotInStretches(await this.#files.cipher.openFile('snapshot', bytes), 'vault.json');
  }

  /** The old file keeps its bytes under the name of the previous one until the next checkpoint: there is always one that verifies. */
  async write(content: SnapshotContent | null): Promise<void> {
    if (content === null) throw new AppError('internal', 'An empty vault cannot be saved.');
    const { records, ...head } = content;
    const pieces = await formatSnapshotInStretches(withoutParts(head), records, new Pauses());
    const { cipher, snapshot } = this.#files;
    const written = cipher.encrypted ? [await cipher.sealFile('snapshot', Buffer.concat(pieces))] : pieces;
    await writePiecesDurably(this.#disk, snapshot, written, () => this.#keepPrevious());
    this.#written = await this.#identity();
  }

  /**
   * Gives the old file its second name. At no moment is there no vault.json, and a damaged one does not take the place of a good
   * previous one.
   */
  async #keepPrevious(): Promise<void> {
    const { snapshot, previousSnapshot } = this.#files;
    const present = await this.#identity();
    if (present === null || (present !== this.#written && !(await verifies(this.#disk, this.#files)))) return;
    const second = `${previousSnapshot}.${process.pid}-${Math.random().toString(36).slice(2)}.tmp`;
    try {
      await this.#disk.link(snapshot, second);
    } catch {
      // A file system without second names (FAT, some network folders): a copy does.
      await writeFileDurably(this.#disk, previousSnapshot, await this.#disk.readFile(snapshot));
      return;
    }
    await this.#disk.rename(second, previousSnapshot);
    // Renaming between two names of the same file does nothing, and leaves both.
    await this.#disk.unlink(second).catch(() => undefined);
  }

  /** Which file stands under the name, and whether it was touched; null when there is none. */
  async #identity(): Promise<string | null> {
    try {
      const { dev, ino, size, mtimeMs } = await this.#disk.stat(this.#files.snapshot);
      return [dev, ino, size, mtimeMs].join(' ');
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  }
}

/** Reads a snapshot file with all its checksums, without taking its records in. */
async function verifies(disk: Disk, { snapshot, cipher }: VaultFiles): Promise<boolean> {
  const source = cipher.encrypted ? null : await openBytes(disk, snapshot);
  try {
    const reader = source && (await SnapshotReader.open(source, 'vault.json'));
    if (!reader) {
      await parseSnapshotInStretches(await cipher.openFile('snapshot', await disk.readFile(snapshot)), 'vault.json');
      return true;
    }
    for (const index of reader.head.parts.keys()) await reader.readPart(index);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  } finally {
    await source?.close();
  }
}

/** The file's bytes; null when there is no such file. Other errors are thrown. */
export async function readOrNull(disk: Disk, file: string): Promise<Buffer | null> {
  try {
    return await disk.readFile(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

export type SnapshotDatabase = Low<SnapshotContent | null>;

/** The lowdb database over a study's snapshot file. `data` is null until read, or when there is no file. */
export function snapshotDatabase(disk: Disk, files: VaultFiles): SnapshotDatabase {
  return new Low<SnapshotContent | null>(new DurableSnapshotAdapter(disk, files), null);
}
