// Edits of several tags at once: moved, recoloured or pinned as one step, all of them or none.
import { z } from 'zod';

import { idField, orderField } from '#shared/model/records/fields';
import { TAG_COLOURS } from '#shared/model/records/tag';

import { defineEdit, unique } from './edit-definition.ts';
import { pinToKey, placeTag } from './tag-edits.ts';

/** Tags that one step takes at most. */
const MOST = 5000;

/** Each goes inside its parent, one after the other. What is inside them goes along; their snippets keep them. */
export const moveTags = defineEdit({
  name: 'moveTags',
  input: z.strictObject({
    moves: z
      .array(z.strictObject({ tagId: idField, parentId: idField.nullable(), order: orderField.optional() }))
      .min(1)
      .max(MOST),
  }),
  label: (input) => `Move ${input.moves.length} tags`,
  *run({ draft }, { moves }) {
    for (const move of moves) {
      placeTag(draft, move);
      yield;
    }
    return {};
  },
});

export const recolourTags = defineEdit({
  name: 'recolourTags',
  input: z.strictObject({ tagIds: z.array(idField).min(1).max(MOST), colour: z.int().min(1).max(TAG_COLOURS) }),
  label: (input) => `Recolour ${input.tagIds.length} tags`,
  *run({ draft }, { tagIds, colour }) {
    for (const tagId of unique(tagIds)) {
      draft.update('tags', tagId, { colour });
      yield;
    }
    return {};
  },
});

/** Pins tags to keys 1 to 9 (those that had them lose them), or takes their pins away with null. */
export const pinTags = defineEdit({
  name: 'pinTags',
  input: z.strictObject({
    pins: z
      .array(z.strictObject({ tagId: idField, key: z.int().min(1).max(9).nullable() }))
      .min(1)
      .max(MOST),
  }),
  label: (input) => (input.pins.every(({ key }) => key === null) ? `Unpin ${input.pins.length} tags` : `Pin ${input.pins.length} tags`),
  *run({ draft }, { pins }) {
    for (const { tagId, key } of pins) {
      pinToKey(draft, tagId, key);
      yield;
    }
    return {};
  },
});
