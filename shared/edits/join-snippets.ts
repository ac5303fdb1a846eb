// Joining two snippets that overlap or touch: one stays, over the words of both, with everything that hung on either.
import { z } from 'zod';

import { joinedRange, meets } from '#shared/domain/coding/snippet-order';
import { anchorOf, checkedRange } from '#shared/domain/transcript/anchor';
import { AppError } from '#shared/lib/app-error';
import type { Draft } from '#shared/model/draft';
import { idField } from '#shared/model/records/fields';
import type { Snippet } from '#shared/model/records/snippet';
import type { Turn } from '#shared/model/transcript';

import { replaceInCustomer } from './customer-edits.ts';
import { defineEdit } from './edit-definition.ts';
import { removeSnippet } from './snippet-edits.ts';
import { taggingId } from './tagging-edits.ts';

/**
 * Where both have a card on a board, or a judgement of an assumption, that of the snippet that stays is kept.
 * They need no tag in common: whoever joins them says that they are one saying.
 * @throws AppError('conflict') when there are words between them: two sayings would become one.
 */
export const joinSnippets = defineEdit({
  name: 'joinSnippets',
  input: z.strictObject({ snippetId: idField, otherId: idField }),
  label: 'Join snippets',
  texts: (input, state) => [state.require('snippets', input.snippetId).sourceId],
  run({ draft, turns }, { snippetId, otherId }) {
    const kept = draft.require('snippets', snippetId);
    const other = draft.require('snippets', otherId);
    const text = turns(kept.sourceId);
    requireJoinable(text, kept, other);
    const range = checkedRange(text, joinedRange(kept, other));
    draft.update('snippets', kept.id, {
      revision: draft.require('sources', kept.sourceId).transcript.revision,
      range,
      ...anchorOf(text, range),
      note: [kept.note, other.note].filter((note) => note.trim() !== '').join('\n'),
      starred: kept.starred || other.starred,
    });
    takeOver(draft, kept.id, other.id);
    removeSnippet(draft, other.id);
    return {};
  },
});

function requireJoinable(text: readonly Turn[], kept: Snippet, other: Snippet): void {
  if (kept.review || other.review || !meets(text, kept, other))
    throw new AppError('conflict', 'Only snippets that overlap or touch can be joined. Nothing was changed.', {
      id: kept.id,
      other: other.id,
    });
}

/** Tags, cards, judgements and places in the readout go over, unless the one that stays has the same already. */
function takeOver(draft: Draft, keptId: string, otherId: string): void {
  for (const tagging of draft.referring('snippets', otherId, 'taggings')) {
    const id = taggingId(keptId, tagging.tagId);
    if (!draft.get('taggings', id)) draft.put('taggings', { ...tagging, id, snippetId: keptId });
  }
  const boards = new Set(draft.referring('snippets', keptId, 'cards').map(({ boardId }) => boardId));
  for (const card of draft.referring('snippets', otherId, 'cards'))
    if (!boards.has(card.boardId)) draft.update('cards', card.id, { snippetId: keptId });
  const judged = new Set(draft.referring('snippets', keptId, 'evidenceLinks').map(({ assumptionId }) => assumptionId));
  for (const link of draft.referring('snippets', otherId, 'evidenceLinks'))
    if (!judged.has(link.assumptionId)) draft.update('evidenceLinks', link.id, { snippetId: keptId });
  for (const readout of draft.referring('snippets', otherId, 'readout')) {
    const quotes = Object.entries(readout.quotes).map(([themeId, ids]) => [
      themeId,
      [...new Set(ids.map((id) => (id === otherId ? keptId : id)))],
    ]);
    draft.put('readout', { ...readout, quotes: Object.fromEntries(quotes) });
  }
  replaceInCustomer(draft, 'snippets', otherId, keptId);
}
