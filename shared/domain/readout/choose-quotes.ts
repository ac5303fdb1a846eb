// Which quotes are shown: chosen by hand first, then starred, then of the people who have been quoted least.
import type { PersonKey } from '#shared/domain/evidence/participants-of';

import { type Finding, withoutOpposite } from './rank-findings.ts';
import type { ReadoutScope } from './readout-scope.ts';

/** At most so many quotes stand in the body of a finding (ux.md 5.2). */
const QUOTES_OF_A_FINDING = 3;

/** A quote of this many UTF-16 units says something and can still be taken in at a glance. */
const READABLE = { from: 40, to: 600 };

/** How often each person has been quoted so far. */
export type Voices = Map<PersonKey, number>;

/** The quotes of all findings, planned before any page is written, so that the pages quote the same passages and all voices. */
export interface QuotePlan {
  /** Up to three snippets a theme. */
  ofTheme: ReadonlyMap<string, readonly string[]>;
  /** One snippet a theme that says the opposite. */
  againstTheme: ReadonlyMap<string, string>;
  /** All of them. */
  shown: ReadonlySet<string>;
}

/** Plans the quotes of all findings together, so that as many different people as possible are heard; one quote of each says the opposite, where any does. */
export function planQuotes(scope: ReadoutScope, findings: readonly Finding[]): QuotePlan {
  const voices: Voices = new Map();
  const ofTheme = new Map<string, readonly string[]>();
  const againstTheme = new Map<string, string>();
  for (const finding of findings) {
    const themeId = finding.row.theme.id;
    const chosen = scope.added.quotes[themeId] ?? [];
    ofTheme.set(themeId, pickQuotes(scope, withoutOpposite(scope, finding), QUOTES_OF_A_FINDING, voices, chosen));
  }
  const shown = new Set([...ofTheme.values()].flat());
  for (const { row, opposite } of findings) {
    const there = [...opposite].filter((id) => shown.has(id));
    const [dissent] = pickQuotes(scope, there.length > 0 ? there : opposite, 1, voices);
    if (dissent === undefined) continue;
    againstTheme.set(row.theme.id, dissent);
    shown.add(dissent);
  }
  return { ofTheme, againstTheme, shown };
}

/**
 * Picks snippets in order of what they are worth to a reader: those chosen by hand in their order, then starred ones,
 * each time of the person who has been quoted least so far, then of readable length. Same input, same answer.
 * Withheld snippets are never picked.
 * @param voices is brought up to date with what was picked.
 */
export function pickQuotes(
  scope: ReadoutScope,
  snippetIds: Iterable<string>,
  count: number,
  voices: Voices = new Map(),
  chosen: readonly string[] = [],
): string[] {
  const picked = chosen
    .filter((id) => scope.reader.get('snippets', id) !== undefined && !scope.withheld.snippetIds.has(id))
    .slice(0, count);
  const left = [...new Set(snippetIds)]
    .filter((id) => !picked.includes(id) && !scope.withheld.snippetIds.has(id) && scope.evidence.peopleOf(id).length > 0)
    .sort()
    .map((id) => candidate(scope, id));
  for (const id of picked) noteVoices(scope, voices, id);
  while (picked.length < count && left.length > 0) {
    const best = left.reduce((least, each) => (rank(scope, voices, each) < rank(scope, voices, least) ? each : least));
    left.splice(left.indexOf(best), 1);
    picked.push(best.id);
    noteVoices(scope, voices, best.id);
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

/** Lowest goes first. */
function rank(scope: ReadoutScope, voices: Voices, { id, starred, length }: Candidate): number {
  const heard = Math.min(...scope.evidence.peopleOf(id).map((person) => voices.get(person) ?? 0));
  return (starred ? 0 : 1_000_000) + 10 * heard + length;
}

function noteVoices(scope: ReadoutScope, voices: Voices, id: string): void {
  for (const person of scope.evidence.peopleOf(id)) voices.set(person, (voices.get(person) ?? 0) + 1);
}
