// Which fields of which records hold words that the researcher typed: the only places where anybody may be mentioned unawares.
import { changeCommitment } from '#shared/domain/commitments/seal';
import type { Commitment } from '#shared/model/records/commitment';
import type { AnyRecord, CollectionName, RecordTypes } from '#shared/model/records/index';

/** Field names of texts by collection; a dotted name goes one object deeper, or into each of a list of objects; a list of texts stands for its items, an object for its values. */
const FREE_TEXTS: { readonly [C in CollectionName]: readonly string[] } = {
  study: ['name', 'decision.question', 'decision.options', 'decision.owner', 'decision.stakes'],
  segments: ['name', 'description'],
  participants: ['relationship', 'attributes', 'consent.note'],
  sources: ['title', 'fileName', 'facts'],
  snippets: ['note'],
  tags: ['name', 'aliases', 'definition', 'whenToUse', 'whenNotToUse'],
  taggings: [],
  boards: ['name', 'focusQuestion'],
  themes: ['name', 'insight'],
  cards: [],
  departments: ['name', 'protects', 'says', 'researchGives', 'acknowledge', 'assumedCustomer'],
  assumptions: ['statement', 'owner', 'override.reason'],
  evidenceLinks: ['reason'],
  counterSearches: ['lookedFor', 'found'],
  commitments: ['statement', 'owner', 'action', 'signatures.name', 'broken.signed', 'amendments.text', 'judged.reason', 'outcomeNote'],
  forecasts: ['person'],
  rivalSets: ['name', 'rows.statement'],
  confidences: ['methodological.reason', 'coherence.reason', 'adequacy.reason', 'relevance.reason'],
  questions: ['text', 'probes'],
  askings: [],
  guide: ['opening', 'closing', 'invitation', 'organiser'],
  recruits: ['introducer', 'note', 'meeting.place'],
  conversations: ['customer', 'people.name', 'people.role', 'learned', 'influence'],
  goals: ['person', 'role'],
  rhythmItems: ['title', 'owner'],
  signals: ['name', 'unit', 'whys.note'],
  gates: ['name', 'summary', 'shaped'],
  owners: ['name', 'role', 'gave'],
  acknowledgements: ['saidBy', 'words'],
  assessments: ['person', 'note'],
  memos: ['title', 'text'],
  queries: ['name'],
  codebookVersions: ['name', 'note', 'tags.name', 'tags.aliases', 'tags.definition', 'tags.whenToUse', 'tags.whenNotToUse'],
  readout: ['answer', 'unknowns', 'method'],
  customer: ['texts'],
};

export interface FreeText {
  /** Name of the field, as in the record. */
  field: string;
  text: string;
}

/** The texts of a record that are not empty. */
export function freeTextsOf<C extends CollectionName>(collection: C, record: RecordTypes[C]): FreeText[] {
  const found: FreeText[] = [];
  mapFreeTexts(collection, record, (text, field) => {
    if (text !== '') found.push({ field, text });
    return text;
  });
  return found;
}

/** The record with each of its texts put through a function; the same object when none changed. */
export function mapFreeTexts<R extends AnyRecord>(
  collection: CollectionName,
  record: R,
  change: (text: string, field: string) => string,
): R {
  let mapped: Record<string, unknown> = record;
  for (const field of FREE_TEXTS[collection]) {
    const [outer = '', inner] = field.split('.');
    const next = mapField(mapped[outer], inner, (text) => change(text, field));
    if (next !== mapped[outer]) mapped = { ...mapped, [outer]: next };
  }
  if (collection === 'commitments' && mapped !== record) return changeCommitment(record as Commitment, mapped, 'names-replaced') as R;
  return mapped as unknown as R;
}

/** @param inner name of a field of the value, or of each object in a list; undefined for the value itself. */
function mapField(value: unknown, inner: string | undefined, change: (text: string) => string): unknown {
  if (inner === undefined) return mapText(value, change);
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => mapField(item, inner, change));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  // A record may be without the outer field.
  if (typeof value !== 'object' || value === null) return value;
  const holder = value as Record<string, unknown>;
  const next = mapText(holder[inner], change);
  return next === holder[inner] ? value : { ...holder, [inner]: next };
}

/** A text, a list of texts, or an object of texts (whose names may be spoken words as well); the same value when nothing changed. */
function mapText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => mapText(item, change));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  const entries = Object.entries(value).map(([name, text]) => [change(name), mapText(text, change)] as const);
  const same = Object.entries(value).every(([name, text], index) => entries[index]?.[0] === name && entries[index]?.[1] === text);
  return same ? value : Object.fromEntries(entries);
}
