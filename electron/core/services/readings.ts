// Hands the records of a large study to windows page by page; each window goes through them at its own pace while edits go on.
import { AppError } from '#shared/lib/app-error';
import type { RecordsByCollection } from '#shared/model/changes';
import { type AnyRecord, COLLECTIONS, type CollectionName } from '#shared/model/records/index';
import type { RecordsPage } from '#shared/rpc/answers';

import { COLLECTIONS_OF_WORK } from '../vault/rest-of-snapshot.ts';
import type { Vault } from '../vault/vault.ts';
import type { StudyView } from './study-view.ts';

/** Up to this many records of the work go with the first answer. */
const WITH_FIRST_ANSWER = 4000;
/** Bounds of one page; together about a megabyte, which takes host and window a few milliseconds each. */
const PAGE_RECORDS = 2000;
const PAGE_UNITS = 512 * 1024;
/** Readings kept; a window that was closed in the middle of one leaves it behind. */
const KEPT_READINGS = 8;

interface Reading {
  vault: Vault;
  /** What is read: the study as it is, or as it was. */
  view: StudyView;
  /** What is left, in order. Iterators of a living Map pass over what was removed and reach what was added. */
  left: { collection: CollectionName; records: Iterator<AnyRecord> }[] | null;
  done: number;
}

export class Readings {
  readonly #newId: () => string;
  readonly #readings = new Map<string, Reading>();

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  /** The records for a first screen, and under which name the others are to be had; null when these are all. */
  begin(vault: Vault, view: StudyView): { records: RecordsByCollection; reading: string | null } {
    const ofWork = [...COLLECTIONS_OF_WORK] as CollectionName[];
    const size = ofWork.reduce((sum, name) => sum + view.state.all(name).size, 0);
    if (vault.isWhole && size <= WITH_FIRST_ANSWER) return { records: view.state.toRecords(), reading: null };
    const reading = this.#newId();
    this.#readings.set(reading, { vault, view, left: null, done: 0 });
    const [oldest] = this.#readings.keys();
    if (this.#readings.size > KEPT_READINGS && oldest !== undefined) this.#readings.delete(oldest);
    const first = COLLECTIONS.filter((name) => !COLLECTIONS_OF_WORK.has(name));
    return { records: view.state.toRecords(first), reading };
  }

  /**
   * The next page, as the records stand when it is taken. @throws AppError('not-found') for a reading that is over or was given up:
   * the window begins anew; what `vault.whole` throws.
   */
  async next(id: string): Promise<RecordsPage> {
    const reading = this.#readings.get(id);
    if (!reading) throw new AppError('not-found', 'These records were asked for too late. The window reads the study again.', { id });
    const { vault, view } = reading;
    await vault.whole;
    await vault.settled();
    reading.left ??= [...COLLECTIONS_OF_WORK].map((name) => ({
      collection: name as CollectionName,
      records: view.state.all(name as CollectionName).values(),
    }));
    const total = reading.left.reduce((sum, { collection }) => sum + view.state.all(collection).size, 0);
    const page: RecordsPage = { seq: vault.seq, collections: takePage(reading.left), done: 0, total, last: false };
    reading.done += page.collections.reduce((sum, { records }) => sum + records.length, 0);
    page.done = reading.done;
    if (page.collections.length === 0) {
      page.last = true;
      this.#readings.delete(id);
    }
    return page;
  }

  clear(): void {
    this.#readings.clear();
  }
}

function takePage(left: NonNullable<Reading['left']>): RecordsPage['collections'] {
  const page: RecordsPage['collections'] = [];
  let count = 0;
  let units = 0;
  for (const { collection, records } of left) {
    const taken: AnyRecord[] = [];
    while (count < PAGE_RECORDS && units < PAGE_UNITS) {
      const next = records.next();
      if (next.done) break;
      taken.push(next.value);
      count += 1;
      units += textOf(next.value);
    }
    if (taken.length > 0) page.push({ collection, records: taken });
    if (count >= PAGE_RECORDS || units >= PAGE_UNITS) break;
  }
  return page;
}

/** UTF-16 units of what makes some records much longer than others. */
function textOf(record: AnyRecord): number {
  return 'quote' in record ? record.quote.length + record.note.length : 0;
}
