// Makes a valid state of records some of which do not hold: an earlier form, a reference let go, or the record set aside.
import { type Change, describeRecord } from '#shared/model/changes';
import { validateRecord } from '#shared/model/draft';
import type { RawRecords } from '#shared/model/migrations/index';
import { FIRST_BOARD_ID } from '#shared/model/records/board';
import {
  type AnyRecord,
  COLLECTIONS,
  type CollectionName,
  RECORD_SCHEMAS,
  type Reference,
  referencesOf,
} from '#shared/model/records/index';
import { newReadout } from '#shared/model/records/readout';
import { newStudy } from '#shared/model/records/study';
import type { DoubtfulRecord } from '#shared/model/recovery-report';
import { VaultState } from '#shared/model/vault-state';

export interface SetAsideRecord {
  collection: string;
  id: string;
  record: unknown;
  /** What does not hold, for a sentence: the field and why, never its content. */
  why: string;
}

export interface MendedRecords {
  state: VaultState;
  doubtful: DoubtfulRecord[];
  /** The content of everything that was changed or taken out here, for quarantine/. */
  setAside: SetAsideRecord[];
}

/** A state of those records that are of their declared shape; the others are given back. Never throws, whatever the records are. */
export function stateOfShape(records: RawRecords): { state: VaultState; misshapen: SetAsideRecord[] } {
  const misshapen: SetAsideRecord[] = [];
  const state = new VaultState();
  for (const [collection, byId] of Object.entries(records)) {
    const schema = Object.hasOwn(RECORD_SCHEMAS, collection) ? RECORD_SCHEMAS[collection as CollectionName] : null;
    for (const [id, record] of Object.entries(byId)) {
      const why = schema ? faultOfShape(schema, record) : 'it is of a kind that this version does not know';
      if (why === null) put(state, collection as CollectionName, id, record as unknown as AnyRecord);
      else misshapen.push({ collection, id, record, why });
    }
  }
  return { state, misshapen };
}

function faultOfShape(schema: (typeof RECORD_SCHEMAS)[CollectionName], record: unknown): string | null {
  const issue = schema.safeParse(record).error?.issues[0];
  return issue ? `the field “${issue.path.join('.')}” ${issue.message}` : null;
}

/**
 * Mends a state of well-shaped records.
 * @param misshapen records left out of it. @param changes of those records, oldest first: their earlier forms come from them.
 * @param name of the study, should its own record be lost.
 */
export function mendRecords(
  state: VaultState,
  misshapen: readonly SetAsideRecord[],
  changes: readonly Change[],
  name: string,
): MendedRecords {
  const mended: MendedRecords = { state, doubtful: [], setAside: [...misshapen] };
  for (const { collection, id, why } of misshapen) {
    const earlier = earlierForm(collection, id, changes);
    if (earlier) put(state, collection as CollectionName, id, earlier);
    mended.doubtful.push({ collection, id, what: misshapenInWords(collection, id, earlier, why) });
  }
  addMissingRoots(state, name, mended);
  for (let changed = true; changed;) {
    changed = false;
    for (const collection of COLLECTIONS) {
      for (const record of [...state.all(collection).values()]) {
        if (holds(state, collection, record)) continue;
        changed = true;
        mendReferences(state, collection, record, mended);
      }
    }
  }
  return mended;
}

function misshapenInWords(collection: string, id: string, earlier: AnyRecord | null, why: string): string {
  const what = earlier ? describeRecord(collection as CollectionName, id, earlier) : `${collection}/${id}`;
  return `The record ${what} does not hold (${why}): ${earlier ? 'the last form of it that does takes its place.' : 'it is set aside.'}`;
}

/** The last well-shaped form of a record that the changes tell of. */
function earlierForm(collection: string, id: string, changes: readonly Change[]): AnyRecord | null {
  if (!Object.hasOwn(RECORD_SCHEMAS, collection)) return null;
  const schema = RECORD_SCHEMAS[collection as CollectionName];
  const forms = changes.filter((change) => change.collection === collection && change.id === id);
  for (const { after, before } of forms.toReversed()) {
    for (const form of [after, before]) if (form !== null && schema.safeParse(form).success) return form;
  }
  return null;
}

function holds(state: VaultState, collection: CollectionName, record: AnyRecord): boolean {
  try {
    validateRecord(state, collection, record);
    return true;
  } catch {
    return false;
  }
}

/** Lets go of references to records that are gone; a record that cannot be without one is set aside. */
function mendReferences(state: VaultState, collection: CollectionName, record: AnyRecord, mended: MendedRecords): void {
  const missing = (candidate: AnyRecord): Reference | undefined =>
    referencesOf(collection, candidate as never).find((reference) => !state.get(reference.collection, reference.id));
  let candidate: AnyRecord | null = record;
  for (let reference = missing(record); candidate && reference; reference = candidate ? missing(candidate) : undefined) {
    candidate = withoutReference(collection, candidate, reference);
  }
  mended.setAside.push({ collection, id: record.id, record, why: 'it names a record that is gone' });
  put(state, collection, record.id, candidate);
  const what = describeRecord(collection, record.id, record);
  mended.doubtful.push({
    collection,
    id: record.id,
    what: `The record ${what} names something that is gone: ${candidate ? 'it stands without it.' : 'it cannot be without it and is set aside.'}`,
  });
}

/** The record with a field set to null, or an item or key taken out, innermost first; null when none of that gives a valid record. */
function withoutReference(collection: CollectionName, record: AnyRecord, { field }: Reference): AnyRecord | null {
  const steps = field.split('.');
  for (let depth = steps.length; depth > 0; depth -= 1) {
    for (const way of ['null', 'remove'] as const) {
      const copy = JSON.parse(JSON.stringify(record)) as AnyRecord;
      const last = steps[depth - 1] ?? '';
      const holder = steps.slice(0, depth - 1).reduce<unknown>((value, step) => (value as Record<string, unknown> | null)?.[step], copy);
      if (typeof holder !== 'object' || holder === null) continue;
      if (way === 'null') (holder as Record<string, unknown>)[last] = null;
      else if (Array.isArray(holder)) holder.splice(Number(last), 1);
      else delete (holder as Record<string, unknown>)[last];
      if (RECORD_SCHEMAS[collection].safeParse(copy).success) return copy;
    }
  }
  return null;
}

/** Every study has these three; without them no screen works. */
function addMissingRoots(state: VaultState, name: string, mended: MendedRecords): void {
  const roots: [CollectionName, AnyRecord, string][] = [
    ['study', newStudy(name), `The name and the decision of the study could not be read. It is called “${name}” now.`],
    ['readout', newReadout(), 'What was written into the readout by hand could not be read. The readout begins anew.'],
    ['boards', { id: FIRST_BOARD_ID, name: 'Affinity map', focusQuestion: '' }, 'The focus question of the board could not be read.'],
  ];
  for (const [collection, record, what] of roots) {
    if (state.get(collection, record.id)) continue;
    put(state, collection, record.id, record);
    mended.doubtful.push({ collection, id: record.id, what });
  }
}

function put(state: VaultState, collection: CollectionName, id: string, record: AnyRecord | null): void {
  state.apply([{ collection, id, before: state.get(collection, id) ?? null, after: record }]);
}
