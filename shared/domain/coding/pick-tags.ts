// The rows of the tag picker for what has been typed: best first, creating always last and never by accident.
import { rankNames, withinOneEdit } from '#shared/domain/search/rank-names';
import { foldForSearch } from '#shared/lib/text';
import type { Tag } from '#shared/model/records/tag';

export interface PickableTag {
  tag: Tag;
  /** Names of the tags above it: `Money › Renewal`; empty at the top. */
  path: string;
  usesHere: number;
  usesInStudy: number;
}

export type PickRow =
  | { kind: 'tag'; pick: PickableTag; /** What was typed is nearly its name. */ meant: boolean }
  | { kind: 'create'; name: string };

/** Pickable tags in the order that ties have: by use in this interview, then in the study, then by name. */
export function byUse(tags: readonly PickableTag[]): PickableTag[] {
  return tags.toSorted(
    (left, right) =>
      right.usesHere - left.usesHere || right.usesInStudy - left.usesInStudy || left.tag.name.localeCompare(right.tag.name, 'en'),
  );
}

/**
 * Rows for a query. The first row is what Enter takes: a tag whenever any fits, otherwise creating. A name within one letter of an
 * existing one comes first, as a question.
 * @param tags of byUse. @param applied ids that are on the snippet already: they are not offered.
 */
export function pickRows(tags: readonly PickableTag[], query: string, applied: ReadonlySet<string>): PickRow[] {
  const typed = query.trim().replace(/\s+/g, ' ');
  const free = tags.filter(({ tag }) => !applied.has(tag.id));
  const ranked = rankNames(free, typed, ({ tag }) => tag.name);
  const folded = foldForSearch(typed);
  const isMeant = (name: string): boolean =>
    folded.length > 3 && foldForSearch(name) !== folded && withinOneEdit(foldForSearch(name), folded);
  const meant = ranked.some(({ tier }) => tier === 0 || tier === 1) ? null : (free.find(({ tag }) => isMeant(tag.name)) ?? null);
  const rows: PickRow[] = [
    ...(meant ? [{ kind: 'tag', pick: meant, meant: true } as const] : []),
    ...ranked.filter(({ item }) => item !== meant).map(({ item }) => ({ kind: 'tag', pick: item, meant: false }) as const),
  ];
  const exists = tags.some(({ tag }) => foldForSearch(tag.name) === folded);
  return typed === '' || exists ? rows : [...rows, { kind: 'create', name: typed }];
}
