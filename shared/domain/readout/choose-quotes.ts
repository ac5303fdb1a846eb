// Which quotes are shown: chosen by hand first, then starred, then of different people.
import type { PersonKey } from '#shared/domain/evidence/participants-of';

import type { ReadoutScope } from './readout-scope.ts';

/** At most so many quotes stand in the body of a finding (ux.md 5.2). */
export const QUOTES_OF_A_FINDING = 3;

/** A quote of this many UTF-16 units says something and can still be taken in at a glance. */
const READABLE = { from: 40, to: 600 };

/**
 * Picks snippets in order of what they are worth to a reader: those chosen by hand in their order, then starred ones,
 * then readable lengths, each time of the person who has been quoted least so far. Same input, same answer.
 */
export function pickQuotes(
  scope: ReadoutScope,
  snippetIds: Iterable<string>,
  count: number,
  chosen: readonly string[] = [],
): string[] {
  const picked = chosen.filter((id) => scope.reader.get('snippets', id) !== undefined).slice(0, count);
  const left = [...new Set(snippetIds)]
    .filter((id) => !picked.includes(id) && scope.evidence.peopleOf(id).length > 0)
    .map((id) => candidate(scope, id))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  const quoted = new Map<PersonKey, number>();
  for (const id of picked) noteVoices(scope, quoted, id);
  while (picked.length < count && left.length > 0) {
    const best = left.reduce((least, each) => (rank(scope, quoted, each) < rank(scope, quoted, least) ? each : least));
    left.splice(left.indexOf(best), 1);
    picked.push(best.id);
    noteVoices(scope, quoted, best.id);
  }
  return picked;
}

interface Candidate {
  id: string;
  starred: boolean;
  /** 0 for readable lengths, else 1. */
  length: 0 | 1;
}

function candidate(scope: ReadoutScope, id: string): Candidate {
  const snippet = scope.reader.require('snippets', id);
  const readable = snippet.quote.length >= READABLE.from && snippet.quote.length <= READABLE.to;
  return { id, starred: snippet.starred, length: readable ? 0 : 1 };
}

/** Lowest goes first: starred, then voices heard least so far, then readable lengths. */
function rank(scope: ReadoutScope, quoted: ReadonlyMap<PersonKey, number>, { id, starred, length }: Candidate): number {
  const heard = Math.min(...scope.evidence.peopleOf(id).map((person) => quoted.get(person) ?? 0));
  return (starred ? 0 : 1_000_000) + 10 * heard + length;
}

function noteVoices(scope: ReadoutScope, quoted: Map<PersonKey, number>, id: string): void {
  for (const person of scope.evidence.peopleOf(id)) quoted.set(person, (quoted.get(person) ?? 0) + 1);
}
