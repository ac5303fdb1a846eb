// Merging tags: every snippet of the merged tags keeps its tagging under the tag that stays.
import { z } from 'zod';

import { AppError } from '#shared/lib/app-error';
import { foldForSearch } from '#shared/lib/text';
import type { Draft } from '#shared/model/draft';
import { idField } from '#shared/model/records/fields';
import { mapParts } from '#shared/model/records/query';
import { MOST_ALIASES, type Tag } from '#shared/model/records/tag';

import { defineEdit, unique } from './edit-definition.ts';
import { isInside, liftChildren, removeMemosAbout } from './tag-edits.ts';
import { taggingId } from './tagging-edits.ts';

/** Merges `tagIds` into `intoTagId`. The earliest tagging of a snippet wins; definitions are joined, its name becomes another name of the one that stays, nothing is thrown away. */
export const mergeTags = defineEdit({
  name: 'mergeTags',
  input: z.strictObject({ tagIds: z.array(idField).min(1), intoTagId: idField }),
  label: (input, state) => `Merge into tag ${state.get('tags', input.intoTagId)?.name ?? ''}`.trim(),
  *run({ draft }, { tagIds, intoTagId }) {
    let moved = 0;
    for (const tagId of unique(tagIds)) {
      if (tagId === intoTagId) throw new AppError('conflict', 'A tag cannot be merged into itself.', { id: tagId });
      const tag = draft.require('tags', tagId);
      for (const tagging of draft.referring('tags', tagId, 'taggings')) {
        draft.remove('taggings', tagging.id);
        const id = taggingId(tagging.snippetId, intoTagId);
        const there = draft.get('taggings', id);
        if (!there || tagging.at < there.at) draft.put('taggings', { ...tagging, id, tagId: intoTagId });
        moved += 1;
        yield;
      }
      const target = draft.require('tags', intoTagId);
      // At any depth: what is above the one that stays would otherwise end up inside it.
      if (isInside(draft, intoTagId, tagId)) draft.update('tags', intoTagId, { parentId: tag.parentId });
      liftChildren(draft, tag, intoTagId);
      draft.update('tags', intoTagId, {
        definition: joinTexts(target.definition, tag.definition),
        whenToUse: joinTexts(target.whenToUse, tag.whenToUse),
        whenNotToUse: joinTexts(target.whenNotToUse, tag.whenNotToUse),
        aliases: joinedNames(target, tag),
      });
      for (const memo of draft.referring('tags', tagId, 'memos')) {
        draft.update('memos', memo.id, { about: { collection: 'tags', id: intoTagId } });
      }
      askForInstead(draft, tagId, intoTagId);
      removeMemosAbout(draft, 'tags', tagId);
      draft.remove('tags', tagId);
    }
    return { taggings: moved };
  },
});

/** The merged tag is found under its name afterwards as well. */
function joinedNames(target: Tag, merged: Tag): string[] {
  const names = [...(target.aliases ?? []), merged.name, ...(merged.aliases ?? [])];
  const seen = new Set([foldForSearch(target.name)]);
  return names.filter((name) => !seen.has(foldForSearch(name)) && seen.add(foldForSearch(name))).slice(0, MOST_ALIASES);
}

function joinTexts(kept: string, merged: string): string {
  if (merged.trim() === '' || kept.includes(merged.trim())) return kept;
  return kept.trim() === '' ? merged : `${kept}\n${merged}`;
}

/** Saved queries ask for the tag that is left. */
function askForInstead(draft: Draft, tagId: string, intoTagId: string): void {
  for (const query of draft.all('queries').values()) {
    const where = mapParts(query.where, (part) => (part.is === 'tag' && part.tagId === tagId ? { ...part, tagId: intoTagId } : part));
    if (where !== query.where) draft.update('queries', query.id, { where });
  }
}
