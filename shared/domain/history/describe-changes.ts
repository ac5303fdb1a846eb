// What a step changed, record by record: for showing it in words.
import { finishSteps } from '#shared/lib/steps';
import { type Change, composeChanges, sameRecord } from '#shared/model/changes';
import type { AnyRecord, CollectionName } from '#shared/model/records/index';

export interface FieldChange {
  field: string;
  /** As text; null for what was not there, and for what has no short form. */
  before: string | null;
  after: string | null;
}

export interface RecordChange {
  collection: CollectionName;
  id: string;
  what: 'added' | 'removed' | 'changed';
  /** What a person calls the record: its name, title, statement or first words; empty when it has none. */
  name: string;
  /** For changed records. */
  fields: FieldChange[];
}

/** Text of one field that is shown at most (UTF-16 units). */
const SHOWN = 240;

/** Changes of one step, one row a record, in the order of the entries. */
export function describeChanges(lists: readonly (readonly Change[])[]): RecordChange[] {
  return finishSteps(composeChanges(lists)).map(({ collection, id, before, after }) => ({
    collection,
    id,
    what: before === null ? 'added' : after === null ? 'removed' : 'changed',
    name: nameOf(after ?? before),
    fields: before && after ? changedFields(before, after) : [],
  }));
}

/** The words by which a record is known. */
function nameOf(record: AnyRecord | null): string {
  const fields = (record ?? {}) as Partial<Record<'name' | 'title' | 'statement' | 'pseudonym' | 'quote' | 'reason' | 'text', unknown>>;
  const { pseudonym, name, title, statement, quote, reason, text } = fields;
  const found = [pseudonym, name, title, statement, quote, reason, text].find(
    (value): value is string => typeof value === 'string' && value !== '',
  );
  return cut(found ?? '');
}

function changedFields(before: AnyRecord, after: AnyRecord): FieldChange[] {
  const left = before as unknown as Record<string, unknown>;
  const right = after as unknown as Record<string, unknown>;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .filter((field) => !sameRecord(left[field], right[field]))
    .map((field) => ({ field, before: shownValue(left[field]), after: shownValue(right[field]) }));
}

function shownValue(value: unknown): string | null {
  if (typeof value === 'string') return cut(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

const cut = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
