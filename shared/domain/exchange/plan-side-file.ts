// A study that Plumbline exported, from its own side file: records as they were, as far as the open study does not have them already.
import { AppError } from '#shared/lib/app-error';
import { countNoun } from '#shared/lib/text';
import { type AnyRecord, type CollectionName, COLLECTIONS } from '#shared/model/records/index';
import { FIRST_BOARD_ID } from '#shared/model/records/board';
import type { Asking } from '#shared/model/records/asking';
import type { Participant } from '#shared/model/records/participant';
import type { Snippet } from '#shared/model/records/snippet';
import type { Source } from '#shared/model/records/source';
import type { Cue, KeptText, Turn } from '#shared/model/transcript';
import type { VaultReader } from '#shared/model/vault-state';

import { bring, emptyReport, type ExchangeReport, note } from './exchange-report.ts';

export interface SideTranscript {
  turns: Turn[];
  cues?: Cue[];
  heading?: string;
  kept?: KeptText;
}

export interface SidePlan {
  records: Partial<Record<CollectionName, AnyRecord[]>>;
  transcripts: ({ sourceId: string } & SideTranscript)[];
  report: ExchangeReport;
}

const COUNTED: readonly [CollectionName, string, string][] = [
  ['tags', 'tag', 'tags'],
  ['sources', 'source', 'sources'],
  ['snippets', 'snippet', 'snippets'],
  ['taggings', 'tagging', 'taggings'],
  ['participants', 'participant', 'participants'],
  ['segments', 'segment', 'segments'],
  ['themes', 'theme', 'themes'],
  ['cards', 'card', 'cards'],
  ['departments', 'department', 'departments'],
  ['assumptions', 'assumption', 'assumptions'],
  ['evidenceLinks', 'evidence link', 'evidence links'],
  ['questions', 'question of the guide', 'questions of the guide'],
  ['recruits', 'person to be interviewed', 'people to be interviewed'],
  ['memos', 'memo', 'memos'],
  ['queries', 'query', 'queries'],
  ['codebookVersions', 'codebook version', 'codebook versions'],
];

/**
 * @param content the parsed JSON of the side file. Records are checked when they are recorded; texts are checked here.
 * @throws AppError('unreadable-file') when it is not of the shape that Plumbline writes.
 */
export function planSideFile(fileName: string, content: unknown, reader: VaultReader): SidePlan {
  const { records, transcripts } = (isObject(content) ? content : {}) as { records?: unknown; transcripts?: unknown };
  if (!isObject(records) || !isObject(transcripts)) throw damaged(fileName);
  const empty = isEmptyStudy(reader);
  const report = emptyReport();
  const plan: SidePlan = { records: {}, transcripts: [], report };
  let there = 0;
  for (const collection of COLLECTIONS) {
    const list = records[collection] ?? [];
    if (!Array.isArray(list) || !list.every((record) => isObject(record) && typeof record['id'] === 'string')) throw damaged(fileName);
    const news = (list as AnyRecord[]).filter((record) => isNew(reader, collection, record, empty));
    if (collection !== 'study' && collection !== 'readout' && collection !== 'boards') there += list.length - news.length;
    plan.records[collection] = news;
  }
  const sources = (plan.records.sources ?? []) as Source[];
  for (const source of sources) plan.transcripts.push({ sourceId: source.id, ...sideTranscript(fileName, transcripts[source.id]) });
  checkSnippets(fileName, plan);
  plan.records.sources = sources.map((source) => ({ ...source, transcript: { ...source.transcript, revision: 1 } }));
  plan.records.askings = ((plan.records.askings ?? []) as Asking[]).map((asking) => placedAnew(asking, sources));
  plan.records.snippets = ((plan.records.snippets ?? []) as Snippet[]).map(withoutPast);
  plan.records.participants = freePseudonyms(reader, (plan.records.participants ?? []) as Participant[], report);
  for (const [collection, one, many] of COUNTED) bring(report, plan.records[collection]?.length ?? 0, one, many);
  report.changes.unshift('The package was written by Plumbline: everything is read from its own file, as it was.');
  note(report.changes, there, 'record that this study has already stays', 'records that this study has already stay', 'as before.');
  if (!empty) report.changes.push('The decision, the readout and the name of this study stay as they are here.');
  return plan;
}

