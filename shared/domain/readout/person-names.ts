// How people and quotes are named in the readout: pseudonym, segment and month.
import { candidatesOf, isUnknownPerson, type PersonKey } from '#shared/domain/evidence/participants-of';
import type { Snippet } from '#shared/model/records/snippet';
import type { Source } from '#shared/model/records/source';

import type { ReadoutScope } from './readout-scope.ts';
import { listed, monthOf } from './sentences.ts';

const KIND_WORDS: { readonly [K in Source['kind']]: readonly [one: string, many: string] } = {
  interview: ['interview', 'interviews'],
  'frontline-story': ['frontline story', 'frontline stories'],
  complaint: ['complaint', 'complaints'],
  'advisory-board': ['advisory board', 'advisory boards'],
  'friction-log': ['friction log', 'friction logs'],
  'win-loss': ['win/loss call', 'win/loss calls'],
  observation: ['observation', 'observations'],
  'second-hand': ['second-hand account', 'second-hand accounts'],
  'survey-answers': ['set of survey answers', 'sets of survey answers'],
};

/** `3 interviews`, `1 complaint`. */
export function kindInWords(kind: Source['kind'], count: number): string {
  return `${count} ${KIND_WORDS[kind][count === 1 ? 0 : 1]}`;
}

/** The word for one source of a kind: “interview”. */
export function kindName(kind: Source['kind']): string {
  return KIND_WORDS[kind][0];
}

/** The name under which a person appears. Unknown people are numbered in the order of the sample. */
export function personName(scope: ReadoutScope, key: PersonKey): string {
  const candidates = candidatesOf(key);
  if (candidates) return `one of ${listed(candidates.map((candidate) => personName(scope, candidate)))}`;
  if (isUnknownPerson(key)) return `Unknown ${scope.heard.filter(isUnknownPerson).indexOf(key) + 1}`;
  const participant = scope.reader.get('participants', key);
  if (!participant) return 'Unknown';
  return scope.options.names === 'names' && participant.name.trim() !== '' ? participant.name : participant.pseudonym;
}

/** Name of a person's segment; null without one. */
export function segmentName(scope: ReadoutScope, key: PersonKey): string | null {
  const segmentId = scope.reader.get('participants', key)?.segmentId ?? null;
  const segment = segmentId === null ? undefined : scope.reader.get('segments', segmentId);
  return segment ? scope.shown(segment.name) : null;
}

/** `2 sales-led, 1 trial`; people without a segment are counted as such; empty when nobody has one. */
export function segmentsInWords(scope: ReadoutScope, people: readonly PersonKey[]): string {
  const counts = new Map<string, number>();
  let without = 0;
  for (const person of people) {
    const segment = segmentName(scope, person);
    if (segment === null) without += 1;
    else counts.set(segment, (counts.get(segment) ?? 0) + 1);
  }
  if (counts.size === 0) return '';
  const parts = [...counts].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
  const words = parts.map(([segment, count]) => `${count} ${segment}`);
  return [...words, ...(without > 0 ? [`${without} without a segment`] : [])].join(', ');
}

/**
 * `P07 · sales-led · May 2026`; sources that are no interview say what they are.
 * @param tellDay how the day of the source is told: its month, unless said otherwise.
 */
export function citationOf(scope: ReadoutScope, snippet: Snippet, tellDay: (day: string) => string = monthOf): string {
  const people = scope.evidence.peopleOf(snippet.id);
  const source = scope.reader.get('sources', snippet.sourceId);
  const segments = [...new Set(people.map((person) => segmentName(scope, person)).filter((name) => name !== null))];
  const parts = [
    people.length === 0 ? 'No participant' : listed(people.map((person) => personName(scope, person))),
    segments.join(', '),
    source && source.kind !== 'interview' ? kindName(source.kind) : '',
    source?.heldOn ? tellDay(source.heldOn) : 'date not noted',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
