// Splitting a snippet in two at a place inside it.
import { z } from 'zod';

import { comparePositions, endOf, startOf, type TextPosition } from '#shared/domain/coding/text-position';
import { anchorOf, checkedRange } from '#shared/domain/transcript/anchor';
import { AppError } from '#shared/lib/app-error';
import { idField } from '#shared/model/records/fields';
import type { Snippet, TextRange } from '#shared/model/records/snippet';
import type { Turn } from '#shared/model/transcript';

import { defineEdit } from './edit-definition.ts';
import { markRange } from './snippet-edits.ts';
import { taggingId } from './tagging-edits.ts';

/**
 * The words before the place stay this snippet, with its note, star, cards and judgements; the words from there on become a snippet of
 * their own, with the same tags put on by the same people. Where exactly these words are a snippet already, that one gets the tags.
 * @throws AppError('bad-input') when one of the two would have no words; AppError('conflict') for a snippet without a place.
 */
export const splitSnippet = defineEdit({
  name: 'splitSnippet',
  input: z.strictObject({
    snippetId: idField,
    /** Turn from 0, and UTF-16 units into it: the second part begins here. */
    turn: z.int().min(0),
    offset: z.int().min(0),
  }),
  label: 'Split snippet',
  texts: (input, state) => [state.require('snippets', input.snippetId).sourceId],
  run(context, { snippetId, turn, offset }) {
    const { draft } = context;
    const snippet = draft.require('snippets', snippetId);
    if (snippet.review)
      throw new AppError('conflict', 'This snippet has no place in the text. Decide on it first. Nothing was changed.', { id: snippetId });
    const text = context.turns(snippet.sourceId);
    const [before, after] = partsOf(text, snippet, { turn, offset });
    const { revision } = draft.require('sources', snippet.sourceId).transcript;
    draft.update('snippets', snippetId, { revision, range: before, ...anchorOf(text, before) });
    const second = markRange(context, snippet.sourceId, after);
    for (const tagging of draft.referring('snippets', snippetId, 'taggings')) {
      const id = taggingId(second.id, tagging.tagId);
      if (!draft.get('taggings', id)) draft.put('taggings', { ...tagging, id, snippetId: second.id });
    }
    return { snippetId: second.id };
  },
});

function partsOf(text: readonly Turn[], { id, range }: Snippet, place: TextPosition): [TextRange, TextRange] {
  const inside = comparePositions(startOf(range), place) < 0 && comparePositions(place, endOf(range)) < 0;
  if (!inside) throw new AppError('bad-input', 'The place lies outside the snippet. Nothing was changed.', { id });
  return [
    checkedRange(text, { ...range, endTurn: place.turn, endOffset: place.offset }),
    checkedRange(text, { ...range, startTurn: place.turn, startOffset: place.offset }),
  ];
}
