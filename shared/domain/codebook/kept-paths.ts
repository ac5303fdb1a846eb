// Where the tags of a version stood in its tree.
import type { KeptTag } from '#shared/model/records/codebook-version';

/** Names from the top to each tag, by its id. Ids that name no tag of the list count as none. */
export function keptPaths(tags: readonly KeptTag[]): Map<string, string[]> {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const paths = new Map<string, string[]>();
  const pathOf = (tag: KeptTag): string[] => {
    const names: string[] = [];
    const seen = new Set<string>();
    for (let above: KeptTag | undefined = tag; above && !seen.has(above.id);) {
      seen.add(above.id);
      names.unshift(above.name);
      above = above.parentId === null ? undefined : byId.get(above.parentId);
    }
    return names;
  };
  for (const tag of tags) paths.set(tag.id, pathOf(tag));
  return paths;
}
