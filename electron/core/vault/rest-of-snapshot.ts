// What a first screen can do without: the records behind the first rows, loaded behind an open study with pauses.
import { AppError } from '#shared/lib/app-error';
import type { Change } from '#shared/model/changes';
import type { RawRecords } from '#shared/model/migrations/index';
import type { AnyRecord, CollectionName } from '#shared/model/records/index';
import type { VaultState } from '#shared/model/vault-state';

import { diskError } from './disk.ts';
import { Pauses } from './pauses.ts';
import { recordTexts, type SnapshotPart } from './snapshot-layout.ts';
import type { SnapshotReader } from './snapshot-reader.ts';

/** Collections that grow with every hour of work: they come last, and none of them is on the first screen. */
export const COLLECTIONS_OF_WORK: ReadonlySet<string> = new Set<CollectionName>(['snippets', 'taggings', 'cards', 'evidenceLinks']);

/** Up to this many bytes of records a snapshot is read at once, and its records are checked again: nobody would see the difference. */
const READ_AT_ONCE = 512 * 1024;

export interface FirstRecords {
  records: RawRecords;
  /** Null when `records` are all there are. */
  rest: RestOfSnapshot | null;
}

/** Reads the first rows of the collections that a first screen shows. @throws AppError('vault-damaged') */
export async function readFirstRecords(reader: SnapshotReader): Promise<FirstRecords> {
  const { parts } = reader.head;
  const small = parts.reduce((sum, part) => sum + part.bytes, 0) <= READ_AT_ONCE;
  const isFirst = ({ collection }: SnapshotPart, index: number): boolean =>
    small || (!COLLECTIONS_OF_WORK.has(collection) && parts[index - 1]?.collection !== collection);
  const records: RawRecords = {};
  const behind: number[] = [];
  for (const [index, part] of parts.entries()) {
    const byId = (records[part.collection] ??= {});
    if (!isFirst(part, index)) behind.push(index);
    else {
      for (const text of recordTexts(await reader.readPart(index))) {
        const record = JSON.parse(text) as RawRecords[string][string] & { id: string };
        byId[record.id] = record;
      }
    }
  }
  if (behind.length > 0) return { records, rest: new RestOfSnapshot(reader, behind, records) };
  await reader.close();
  return { records, rest: null };
}

export class RestOfSnapshot {
  readonly #reader: SnapshotReader;
  readonly #parts: readonly SnapshotPart[];
  readonly #collections: ReadonlySet<string>;
  /** The records that were read first. */
  readonly #first: RawRecords;
  /** How records stand after the journal, by collection and id; null for those that were removed. */
  readonly #later = new Map<string, Map<string, AnyRecord | null>>();

  /** @param parts indexes of the parts that are still to be read. */
  constructor(reader: SnapshotReader, parts: readonly number[], first: RawRecords) {
    const all = parts.map((index) => reader.head.parts[index] as SnapshotPart);
    const ofWork = (part: SnapshotPart): number => (COLLECTIONS_OF_WORK.has(part.collection) ? 1 : 0);
    this.#reader = reader;
    this.#parts = all.toSorted((left, right) => ofWork(left) - ofWork(right));
    this.#collections = new Set(all.map((part) => part.collection));
    this.#first = first;
  }

  /** Takes note of a change that was made after the snapshot. @returns false when its record is not among those behind. */
  change({ collection, id, after }: Change): boolean {
    if (!this.#collections.has(collection) || Object.hasOwn(this.#first[collection] ?? {}, id)) return false;
    let later = this.#later.get(collection);
    if (!later) this.#later.set(collection, (later = new Map()));
    later.set(id, after);
    return true;
  }

  /**
   * Puts everything into the state, in the order of the file. @param signal stops it.
   * @param onOutline is called when all is there but the collections of the work.
   * @throws AppError('vault-damaged') naming the file; 'cancelled'.
   */
  async loadInto(state: VaultState, signal: AbortSignal, onOutline: () => void): Promise<void> {
    try {
      const pauses = new Pauses();
      let coming = this.#read(0);
      for (const [place, { collection }] of this.#parts.entries()) {
        const text = await coming;
        coming = this.#read(place + 1);
        await this.#loadPart(state, collection as CollectionName, text, pauses, signal);
        const next = this.#parts[place + 1]?.collection;
        if (next !== collection) this.#loadAdded(state, collection as CollectionName);
        if (!COLLECTIONS_OF_WORK.has(collection) && (next === undefined || COLLECTIONS_OF_WORK.has(next))) onOutline();
      }
    } catch (error) {
      throw diskError(error, 'The study could not be read to its end', 'Nothing was changed.');
    } finally {
      await this.close();
    }
  }

  close(): Promise<void> {
    return this.#reader.close();
  }

  /** The text of a part, asked for while the one before it is being read; a failure shows when it is waited for. */
  #read(place: number): Promise<string> {
    const part = this.#parts[place];
    const text = part === undefined ? Promise.resolve('') : this.#reader.readPart(this.#reader.head.parts.indexOf(part));
    text.catch(() => undefined);
    return text;
  }

  async #loadPart(state: VaultState, collection: CollectionName, text: string, pauses: Pauses, signal: AbortSignal): Promise<void> {
    const later = this.#later.get(collection);
    let records: AnyRecord[] = [];
    for (const line of recordTexts(text)) {
      const record = asItStands(JSON.parse(line) as AnyRecord, later);
      if (record) records.push(record);
      if (!pauses.due) continue;
      state.load(collection, records);
      records = [];
      await pauses.take();
      if (signal.aborted) throw new AppError('cancelled', 'The study was closed before it was read to its end.');
    }
    state.load(collection, records);
  }

  /** Records that were made after the snapshot come after those in it. */
  #loadAdded(state: VaultState, collection: CollectionName): void {
    const added = [...(this.#later.get(collection)?.values() ?? [])].filter((record) => record !== null);
    state.load(collection, added);
  }
}

function asItStands(record: AnyRecord, later: Map<string, AnyRecord | null> | undefined): AnyRecord | null {
  const changed = later?.get(record.id);
  if (changed === undefined) return record;
  later?.delete(record.id);
  return changed;
}