/** Only the text of today comes over: earlier revisions are not in the package. */
function withoutPast({ review, ...snippet }: Snippet): Snippet {
  const kept = review && { proposals: review.proposals, withoutPlace: review.withoutPlace };
  return { ...snippet, revision: 1, ...(kept ? { review: kept } : {}) };
}

/** A turn of an earlier text is nobody's place in the one that comes over. */
function placedAnew(asking: Asking, sources: readonly Source[]): Asking {
  const source = sources.find(({ id }) => id === asking.sourceId);
  const here = asking.place !== null && asking.place.revision === source?.transcript.revision;
  return { ...asking, place: here && asking.place ? { ...asking.place, revision: 1 } : null };
}

/** Nothing but what every new study has. */
function isEmptyStudy(reader: VaultReader): boolean {
  return COLLECTIONS.every((collection) => {
    const most = collection === 'study' || collection === 'readout' || collection === 'boards' ? 1 : 0;
    return reader.all(collection).size <= most;
  });
}

function isNew(reader: VaultReader, collection: CollectionName, record: AnyRecord, empty: boolean): boolean {
  if (collection === 'study' || collection === 'readout') return empty;
  if (collection === 'boards') return record.id !== FIRST_BOARD_ID ? !reader.get('boards', record.id) : empty;
  return !reader.get(collection, record.id);
}

function freePseudonyms(reader: VaultReader, people: readonly Participant[], report: ExchangeReport): Participant[] {
  const taken = new Set([...reader.all('participants').values()].map((person) => person.pseudonym));
  const wanted = new Set(people.map((person) => person.pseudonym));
  let renamed = 0;
  const given = people.map((person) => {
    if (!taken.has(person.pseudonym)) return person;
    renamed += 1;
    for (let number = 1; ; number += 1) {
      const code = `P${String(number).padStart(2, '0')}`;
      if (taken.has(code) || wanted.has(code)) continue;
      taken.add(code);
      return { ...person, pseudonym: code };
    }
  });
  if (renamed > 0)
    report.changes.push(`${countNoun(renamed, 'participant', 'participants')} got another pseudonym, because theirs is taken here.`);
  return given;
}

function sideTranscript(fileName: string, content: unknown): SideTranscript {
  const text = isObject(content) ? content : {};
  const { turns, cues, heading, kept } = text as { turns?: unknown; cues?: unknown; heading?: unknown; kept?: unknown };
  const sound =
    Array.isArray(turns) &&
    turns.every(isTurn) &&
    (cues === undefined || (Array.isArray(cues) && cues.every(isCue))) &&
    (heading === undefined || typeof heading === 'string') &&
    (kept === undefined || (isObject(kept) && typeof kept['text'] === 'string' && isObject(kept['selections'])));
  if (!sound) throw damaged(fileName);
  return {
    turns: turns as Turn[],
    ...(cues ? { cues: cues as Cue[] } : {}),
    ...(typeof heading === 'string' ? { heading } : {}),
    ...(kept ? { kept: kept as unknown as KeptText } : {}),
  };
}

const isTime = (value: unknown): boolean => value === null || (typeof value === 'number' && value >= 0);

function isTurn(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { speaker, startMs, endMs, text } = value;
  return (speaker === null || typeof speaker === 'string') && isTime(startMs) && isTime(endMs) && typeof text === 'string';
}

function isCue(value: unknown): boolean {
  return isObject(value) && typeof value['startMs'] === 'number' && typeof value['endMs'] === 'number' && typeof value['text'] === 'string';
}

/** Snippets must lie inside of their texts: screens and counts rely on it. */
function checkSnippets(fileName: string, plan: SidePlan): void {
  const texts = new Map(plan.transcripts.map(({ sourceId, turns }) => [sourceId, turns]));
  for (const snippet of (plan.records.snippets ?? []) as Snippet[]) {
    const turns = texts.get(snippet.sourceId);
    const { startTurn, startOffset, endTurn, endOffset } = snippet.range ?? {};
    const inside = startOffset <= (turns?.[startTurn]?.text.length ?? -1) && endOffset <= (turns?.[endTurn]?.text.length ?? -1);
    if (turns && !inside) throw damaged(fileName);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function damaged(fileName: string): AppError {
  return new AppError(
    'unreadable-file',
    `${fileName} was not imported: the file plumbline.json inside is damaged. Nothing was changed. Export the study again, or take plumbline.json out of the package to import what the standard holds.`,
    { fileName },
  );
}
