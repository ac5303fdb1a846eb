// What became of a codebook between two states of it, told tag by tag.
import { foldForSearch } from '#shared/lib/text';
import type { KeptTag } from '#shared/model/records/codebook-version';

import { keptPaths } from './kept-paths.ts';

export const DIFFERENCE_KINDS = ['added', 'removed', 'merged', 'renamed', 'moved', 'reworded', 'other-names', 'recoloured'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

export interface CodebookDifference {
  kind: DifferenceKind;
  tagId: string;
  /** Names from the top of the tree to the tag: as it is later, or as it was when it is gone. */
  path: string[];
  /** Which of its texts, of a tag that means something else now. */
  field?: (typeof TEXTS)[number];
  /** What it was and what it is: names, paths joined by ` › `, texts, or numbers of colours, by kind. */
  before: string;
  after: string;
  /** Snippets that had it, of one that is new or gone. */
  snippets?: number;
}

const TEXTS = ['definition', 'whenToUse', 'whenNotToUse'] as const;

/** By kind in the order of DIFFERENCE_KINDS, then in the order of the tree. Tags are the same by id, otherwise by their names up to the top. */
export function compareCodebooks(before: readonly KeptTag[], after: readonly KeptTag[]): CodebookDifference[] {
  const [pathsBefore, pathsAfter] = [keptPaths(before), keptPaths(after)];
  const pairs = pairTags(before, after, pathsBefore, pathsAfter);
  const paired = new Set([...pairs.values()].map(({ id }) => id));
  const nameNow = new Map([...pairs].map(([id, tag]) => [id, tag.id]));
  const found: CodebookDifference[] = [];
  for (const tag of after) {
    const path = pathsAfter.get(tag.id) ?? [];
    if (!paired.has(tag.id)) found.push({ kind: 'added', tagId: tag.id, path, before: '', after: tag.name, snippets: tag.snippets });
  }
  const mergedInto = mergeFinder(before, after, pairs);
  for (const tag of before) {
    const later = pairs.get(tag.id);
    if (later) found.push(...changesOf({ tag, later, nameNow, pathsBefore, pathsAfter }));
    else {
      const into = mergedInto(tag);
      const path = pathsBefore.get(tag.id) ?? [];
      const after = into ? (pathsAfter.get(into.id) ?? []).join(SEPARATOR) : '';
      found.push({ kind: into ? 'merged' : 'removed', tagId: tag.id, path, before: tag.name, after, snippets: tag.snippets });
    }
  }
  return DIFFERENCE_KINDS.flatMap((kind) => found.filter((each) => each.kind === kind));
}

const SEPARATOR = ' › ';

/** Later tags by the ids of the earlier ones. */
function pairTags(
  before: readonly KeptTag[],
  after: readonly KeptTag[],
  pathsBefore: ReadonlyMap<string, string[]>,
  pathsAfter: ReadonlyMap<string, string[]>,
): Map<string, KeptTag> {
  const byId = new Map(after.map((tag) => [tag.id, tag]));
  const pairs = new Map<string, KeptTag>();
  for (const { id } of before) {
    const same = byId.get(id);
    if (same) pairs.set(id, same);
  }
  // A tag that was deleted and made anew, or came back from a file, has another id.
  const keyOf = (path: readonly string[] | undefined): string => (path ?? []).map(foldForSearch).join('\n');
  const rest = new Map(after.filter(({ id }) => !pairs.has(id)).map((tag) => [keyOf(pathsAfter.get(tag.id)), tag]));
  for (const { id } of before) {
    const key = keyOf(pathsBefore.get(id));
    const again = pairs.has(id) ? undefined : rest.get(key);
    if (again) pairs.set(id, again);
    if (again) rest.delete(key);
  }
  return pairs;
}

/** A tag that is gone was merged into the one that has its name among its other names now and had not before. */
function mergeFinder(
  before: readonly KeptTag[],
  after: readonly KeptTag[],
  pairs: ReadonlyMap<string, KeptTag>,
): (gone: KeptTag) => KeptTag | undefined {
  const known = new Map<string, ReadonlySet<string>>();
  for (const tag of before) {
    const later = pairs.get(tag.id);
    if (later) known.set(later.id, new Set(tag.aliases.map(foldForSearch)));
  }
  const heirs = new Map<string, KeptTag>();
  for (const tag of after) {
    for (const name of tag.aliases.map(foldForSearch)) if (!known.get(tag.id)?.has(name) && !heirs.has(name)) heirs.set(name, tag);
  }
  return (gone) => heirs.get(foldForSearch(gone.name));
}

interface Pair {
  tag: KeptTag;
  later: KeptTag;
  nameNow: ReadonlyMap<string, string>;
  pathsBefore: ReadonlyMap<string, string[]>;
  pathsAfter: ReadonlyMap<string, string[]>;
}

function changesOf({ tag, later, nameNow, pathsBefore, pathsAfter }: Pair): CodebookDifference[] {
  const path = pathsAfter.get(later.id) ?? [];
  const changes: CodebookDifference[] = [];
  const add = (kind: DifferenceKind, before: string, after: string, field?: (typeof TEXTS)[number]): void => {
    if (before !== after) changes.push({ kind, tagId: later.id, path, before, after, ...(field ? { field } : {}) });
  };
  add('renamed', tag.name, later.name);
  // Only who stands above it counts: what is above is called otherwise by its own line.
  const aboveBefore = tag.parentId === null ? null : (nameNow.get(tag.parentId) ?? tag.parentId);
  if (aboveBefore !== later.parentId)
    changes.push({
      kind: 'moved',
      tagId: later.id,
      path,
      before: (pathsBefore.get(tag.id) ?? []).slice(0, -1).join(SEPARATOR),
      after: path.slice(0, -1).join(SEPARATOR),
    });
  for (const field of TEXTS) add('reworded', tag[field], later[field], field);
  add('other-names', tag.aliases.join(', '), later.aliases.join(', '));
  add('recoloured', String(tag.colour), String(later.colour));
  return changes;
}
