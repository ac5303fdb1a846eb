// Where indexes of studies are stored between starts: in the program's own folder, never in the study, its copies or its backups.
import { createHash } from 'node:crypto';
import path from 'node:path';

import { type Disk, exists, FILE_MODE, makeFolder, renameWithRetry, writeAll } from '../../vault/disk.ts';
import { readOrNull } from '../../vault/snapshot.ts';
import type { Vault } from '../../vault/vault.ts';
import type { IndexPiece } from './stored-index.ts';

/** Smaller studies are read quicker than it is worth to keep their words a second time. */
const WORTH_STORING = 5000;

/** The pieces of an index; at the end whether they make a whole. */
export type IndexPieces = AsyncIterator<IndexPiece, boolean, void>;

/** What keeps indexes. */
export type IndexKeeping = Pick<IndexStore, 'has' | 'read' | 'write' | 'forget'>;

/** For those who ask once and leave nothing behind. */
export const noIndexStore: IndexKeeping = {
  has: () => Promise.resolve(false),
  read: () => Promise.resolve(null),
  write: () => Promise.resolve(),
  forget: () => Promise.resolve(),
};

export class IndexStore {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #worthStoring: number;
  #writing: Promise<void> = Promise.resolve();

  /** @param worthStoring documents from which an index is stored. */
  constructor(disk: Disk, userDataFolder: string, worthStoring = WORTH_STORING) {
    this.#disk = disk;
    this.#folder = path.join(userDataFolder, 'search-index');
    this.#worthStoring = worthStoring;
  }

  /** True when an index of this study is stored. One from before the study was encrypted is removed. */
  async has({ files }: Vault): Promise<boolean> {
    if (files.cipher.encrypted) await this.forget(files.folder);
    return exists(this.#disk, this.#fileOf(files.folder));
  }

  /** The stored bytes, or null: for encrypted studies nothing is ever stored. */
  async read(vault: Vault): Promise<Uint8Array<ArrayBuffer> | null> {
    await this.#writing;
    if (!(await this.has(vault))) return null;
    const bytes = await readOrNull(this.#disk, this.#fileOf(vault.files.folder)).catch(() => null);
    // Bytes of their own, so that they can be handed to the thread.
    return bytes && (bytes.buffer.byteLength === bytes.length ? new Uint8Array(bytes.buffer as ArrayBuffer) : new Uint8Array(bytes));
  }

  /**
   * Stores an index. A disk that is full or a folder that cannot be written only means that it is built again.
   * @param pieces of the file, each asked for when the one before is written and its bytes are given up; nothing is kept when they end without making a whole.
   */
  async write(vault: Vault, documents: number, pieces: IndexPieces): Promise<void> {
    if (vault.files.cipher.encrypted) return;
    if (documents < this.#worthStoring) return this.forget(vault.files.folder);
    this.#writing = this.#writing
      .then(async () => {
        await makeFolder(this.#disk, this.#folder);
        await this.#replace(this.#fileOf(vault.files.folder), pieces);
      })
      .catch(() => undefined);
    await this.#writing;
  }

  /** Removes the stored index of a study; resolves when nothing of it is left. */
  async forget(studyFolder: string): Promise<void> {
    await this.#writing;
    for (const end of ['', '.tmp']) await this.#disk.rm(this.#fileOf(studyFolder) + end, { force: true }).catch(() => undefined);
  }

  /** Removes the indexes of all studies but these. */
  async keepOnly(studyFolders: readonly string[]): Promise<void> {
    const kept = new Set(studyFolders.map((folder) => path.basename(this.#fileOf(folder))));
    for (const name of await this.#disk.readdir(this.#folder).catch(() => [] as string[])) {
      if (!kept.has(name)) await this.#disk.rm(path.join(this.#folder, name), { force: true }).catch(() => undefined);
    }
  }

  /** Whole or not at all; not flushed, for its checksum says whether it can be used. */
  async #replace(file: string, pieces: IndexPieces): Promise<void> {
    const temporary = `${file}.tmp`;
    await this.#disk.rm(temporary, { force: true });
    const handle = await this.#disk.open(temporary, 'wx', FILE_MODE);
    let whole = false;
    try {
      for (let next = await pieces.next(); ; next = await pieces.next()) {
        whole = next.done === true && next.value;
        if (next.done) break;
        const { buffer, byteOffset, byteLength } = next.value.bytes;
        await writeAll(handle, Buffer.from(buffer, byteOffset, byteLength), next.value.at);
        // Given up at once: all pieces together would wait for the next tidying of the memory otherwise.
        buffer.transfer(0);
      }
    } finally {
      await handle.close();
      if (!whole) await this.#disk.rm(temporary, { force: true });
    }
    if (whole) await renameWithRetry(this.#disk, temporary, file);
  }

  #fileOf(studyFolder: string): string {
    return path.join(this.#folder, `${createHash('sha256').update(path.resolve(studyFolder)).digest('hex').slice(0, 32)}.index`);
  }
}
