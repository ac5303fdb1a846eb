// Edits that put tags on snippets and take them off.
import { z } from 'zod';

import { idField, nameField } from '#shared/model/records/fields';
import { TAGGING_ORIGINS, type Tagging } from '#shared/model/records/tagging';

import { defineEdit, type EditContext, unique } from './edit-definition.ts';
import { addTag } from './tag-edits.ts';

/** One tagging a snippet and tag: the id says so, which makes tagging twice harmless. */
export function taggingId(snippetId: string, tagId: string): string {
  return `${snippetId}_${tagId}`;
}

/** A tag that is made in the same step as it is applied. */
export const newTagInput = z.strictObject({ id: idField.optional(), name: nameField, parentId: idField.nullable().optional() });

/** Puts tags on a snippet; those already there stay as they were. */
export function applyTags({ draft, by, now }: EditContext, snippetId: string, tagIds: readonly string[], origin: Tagging['origin']): void {
  draft.require('snippets', snippetId);
  for (const tagId of unique(tagIds)) {
    draft.require('tags', tagId);
    const id = taggingId(snippetId, tagId);
    if (!draft.get('taggings', id)) draft.put('taggings', { id, snippetId, tagId, by, at: now, origin });
  }
}

/** Makes the tag of `newTag` and gives its id; the given ids when there is none. */
export function withNewTag(context: EditContext, tagIds: readonly string[], newTag: z.infer<typeof newTagInput> | undefined): string[] {
  if (!newTag) return [...tagIds];
  return [...tagIds, addTag(context.draft, newTag.id ?? context.newId(), newTag).id];
}

export const tagSnippets = defineEdit({
  name: 'tagSnippets',
  input: z.strictObject({
    snippetIds: z.array(idField).min(1),
    tagIds: z.array(idField).default([]),
    newTag: newTagInput.optional(),
    origin: z.enum(TAGGING_ORIGINS).default('hand'),
  }),
  label: (input) => (input.snippetIds.length === 1 ? 'Tag snippet' : `Tag ${input.snippetIds.length} snippets`),
  *run(context, input) {
    const tagIds = withNewTag(context, input.tagIds, input.newTag);
    for (const snippetId of unique(input.snippetIds)) {
      applyTags(context, snippetId, tagIds, input.origin);
      yield;
    }
    return { tagIds };
  },
});

export const untagSnippets = defineEdit({
  name: 'untagSnippets',
  input: z.strictObject({ snippetIds: z.array(idField).min(1), tagIds: z.array(idField).min(1) }),
  label: 'Remove tag',
  *run({ draft }, { snippetIds, tagIds }) {
    for (const snippetId of unique(snippetIds)) {
      for (const tagId of unique(tagIds)) {
        const id = taggingId(snippetId, tagId);
        if (draft.get('taggings', id)) draft.remove('taggings', id);
      }
      yield;
    }
    return {};
  },
});
