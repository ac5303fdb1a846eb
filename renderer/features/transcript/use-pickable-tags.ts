// Tags as the picker offers them: with their path, how often they are used here and in the study, and their key.
import { useMemo } from 'react';

import { byUse, type PickableTag } from '#shared/domain/coding/pick-tags';
import { quickTags } from '#shared/domain/coding/quick-tags';
import type { Tag } from '#shared/model/records/tag';
import { useRecords } from '#renderer/stores/record-hooks';
import { projection } from '#renderer/stores/vault-store';

import { useCoding } from './coding.ts';
import { useTranscriptStore } from './transcript-store.ts';

/** `Money › Renewal`; empty at the top of the codebook. */
export function pathOf(tag: Tag): string {
  const names: string[] = [];
  for (let parentId = tag.parentId; parentId !== null;) {
    const parent = projection.state.get('tags', parentId);
    if (!parent || names.length > 20) break;
    names.unshift(parent.name);
    parentId = parent.parentId;
  }
  return names.join(' › ');
}

/** In the order that ties have. */
export function usePickableTags(sourceId: string): readonly PickableTag[] {
  const tags = useRecords('tags');
  const { marks } = useCoding(sourceId);
  return useMemo(() => {
    const here = new Map<string, number>();
    for (const { tag } of marks) if (tag) here.set(tag.id, (here.get(tag.id) ?? 0) + 1);
    const usesOf = (tag: Tag): number => projection.state.referring('tags', tag.id, 'taggings').length;
    return byUse(tags.map((tag) => ({ tag, path: pathOf(tag), usesHere: here.get(tag.id) ?? 0, usesInStudy: usesOf(tag) })));
  }, [tags, marks]);
}

/** The tag of each key 1 to 9, as it stands. */
export function useQuickTags(): readonly (Tag | null)[] {
  const slots = useTranscriptStore((state) => state.quickSlots);
  const tags = useRecords('tags');
  return useMemo(() => (slots && tags ? quickTags(projection.state, slots) : []), [slots, tags]);
}
