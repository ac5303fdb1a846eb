// The records that a first screen can do without: loaded behind an open study, part by part, with pauses.
import { AppError } from '#shared/lib/app-error';
import type { Change } from '#shared/model/changes';
import type { RawRecords } from '#shared/model/migrations/index';
import type { AnyRecord, CollectionName } from '#shared/model/records/index';
import type { VaultState } from '#shared/model/vault-state';

import { Pauses } from './pauses.ts';
import { recordTexts, type SnapshotPart } from './snapshot-layout.ts';
import type { SnapshotReader } from './snapshot-reader.ts';

/** Collections that grow with every hour of work; all others are read before a study counts as open. */
const BEHIND: ReadonlySet<string> = new Set<CollectionName>(['snippets', 'taggings', 'cards']);

/** Up to this many bytes of records a snapshot is read at once, and its records are checked again: nobody would see the difference. */
const READ_AT_ONCE = 512 * 1024;

/** Reads the collections of the first screen. @throws AppError('vault-damaged') */
export async function readFirstRecords(reader: SnapshotReader): Promise<{ records: RawRecords; rest: RestOfSnapshot | null }> {
  const { parts } = reader.head;
  const small = parts.reduce((sum, part) => sum + part.bytes, 0) <= READ_AT_ONCE;
  const first = (part: SnapshotPart): boolean => small || !BEHIND.has(part.collection);
  const pauses = new Pauses();
  const records: RawRecords = {};
  for (const [index, part] of parts.entries()) {
    const byId = (records[part.collection] ??= {});
    if (!first(part) || part.count === 0) continue;
    for (const text of recordTexts(await reader.readPart(index))) {
      const record = JSON.parse(text) as RawRecords[string][string] & { id: string };
      byId[record.id] = record;
      if (pauses.due) await pauses.take();
    }
  }
  const behind = [...parts.keys()].filter((index) => !first(parts[index] as SnapshotPart));
  if (behind.length > 0) return { records, rest: new RestOfSnapshot(reader, behind) };
  await reader.close();
  return { records, rest: null };
}

export class RestOfSnapshot {
  readonly #reader: SnapshotReader;
  readonly #parts: readonly number[];
  /** How records stand after the journal, by collection and id; null for those that were removed. */
  readonly #later = new Map<CollectionName, Map<string, AnyRecord | null>>();

  constructor(reader: SnapshotReader, parts: readonly number[]) {
    this.#reader = reader;
    this.#parts = parts;
  }

  /** Takes note of a change that was made after the snapshot. @returns false when its collection is not among those behind. */
  change({ collection, id, after }: Change): boolean {
    if (!BEHIND.has(collection)) return false;
    let later = this.#later.get(collection);
    if (!later) this.#later.set(collection, (later = new Map()));
    later.set(id, after);
    return true;
  }

  /**
   * Puts everything into the state, in the order of the file. @param signal stops it.
   * @throws AppError('vault-damaged') naming the file; 'cancelled'.
   */
  async loadInto(state: VaultState, signal: AbortSignal): Promise<void> {
    try {
      const pauses = new Pauses();
      let coming = this.#read(0);
      for (const [place, index] of this.#parts.entries()) {
        const text = await coming;
        coming = this.#read(place + 1);
        const { collection } = this.#reader.head.parts[index] as SnapshotPart;
        await this.#loadPart(state, collection as CollectionName, text, pauses, signal);
      }
      for (const [collection, later] of this.#later) {
        state.load(
          collection,
          [...later.values()].filter((record) => record !== null),
        );
      }
    } finally {
      await this.close();
    }
  }

  close(): Promise<void> {
    return this.#reader.close();
  }

  /** The text of a part, asked for while the one before it is being read; a failure shows when it is waited for. */
  #read(place: number): Promise<string> {
    const index = this.#parts[place];
    const text = index === undefined ? Promise.resolve('') : this.#reader.readPart(index);
    text.catch(() => undefined);
    return text;
  }

  async #loadPart(state: VaultState, collection: CollectionName, text: string, pauses: Pauses, signal: AbortSignal): Promise<void> {
    const later = this.#later.get(collection);
    let records: AnyRecord[] = [];
    for (const line of recordTexts(text)) {
      const record = this.#asItStands(JSON.parse(line) as AnyRecord, later);
      if (record) records.push(record);
      if (!pauses.due) continue;
      state.load(collection, records as never);
      records = [];
      await pauses.take();
      if (signal.aborted) throw new AppError('cancelled', 'The study was closed before it was read to its end.');
    }
    state.load(collection, records as never);
  }

  #asItStands(record: AnyRecord, later: Map<string, AnyRecord | null> | undefined): AnyRecord | null {
    const changed = later?.get(record.id);
    if (changed === undefined) return record;
    later?.delete(record.id);
    return changed;
  }
}
