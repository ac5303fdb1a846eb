// Whose words stay inside on a day: the snippets and interviews that what leaves the study must not hold, with the reasons.
import {
  candidatesOf,
  createPeopleOf,
  isUnknownPerson,
  peopleInSource,
  type PeopleOptions,
  type SpokenPart,
} from '#shared/domain/evidence/participants-of';
import type { Purpose } from '#shared/model/records/consent';
import type { Source } from '#shared/model/records/source';
import type { VaultReader } from '#shared/model/vault-state';

import { decideConsent } from './decide-consent.ts';

/** For whom words leave, and on which day. */
export interface WordsOut {
  purpose: Purpose;
  /** `2026-06-30`. */
  day: string;
}

export interface WithheldPerson {
  participantId: string;
  pseudonym: string;
  /** A finished sentence with the pseudonym. */
  why: string;
  /** Snippets that hold their words. */
  quotes: number;
}

export interface WithheldWords {
  /** Everybody whose consent does not reach so far, in the order of the records. */
  people: readonly WithheldPerson[];
  /** Snippets with words of at least one of them. */
  snippetIds: ReadonlySet<string>;
  /** Interviews in which one of them is heard. */
  sourceIds: ReadonlySet<string>;
  /** The participants for whose sake a snippet is withheld; empty when it may go out. */
  blockedIn(snippetId: string): readonly string[];
  /** The reasons why a snippet is withheld; null when it may go out. */
  whyOf(snippetId: string): string | null;
}

export const NOTHING_WITHHELD: WithheldWords = {
  people: [],
  snippetIds: new Set(),
  sourceIds: new Set(),
  blockedIn: () => [],
  whyOf: () => null,
};

/**
 * Reads who is blocked and what that holds back. Where nobody can say which of several people speaks, one of them blocked is enough.
 * Costs nothing while nobody is blocked.
 */
export function withheldWords(reader: VaultReader, { purpose, day }: WordsOut, options: PeopleOptions = {}): WithheldWords {
  const blocked = new Map<string, { pseudonym: string; why: string; quotes: number }>();
  for (const participant of reader.all('participants').values()) {
    const { allowed, why } = decideConsent(participant, purpose, day);
    if (!allowed) blocked.set(participant.id, { pseudonym: participant.pseudonym, why, quotes: 0 });
  }
  const held = new Map<string, string[]>();
  const sourceIds = new Set<string>();
  const peopleOf = createPeopleOf(reader, options);
  for (const source of blocked.size === 0 ? [] : reader.all('sources').values()) {
    const among = (keys: readonly string[]): string[] => [...new Set(keys.flatMap((key) => blockedIn(key, source, blocked)))];
    if (among(peopleInSource(source)).length === 0) continue;
    sourceIds.add(source.id);
    for (const snippet of reader.referring('sources', source.id, 'snippets')) {
      const found = among(peopleOf(snippet));
      if (found.length > 0) held.set(snippet.id, found);
      for (const id of found) count(blocked, id);
    }
  }
  return {
    people: [...blocked].map(([participantId, person]) => ({ participantId, ...person })),
    snippetIds: new Set(held.keys()),
    sourceIds,
    blockedIn: (snippetId) => held.get(snippetId) ?? [],
    whyOf: (snippetId) =>
      held
        .get(snippetId)
        ?.map((id) => blocked.get(id)?.why ?? '')
        .join(' ') ?? null,
  };
}

function count(blocked: ReadonlyMap<string, { quotes: number }>, id: string): void {
  const person = blocked.get(id);
  if (person) person.quotes += 1;
}

/** Why a stretch of a source may not go out, marked or not; null when it may. @throws AppError('not-found') without such a source. */
export function whyWithheld(reader: VaultReader, out: WordsOut, part: SpokenPart, options: PeopleOptions = {}): string | null {
  const source = reader.require('sources', part.sourceId);
  const reasons = new Map<string, string>();
  for (const participant of reader.all('participants').values()) {
    const { allowed, why } = decideConsent(participant, out.purpose, out.day);
    if (!allowed) reasons.set(participant.id, why);
  }
  if (reasons.size === 0) return null;
  const keys = createPeopleOf(reader, options)(part);
  const blocked = new Set(keys.flatMap((key) => blockedIn(key, source, reasons)));
  return blocked.size === 0 ? null : [...blocked].map((id) => reasons.get(id) ?? '').join(' ');
}

/** The blocked participants that a key may stand for. A voice without a record in a source of one person may be that person. */
function blockedIn(key: string, source: Source, blocked: ReadonlyMap<string, unknown>): string[] {
  const candidates = candidatesOf(key);
  if (candidates) return candidates.flatMap((candidate) => blockedIn(candidate, source, blocked));
  const id = isUnknownPerson(key) ? source.participantId : key;
  return id !== null && blocked.has(id) ? [id] : [];
}
