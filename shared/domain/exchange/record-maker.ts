// What all parts of turning a foreign project into records share: ids, times, names, coders, and the report.
import type { RecordOf, RecordTypes } from '#shared/model/records/index';
import type { VaultReader } from '#shared/model/vault-state';

import { emptyReport, type ExchangeReport } from './exchange-report.ts';
import { guidKey, isGuid } from './guids.ts';
import type { ExchangeProject } from './project.ts';

/** Collections that a foreign project adds to. */
export type AddedCollection = 'participants' | 'sources' | 'snippets' | 'tags' | 'taggings' | 'memos';
export type AddedRecords = { [C in AddedCollection]: RecordOf<C>[] };

export interface RecordMaker {
  readonly project: ExchangeProject;
  /** The study as it is. */
  readonly reader: VaultReader;
  readonly now: string;
  readonly records: AddedRecords;
  readonly report: ExchangeReport;
  /** Ids of our tags and sources by the keys of the file; sources that were there already are not among them. */
  readonly tagIds: Map<string, string>;
  readonly sourceIds: Map<string, string>;
  newId(): string;
  /** The id for something of the file: its own when that may be one here and is free. */
  idFor(collection: AddedCollection, guid: string): string;
  /** Name of a coder; of nobody: the given one who imports. */
  coder(key: string | null): string;
  add<C extends AddedCollection>(collection: C, record: RecordTypes[C]): void;
}

/** Begins an import of a project into a study: nothing added yet. */
export function recordMaker(
  project: ExchangeProject,
  reader: VaultReader,
  { newId, now, by }: { newId: () => string; now: string; by: string },
): RecordMaker {
  const taken = new Set<string>();
  const names = new Map(project.users.map((user) => [user.key, user.name.replace(/\s+/g, ' ').trim().slice(0, 200)]));
  const records: AddedRecords = { participants: [], sources: [], snippets: [], tags: [], taggings: [], memos: [] };
  return {
    project,
    reader,
    now,
    records,
    report: emptyReport(),
    tagIds: new Map(),
    sourceIds: new Map(),
    newId,
    idFor: (collection, guid) => {
      const key = `${collection} ${guidKey(guid)}`;
      const free = isGuid(guid) && !taken.has(key) && !reader.get(collection, guid);
      taken.add(key);
      return free ? guid : newId();
    },
    coder: (key) => (key === null ? by : (names.get(key) ?? by)),
    add: (collection, record) => void (records[collection] as RecordTypes[typeof collection][]).push(record),
  };
}

/** One line for a name field: at most 300 characters, never blank. */
export function nameLine(text: string, otherwise: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line === '') return otherwise;
  return line.length <= 300 ? line : `${line.slice(0, 299).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Text within the limit of text fields. */
export function fieldText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .slice(0, 100_000)
    .replace(/[\ud800-\udbff]$/, '');
}

/** An XML date and time as our records have it (ISO 8601, UTC, milliseconds); what is no such time gives the other one. Without a zone it counts as UTC. */
export function timeOf(text: string | null, otherwise: string): string {
  const match = text === null ? null : /^\s*(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:\d\d)?\s*$/.exec(text);
  const ms = match ? Date.parse(`${match[1]}${match[2] ?? 'Z'}`) : Number.NaN;
  return Number.isNaN(ms) ? otherwise : new Date(ms).toISOString();
}
