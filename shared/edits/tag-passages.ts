// The edit that tags many passages at once, as assisted coding proposed them and a person agreed.
import { z } from 'zod';

import { idField } from '#shared/model/records/fields';
import { textRangeSchema } from '#shared/model/records/snippet';
import { TAGGING_ORIGINS } from '#shared/model/records/tagging';

import { defineEdit, unique } from './edit-definition.ts';
import { rangeMarker } from './snippet-edits.ts';
import { applyTags, newTagInput, withNewTag } from './tagging-edits.ts';

/**
 * Tags passages of any number of transcripts as one step. The same exact range gets the tags added to the snippet that is there; each
 * tagging remembers that it was suggested.
 */
export const tagPassages = defineEdit({
  name: 'tagPassages',
  input: z.strictObject({
    passages: z.array(z.strictObject({ sourceId: idField, range: textRangeSchema })).min(1),
    tagIds: z.array(idField).default([]),
    newTag: newTagInput.optional(),
    origin: z.enum(TAGGING_ORIGINS).default('suggested'),
  }),
  label: ({ passages }) => (passages.length === 1 ? 'Tag a passage' : `Tag ${passages.length} passages`),
  texts: ({ passages }) => unique(passages.map(({ sourceId }) => sourceId)),
  *run(context, { passages, tagIds, newTag, origin }) {
    const tags = withNewTag(context, tagIds, newTag);
    const markRange = rangeMarker(context);
    for (const { sourceId, range } of passages) {
      applyTags(context, markRange(sourceId, range).id, tags, origin);
      yield;
    }
    return { tagIds: tags };
  },
});
