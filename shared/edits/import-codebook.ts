// Bringing a codebook from a table into the study.
import { z } from 'zod';

import { MOST_LEVELS, MOST_ROWS, planCodebook } from '#shared/domain/exchange/codebook-table';
import { foldForSearch } from '#shared/lib/text';
import { nameField, textField } from '#shared/model/records/fields';
import { MOST_ALIASES, TAG_COLOURS, type Tag } from '#shared/model/records/tag';

import { defineEdit, type EditContext } from './edit-definition.ts';
import { addTag, childTags } from './tag-edits.ts';

/** Makes the tags that are not there yet, with those above them, and gives those that are there what the rows say of them. Takes nothing away. */
export const importCodebook = defineEdit({
  name: 'importCodebook',
  input: z.strictObject({
    rows: z
      .array(
        z.strictObject({
          path: z.array(nameField).min(1).max(MOST_LEVELS),
          definition: textField.optional(),
          whenToUse: textField.optional(),
          whenNotToUse: textField.optional(),
          aliases: z.array(nameField).max(MOST_ALIASES).optional(),
          colour: z.int().min(1).max(TAG_COLOURS).optional(),
        }),
      )
      .min(1)
      .max(MOST_ROWS),
  }),
  label: 'Import codebook',
  *run(context, { rows }) {
    const before = context.draft.all('tags').size;
    let changed = 0;
    for (const { row, tag, fields } of planCodebook(context.draft, rows)) {
      const { path, ...given } = row;
      if (fields.length > 0) changed += 1;
      if (!tag || fields.length > 0) context.draft.update('tags', tag?.id ?? tagAt(context, path, given.colour), given);
      yield;
    }
    return { added: context.draft.all('tags').size - before, changed };
  },
});

/** The tag at a path, made with those above it where they are missing. @param colour of the last one, when it has to be made. */
function tagAt(context: EditContext, path: readonly string[], colour: number | undefined): string {
  let parentId: string | null = null;
  for (const [depth, name] of path.entries()) {
    const there: Tag | undefined = childTags(context.draft, parentId).find((tag) => foldForSearch(tag.name) === foldForSearch(name));
    const last = depth === path.length - 1;
    parentId = (there ?? addTag(context.draft, context.newId(), { name, parentId, colour: last ? colour : undefined })).id;
  }
  return parentId ?? '';
}
