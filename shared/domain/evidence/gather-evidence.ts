// Which snippets speak for, against or around an assumption, by the links of themes and of single snippets.
import type { EvidenceLink, EvidenceRelation } from '#shared/model/records/evidence-link';

import type { EvidenceScope } from './evidence-scope.ts';
import { type Hearing, HEARINGS, isFirstHand } from './hearing.ts';
import { distinctPeople, type PersonKey } from './participants-of.ts';
import { GrowingUnion, type SnippetUnion } from './snippet-union.ts';

/** What takes a side; a link that says “not relevant” puts its snippets on none. */
export type SideName = Exclude<EvidenceRelation, 'not-relevant'>;

type GrowingSides = EvidenceSides & Record<SideName, GrowingUnion>;

/** Snippets by what they say of the assumption. A snippet may be on several sides when its themes disagree. */
export interface EvidenceSides {
  supports: SnippetUnion;
  contradicts: SnippetUnion;
  refines: SnippetUnion;
  /** Snippets that are judged on their own, apart from any theme they lie in. */
  judgedAlone: Set<string>;
  /** The lists of people behind the snippets of each side, by how they were heard: few, however many the snippets are. */
  voices: Record<SideName, Record<Hearing, Set<readonly PersonKey[]>>>;
  /** The sources in which each side was heard first-hand. */
  heardIn: Record<SideName, Set<ReadonlySet<string>>>;
}

/** The distinct people of a side who were heard first-hand, sorted. */
export function heardFirstHand({ voices }: EvidenceSides, side: SideName): PersonKey[] {
  return distinctPeople([...voices[side].said, ...voices[side].done]);
}

/**
 * Sorts the snippets behind the given links. A theme's link speaks for all its snippets, those of nested themes included;
 * the nearer judgement goes first: a nested theme's own link takes the place of its parent's, a snippet's own link takes
 * the place of every theme's. The order of the links plays no part.
 */
export function gatherEvidence(scope: EvidenceScope, links: Iterable<EvidenceLink>): EvidenceSides {
  const sides: GrowingSides = {
    supports: new GrowingUnion(scope.themesShareNothing),
    contradicts: new GrowingUnion(scope.themesShareNothing),
    refines: new GrowingUnion(scope.themesShareNothing),
    judgedAlone: new Set(),
    voices: { supports: noVoices(), contradicts: noVoices(), refines: noVoices() },
    heardIn: { supports: new Set(), contradicts: new Set(), refines: new Set() },
  };
  const ofThemes = new Map<string, Set<EvidenceRelation>>();
  for (const link of links) {
    if (link.snippetId !== null) {
      sides.judgedAlone.add(link.snippetId);
      if (link.relation === 'not-relevant') continue;
      sides[link.relation].addOne(link.snippetId);
      hear(scope, sides, link.relation, link.snippetId);
    } else if (link.themeId !== null) {
      const relations = ofThemes.get(link.themeId);
      if (relations) relations.add(link.relation);
      else ofThemes.set(link.themeId, new Set([link.relation]));
    }
  }
  for (const [themeId, relations] of ofThemes) spread(scope, sides, ofThemes, themeId, relations);
  return sides;
}

const noVoices = (): Record<Hearing, Set<readonly PersonKey[]>> => ({ said: new Set(), done: new Set(), retold: new Set() });

function hear(scope: EvidenceScope, { voices, heardIn }: EvidenceSides, side: SideName, snippetId: string): void {
  const hearing = scope.hearingOf(snippetId);
  const people = scope.peopleOf(snippetId);
  voices[side][hearing].add(people);
  if (people.length > 0 && isFirstHand(hearing)) heardIn[side].add(scope.sourceSet(snippetId));
}

function spread(
  scope: EvidenceScope,
  sides: GrowingSides,
  ofThemes: ReadonlyMap<string, ReadonlySet<EvidenceRelation>>,
  from: string,
  relations: ReadonlySet<EvidenceRelation>,
): void {
  const reached = new Set([from]);
  for (const themeId of reached) {
    for (const relation of relations) if (relation !== 'not-relevant') add(scope, sides, relation, themeId);
    for (const nested of scope.nestedThemes(themeId)) {
      if (!ofThemes.has(nested.id)) reached.add(nested.id);
    }
  }
}

/** Puts a theme's own snippets on a side, but for those that are judged on their own. */
function add(scope: EvidenceScope, sides: GrowingSides, relation: SideName, themeId: string): void {
  const own = scope.ownSnippets(themeId);
  if (!liesAnyIn(scope, sides.judgedAlone, themeId)) {
    sides[relation].addList(own);
    const voices = scope.voices(themeId);
    for (const hearing of HEARINGS) for (const people of voices[hearing]) sides.voices[relation][hearing].add(people);
    if (voices.heardIn.size > 0) sides.heardIn[relation].add(voices.heardIn);
    return;
  }
  const others = own.filter((snippetId) => !sides.judgedAlone.has(snippetId));
  sides[relation].addList(others);
  for (const snippetId of others) hear(scope, sides, relation, snippetId);
}

/** Asked of the few snippets judged on their own, not of the thousands of a theme. */
function liesAnyIn(scope: EvidenceScope, snippetIds: ReadonlySet<string>, themeId: string): boolean {
  for (const snippetId of snippetIds) if (scope.themesOf(snippetId).has(themeId)) return true;
  return false;
}
