// The snapshot file vault.json: lowdb over an adapter that is durable and verifies what it reads.
import { createHash } from 'node:crypto';

import { type Adapter, Low } from 'lowdb';

import { AppError } from '#shared/lib/app-error';
import type { UndoStack } from '#shared/model/journal-entry';
import type { RawRecords } from '#shared/model/migrations/index';

import { type Disk, errorCode, writeFileDurably } from './disk.ts';
import type { VaultFiles } from './vault-files.ts';

/** Content of vault.json. Records are raw JSON here: they may be of an older version. */
export interface SnapshotData {
  format: 'plumbline-vault';
  schemaVersion: number;
  vaultId: string;
  /** The last journal entry that the records include, and the chain hash after it. */
  seq: number;
  chain: string;
  savedAt: string;
  undo: UndoStack;
  records: RawRecords;
}

const SEAL_START = ',\n"sha256":"';
const SEAL_LENGTH = SEAL_START.length + 64 + '"}\n'.length;

/** One record a line, so that a person, a diff and git can follow what changed; SHA-256 of everything before it at the end. */
export function formatSnapshot(data: SnapshotData): Buffer {
  const { records, ...head } = data;
  const collections = Object.entries(records).map(([name, byId]) => {
    const lines = Object.entries(byId).map(([id, record]) => `${JSON.stringify(id)}:${JSON.stringify(record)}`);
    return `${JSON.stringify(name)}:{${lines.length > 0 ? `\n${lines.join(',\n')}\n` : ''}}`;
  });
  const body = `${JSON.stringify(head).slice(0, -1)},\n"records":{\n${collections.join(',\n')}\n}`;
  return Buffer.from(`${body}${SEAL_START}${createHash('sha256').update(body).digest('hex')}"}\n`, 'utf8');
}

/** @throws AppError('vault-damaged') when the file is not whole, was changed, or is not a vault. */
export function parseSnapshot(bytes: Buffer, fileName: string): SnapshotData {
  const body = bytes.subarray(0, Math.max(0, bytes.length - SEAL_LENGTH));
  const seal = bytes.subarray(body.length).toString('latin1');
  const expected = `${SEAL_START}${createHash('sha256').update(body).digest('hex')}"}\n`;
  if (seal !== expected) {
    const why = bytes.length === 0 ? 'is empty' : 'is not what Plumbline wrote: its checksum does not match';
    throw new AppError('vault-damaged', `${fileName} ${why}.`, { file: fileName });
  }
  const data = JSON.parse(bytes.toString('utf8')) as SnapshotData;
  if (data.format !== 'plumbline-vault') {
    throw new AppError('vault-damaged', `${fileName} is not a Plumbline vault.`, { file: fileName });
  }
  return data;
}

/** lowdb adapter: null for a file that is not there; durable writing; reading verifies. */
class DurableSnapshotAdapter implements Adapter<SnapshotData | null> {
  readonly #disk: Disk;
  readonly #files: VaultFiles;

  constructor(disk: Disk, files: VaultFiles) {
    this.#disk = disk;
    this.#files = files;
  }

  async read(): Promise<SnapshotData | null> {
    const bytes = await readOrNull(this.#disk, this.#files.snapshot);
    return bytes && parseSnapshot(await this.#files.cipher.openFile('snapshot', bytes), 'vault.json');
  }

  /** The old file is copied aside first and stays until the next checkpoint: there is always one that verifies. */
  async write(data: SnapshotData | null): Promise<void> {
    if (data === null) throw new AppError('internal', 'An empty vault cannot be saved.');
    const { cipher, snapshot, previousSnapshot } = this.#files;
    const old = await readOrNull(this.#disk, snapshot);
    if (old && (await this.#verifies(old))) await writeFileDurably(this.#disk, previousSnapshot, old);
    await writeFileDurably(this.#disk, snapshot, await cipher.sealFile('snapshot', formatSnapshot(data)));
  }

  async #verifies(bytes: Buffer): Promise<boolean> {
    try {
      parseSnapshot(await this.#files.cipher.openFile('snapshot', bytes), 'vault.json');
      return true;
    } catch {
      return false;
    }
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

/** The lowdb database over a study's snapshot file. `data` is null until read, or when there is no file. */
export function snapshotDatabase(disk: Disk, files: VaultFiles): Low<SnapshotData | null> {
  return new Low<SnapshotData | null>(new DurableSnapshotAdapter(disk, files), null);
}
