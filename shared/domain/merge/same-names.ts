// Tags that a merge would put beside another of the same name: made on either side without knowing of the other.
import { withoutDirections } from '#shared/lib/text';
import type { Change } from '#shared/model/changes';
import type { Tag } from '#shared/model/records/tag';
import type { VaultReader } from '#shared/model/vault-state';

const folded = ({ name, parentId }: Tag): string => `${parentId ?? ''}/${name.trim().toLowerCase()}`;

/**
 * One finished sentence for each tag that comes in or gets another name or place, and then stands beside one of the same name, without regard to case.
 * @param ours the study as it stands. @param changes of the merge, as they will be made.
 */
export function sameNamesAfter(ours: VaultReader, changes: readonly Change[]): string[] {
  const changed = new Map(
    changes.flatMap(({ collection, id, after }) => (collection === 'tags' ? [[id, after as Tag | null] as const] : [])),
  );
  const staying = [...ours.all('tags').values()].filter(({ id }) => !changed.has(id));
  const taken = new Set(staying.map(folded));
  return [...changed.values()].flatMap((tag) => {
    if (tag === null) return [];
    const isTaken = taken.has(folded(tag));
    taken.add(folded(tag));
    return isTaken
      ? [
          `“${withoutDirections(tag.name)}” comes in beside a tag of the same name. Where both mean the same, merge them in the codebook afterwards.`,
        ]
      : [];
  });
}
