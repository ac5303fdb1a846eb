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
  | {
      kind: 'tag';
      pick: PickableTag;
      /** What was typed is nearly its name. */
      meant: boolean;
      /** Proposed: snippets like this one have it. The words that they share. */
      like?: readonly string[];
      /** Another name of it, which is what was typed. */
      alias?: string;
    }
  | { kind: 'create'; name: string };

/** A tag that snippets like the one to be tagged have, and the words that they share with it. */
export interface LikelyTag {
  tagId: string;
  words: readonly string[];
}

/** Proposed tags a picker shows. */
const MOST_LIKELY = 3;

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
 * @param likely proposed tags, the likeliest first: they lead while nothing is typed.
 */
export function pickRows(
  tags: readonly PickableTag[],
  query: string,
  applied: ReadonlySet<string>,
  likely: readonly LikelyTag[] = [],
): PickRow[] {
  const typed = query.trim().replace(/\s+/g, ' ');
  const free = tags.filter(({ tag }) => !applied.has(tag.id));
  if (typed === '') return untypedRows(free, likely);
  const ranked = rankByAllNames(free, typed);
  const folded = foldForSearch(typed);
  const isMeant = (name: string): boolean =>
    folded.length > 3 && foldForSearch(name) !== folded && withinOneEdit(foldForSearch(name), folded);
  const meant = ranked.some(({ tier }) => tier === 0 || tier === 1) ? null : (free.find(({ tag }) => isMeant(tag.name)) ?? null);
  const rows: PickRow[] = [
    ...(meant ? [{ kind: 'tag', pick: meant, meant: true } as const] : []),
    ...ranked
      .filter(({ item }) => item.pick !== meant)
      .map(({ item: { pick, alias } }) => ({ kind: 'tag', pick, meant: false, ...(alias === null ? {} : { alias }) }) as const),
  ];
  const exists = tags.some(({ tag }) => namesOf(tag).some((name) => foldForSearch(name) === folded));
  return exists ? rows : [...rows, { kind: 'create', name: typed }];
}

const namesOf = ({ name, aliases }: Tag): string[] => [name, ...(aliases ?? [])];

/** Each tag once, by whichever of its names fits best; `alias` is that name when it is not its first one. */
function rankByAllNames(tags: readonly PickableTag[], typed: string) {
  const named = tags.flatMap((pick) => namesOf(pick.tag).map((name, at) => ({ pick, name, alias: at === 0 ? null : name })));
  const seen = new Set<PickableTag>();
  return rankNames(named, typed, ({ name }) => name).filter(({ item: { pick } }) => !seen.has(pick) && seen.add(pick));
}

function untypedRows(free: readonly PickableTag[], likely: readonly LikelyTag[]): PickRow[] {
  const proposed = likely.flatMap(({ tagId, words }): Extract<PickRow, { kind: 'tag' }>[] => {
    const pick = free.find(({ tag }) => tag.id === tagId);
    return pick ? [{ kind: 'tag', pick, meant: false, like: words }] : [];
  });
  const first = proposed.slice(0, MOST_LIKELY);
  const taken = new Set(first.map(({ pick }) => pick));
  return [...first, ...free.filter((pick) => !taken.has(pick)).map((pick): PickRow => ({ kind: 'tag', pick, meant: false }))];
}
