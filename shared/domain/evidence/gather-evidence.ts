// Which snippets speak for, against or around an assumption, by the links of themes and of single snippets.
import type { EvidenceLink, EvidenceRelation } from '#shared/model/records/evidence-link';

import type { EvidenceScope } from './evidence-scope.ts';

/** Snippet ids by what they say of the assumption. A snippet may be on several sides when its themes disagree. */
export interface EvidenceSides {
  supports: Set<string>;
  contradicts: Set<string>;
  refines: Set<string>;
  /** Snippets that are judged on their own, apart from any theme they lie in. */
  judgedAlone: Set<string>;
}

/**
 * Sorts the snippets behind the given links. A theme's link speaks for all its snippets, those of nested themes included;
 * the nearer judgement goes first: a nested theme's own link takes the place of its parent's, a snippet's own link takes
 * the place of every theme's. The order of the links plays no part.
 */
export function gatherEvidence(scope: EvidenceScope, links: Iterable<EvidenceLink>): EvidenceSides {
  const sides: EvidenceSides = {
    supports: new Set(),
    contradicts: new Set(),
    refines: new Set(),
    judgedAlone: new Set(),
  };
  const ofThemes = new Map<string, Set<EvidenceRelation>>();
  for (const link of links) {
    if (link.snippetId !== null) {
      sides[link.relation].add(link.snippetId);
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
  sides: EvidenceSides,
  ofThemes: ReadonlyMap<string, ReadonlySet<EvidenceRelation>>,
  from: string,
  relations: ReadonlySet<EvidenceRelation>,
): void {
  const reached = new Set([from]);
  for (const themeId of reached) {
    for (const snippetId of scope.ownSnippets(themeId)) {
      if (sides.judgedAlone.has(snippetId)) continue;
      for (const relation of relations) sides[relation].add(snippetId);
    }
    for (const nested of scope.nestedThemes(themeId)) {
      if (!ofThemes.has(nested.id)) reached.add(nested.id);
    }
  }
}
