// Splitting a tag: its snippets are sorted into other tags, new ones among them.
import { z } from 'zod';

import { AppError } from '#shared/lib/app-error';
import { idField, nameField } from '#shared/model/records/fields';

import { defineEdit, type EditContext, unique } from './edit-definition.ts';
import { addTag } from './tag-edits.ts';
import { taggingId } from './tagging-edits.ts';

/**
 * The snippets of each part get its tag in place of the one that is split, put on by whom and when they were; a snippet that has the
 * part's tag already keeps that one. New tags stand beside the split one. Snippets in no part keep it, and it stays also when none is left.
 * @throws AppError('conflict') when a part is the split tag itself, or a snippet of it does not have that tag.
 */
export const splitTag = defineEdit({
  name: 'splitTag',
  input: z.strictObject({
    tagId: idField,
    parts: z
      .array(
        z.strictObject({
          /** A tag that is there, or the name of a new one. */
          into: z.union([z.strictObject({ tagId: idField }), z.strictObject({ name: nameField })]),
          snippetIds: z.array(idField).min(1),
        }),
      )
      .min(1)
      .max(100),
  }),
  label: (input, state) => `Split tag ${state.get('tags', input.tagId)?.name ?? ''}`.trim(),
  *run(context, { tagId, parts }) {
    const { draft } = context;
    const { parentId } = draft.require('tags', tagId);
    const tagIds: string[] = [];
    for (const { into, snippetIds } of parts) {
      const target = 'tagId' in into ? draft.require('tags', into.tagId).id : addTag(draft, context.newId(), { ...into, parentId }).id;
      if (target === tagId) throw new AppError('conflict', 'A tag cannot be split into itself. Nothing was changed.', { id: tagId });
      tagIds.push(target);
      for (const snippetId of unique(snippetIds)) {
        moveTagging(context, snippetId, tagId, target);
        yield;
      }
    }
    return { tagIds };
  },
});

function moveTagging({ draft }: EditContext, snippetId: string, from: string, to: string): void {
  const tagging = draft.get('taggings', taggingId(snippetId, from));
  if (!tagging) throw new AppError('conflict', 'A snippet does not have the tag that is split. Nothing was changed.', { id: snippetId });
  draft.remove('taggings', tagging.id);
  const id = taggingId(snippetId, to);
  if (!draft.get('taggings', id)) draft.put('taggings', { ...tagging, id, tagId: to });
}
