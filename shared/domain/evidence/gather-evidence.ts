// Which snippets speak for, against or around an assumption, by the links of themes and of single snippets.
import type { EvidenceLink, EvidenceRelation } from '#shared/model/records/evidence-link';

import type { EvidenceScope } from './evidence-scope.ts';
import type { PersonKey } from './participants-of.ts';
import { GrowingUnion, type SnippetUnion } from './snippet-union.ts';

type GrowingSides = EvidenceSides & Record<EvidenceRelation, GrowingUnion>;

/** Snippets by what they say of the assumption. A snippet may be on several sides when its themes disagree. */
export interface EvidenceSides {
  supports: SnippetUnion;
  contradicts: SnippetUnion;
  refines: SnippetUnion;
  /** Snippets that are judged on their own, apart from any theme they lie in. */
  judgedAlone: Set<string>;
  /** The lists of people behind the snippets of each side: few, however many the snippets are. */
  voices: Record<EvidenceRelation, Set<readonly PersonKey[]>>;
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
    voices: { supports: new Set(), contradicts: new Set(), refines: new Set() },
  };
  const ofThemes = new Map<string, Set<EvidenceRelation>>();
  for (const link of links) {
    if (link.snippetId !== null) {
      sides[link.relation].addOne(link.snippetId);
      sides.voices[link.relation].add(scope.peopleOf(link.snippetId));
      sides.judgedAlone.add(link.snippetId);
    } else if (link.themeId !== null) {
      const relations = ofThemes.get(link.themeId);
      if (relations) relations.add(link.relation);
      else ofThemes.set(link.themeId, new Set([link.relation]));
    }
  }
  for (const [themeId, relations] of ofThemes) spread(scope, sides, ofThemes, themeId, relations);
  return sides;
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
    for (const relation of relations) add(scope, sides, relation, themeId);
    for (const nested of scope.nestedThemes(themeId)) {
      if (!ofThemes.has(nested.id)) reached.add(nested.id);
    }
  }
}

/** Puts a theme's own snippets on a side, but for those that are judged on their own. */
function add(scope: EvidenceScope, { judgedAlone, voices, ...sides }: GrowingSides, relation: EvidenceRelation, themeId: string): void {
  const own = scope.ownSnippets(themeId);
  const side = sides[relation];
  const heard = voices[relation];
  if (!liesAnyIn(scope, judgedAlone, themeId)) {
    side.addList(own);
    for (const people of scope.voices(themeId)) heard.add(people);
    return;
  }
  const others = own.filter((snippetId) => !judgedAlone.has(snippetId));
  side.addList(others);
  for (const snippetId of others) heard.add(scope.peopleOf(snippetId));
}

/** Asked of the few snippets judged on their own, not of the thousands of a theme. */
function liesAnyIn(scope: EvidenceScope, snippetIds: ReadonlySet<string>, themeId: string): boolean {
  for (const snippetId of snippetIds) if (scope.themesOf(snippetId).has(themeId)) return true;
  return false;
}
