// What is known of a theme or a verdict for judging how far it can be relied on.
import type { ConfidenceFacts } from './propose-confidence.ts';
import { FEWEST_WHO_DO_OTHERWISE } from './decide-verdict.ts';
import type { EvidenceScope } from './evidence-scope.ts';
import { freshnessOfDays } from './freshness.ts';
import { isFirstHand } from './hearing.ts';
import { distinctPeople, isUnknownPerson, type PersonKey } from './participants-of.ts';
import { peopleOfQuotes } from './theme-people.ts';
import type { AssumptionVerdict } from './verdict.ts';

/** Facts on a verdict: of everybody heard first-hand for it, against it or around it. */
export function factsOfVerdict(scope: EvidenceScope, answer: AssumptionVerdict): ConfidenceFacts {
  const { participants, retold, done, snippetIds, target, freshness } = answer;
  const [supporting, contradicting] = [participants.supporting.length, participants.contradicting.length];
  const leads = supporting >= contradicting;
  const [as, otherwise] = leads ? [done.supporting, done.contradicting] : [done.contradicting, done.supporting];
  const people = distinctPeople([participants.supporting, participants.contradicting, participants.refining]);
  const quotes = new Set([...snippetIds.supporting, ...snippetIds.contradicting, ...snippetIds.refining]);
  return {
    ...countsOf(scope, people),
    retold: distinctPeople([retold.supporting, retold.contradicting, retold.refining]).length,
    leading: Math.max(supporting, contradicting),
    other: Math.min(supporting, contradicting),
    doneOtherwise: otherwise.length >= FEWEST_WHO_DO_OTHERWISE && otherwise.length > as.length,
    dominated: peopleOfQuotes(scope, quotes).dominant !== null,
    inTarget: target?.spoke ?? null,
    stale: freshness?.stale ?? false,
    searched: answer.computed !== 'supported' || answer.counterSearches > 0,
  };
}

/**
 * Facts on a theme, those nested in it included. People of whom a quote is judged against what the theme is judged to say are on the other side.
 * @param today the day on which it is looked at, `2026-06-30`.
 */
export function factsOfTheme(scope: EvidenceScope, themeId: string, today: string): ConfidenceFacts {
  const snippetIds = [...scope.family(themeId).snippetIds];
  const heard = snippetIds.filter((id) => isFirstHand(scope.hearingOf(id)));
  const told = snippetIds.filter((id) => !isFirstHand(scope.hearingOf(id)));
  const people = scope.peopleBehind(heard);
  const known = new Set(people);
  const others = scope.peopleBehind(otherwiseIn(scope, themeId, heard));
  const days = [...new Set(heard.map((id) => scope.reader.get('snippets', id)?.sourceId ?? ''))].map(
    (id) => scope.reader.get('sources', id)?.heldOn ?? null,
  );
  const target = scope.reader.get('study', 'study')?.targetSegmentId ?? null;
  return {
    ...countsOf(scope, people),
    retold: scope.peopleBehind(told).filter((person) => !known.has(person)).length,
    leading: people.length - others.length,
    other: others.length,
    doneOtherwise: false,
    dominated: peopleOfQuotes(scope, heard).dominant !== null,
    inTarget: target === null ? null : people.filter((person) => scope.reader.get('participants', person)?.segmentId === target).length,
    stale: freshnessOfDays(days, today)?.stale ?? false,
    searched: true,
  };
}

function countsOf({ reader }: EvidenceScope, people: readonly PersonKey[]) {
  const advocates = people.filter((person) => reader.get('participants', person)?.reached === 'advocate').length;
  return { people: people.length, unknown: people.filter(isUnknownPerson).length, advocates };
}

const OPPOSITE = { supports: 'contradicts', contradicts: 'supports', refines: null, 'not-relevant': null } as const;

/** Snippets of the theme that are judged on their own to say the opposite of what the theme says. */
function otherwiseIn({ reader }: EvidenceScope, themeId: string, snippetIds: readonly string[]): string[] {
  const said = new Map(reader.referring('themes', themeId, 'evidenceLinks').map((link) => [link.assumptionId, OPPOSITE[link.relation]]));
  if (said.size === 0) return [];
  return snippetIds.filter((id) =>
    reader.referring('snippets', id, 'evidenceLinks').some((link) => (said.get(link.assumptionId) ?? null) === link.relation),
  );
}
