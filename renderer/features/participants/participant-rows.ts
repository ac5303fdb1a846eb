// The rows of the participants table: what each was heard in, marked and said, sorted as wished.
import type { PeopleOf } from '#shared/domain/evidence/participants-of';
import { peopleInSource } from '#shared/domain/evidence/participants-of';
import { consentInWords } from '#shared/domain/participants/consent-words';
import { daysBetween, decideConsent, ENDS_SOON_DAYS } from '#shared/domain/participants/decide-consent';
import type { Participant } from '#shared/model/records/participant';
import type { VaultReader } from '#shared/model/vault-state';

import { attributesInWords, consentInShort, REACHED_NAMES } from './participant-words.ts';

export interface ParticipantRow {
  participant: Participant;
  segment: string;
  attributes: string;
  reached: string;
  /** In one or two words, as of the day. */
  consent: string;
  /** The same in full, or why words are withheld. */
  consentTitle: string;
  /** Why their words do not go to stakeholders; empty when they do. */
  withheld: string;
  /** False when nothing is recorded. */
  recorded: boolean;
  /** Days until consent that is given ends, today being 0; null without an end. */
  endsIn: number | null;
  /** Interviews they are heard in. */
  interviews: number;
  snippets: number;
  /** Words of those interviews, everybody's together. */
  words: number;
}

export const SORTABLE = ['pseudonym', 'name', 'segment', 'attributes', 'reached', 'consent', 'interviews', 'snippets', 'words'] as const;
export type SortColumn = (typeof SORTABLE)[number];

/** One row a participant, counted in one pass over sources and snippets. @param day `2026-06-30`, on which consent is decided. */
export function participantRows(reader: VaultReader, peopleOf: PeopleOf, day: string): ParticipantRow[] {
  const rows = new Map<string, ParticipantRow>();
  for (const participant of reader.all('participants').values()) {
    const segment = participant.segmentId === null ? '' : (reader.get('segments', participant.segmentId)?.name ?? '');
    const attributes = attributesInWords(participant.attributes);
    rows.set(participant.id, {
      participant,
      segment,
      attributes,
      reached: REACHED_NAMES[participant.reached],
      ...consentOf(participant, day),
      interviews: 0,
      snippets: 0,
      words: 0,
    });
  }
  for (const source of reader.all('sources').values()) {
    for (const person of peopleInSource(source)) {
      const row = rows.get(person);
      if (!row) continue;
      row.interviews += 1;
      row.words += source.transcript.words;
    }
  }
  for (const snippet of reader.all('snippets').values()) {
    for (const person of peopleOf(snippet)) {
      const row = rows.get(person);
      if (row) row.snippets += 1;
    }
  }
  return [...rows.values()];
}

function consentOf(
  participant: Participant,
  day: string,
): Pick<ParticipantRow, 'consent' | 'consentTitle' | 'withheld' | 'recorded' | 'endsIn'> {
  const { allowed, recorded, why } = decideConsent(participant, 'stakeholders', day);
  const end = participant.consent?.expiresOn ?? null;
  return {
    consent: consentInShort(participant.consent, day),
    consentTitle: allowed ? consentInWords(participant.consent, day) : why,
    withheld: allowed ? '' : why,
    recorded,
    endsIn: allowed && end !== null ? daysBetween(day, end) : null,
  };
}

/** Which people the table shows by their consent. */
export const CONSENT_FILTERS = {
  all: { name: 'Everybody', holds: () => true },
  withheld: { name: 'Withheld from stakeholders', holds: ({ withheld }) => withheld !== '' },
  ending: { name: `Consent ends within ${ENDS_SOON_DAYS} days`, holds: ({ endsIn }) => endsIn !== null && endsIn <= ENDS_SOON_DAYS },
  unrecorded: { name: 'No consent recorded', holds: ({ recorded }) => !recorded },
} as const satisfies Record<string, { name: string; holds(row: ParticipantRow): boolean }>;
export type ConsentFilter = keyof typeof CONSENT_FILTERS;

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const valueOf = (row: ParticipantRow, column: SortColumn): string | number =>
  column === 'pseudonym' || column === 'name' ? row.participant[column] : row[column];

/** Numbers from the largest when descending; ties stand by pseudonym. */
export function sortedRows(rows: readonly ParticipantRow[], column: SortColumn, descending: boolean): ParticipantRow[] {
  const sign = descending ? -1 : 1;
  return rows.toSorted((left, right) => {
    const [a, b] = [valueOf(left, column), valueOf(right, column)];
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
    return sign * order || collator.compare(left.participant.pseudonym, right.participant.pseudonym);
  });
}
