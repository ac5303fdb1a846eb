// Edits of snippets: mark, move edges, note, star, remove.
import { z } from 'zod';

import { anchorOf, checkedRange, sameRange } from '#shared/domain/transcript/anchor';
import type { Draft } from '#shared/model/draft';
import { idField, textField } from '#shared/model/records/fields';
import { type Snippet, type TextRange, textRangeSchema } from '#shared/model/records/snippet';

import { TAGGING_ORIGINS } from '#shared/model/records/tagging';

import { replaceInCustomer } from './customer-edits.ts';
import { defineEdit, type EditContext, unique } from './edit-definition.ts';
import { applyTags, newTagInput, withNewTag } from './tagging-edits.ts';

/**
 * Marks a range of a transcript, with tags if given. The same exact range gets the tags added to the snippet that is there;
 * another range makes a new snippet. A new tag is created and applied in the same step.
 */
export const createSnippet = defineEdit({
  name: 'createSnippet',
  input: z.strictObject({
    id: idField.optional(),
    sourceId: idField,
    range: textRangeSchema,
    tagIds: z.array(idField).default([]),
    newTag: newTagInput.optional(),
    note: textField.default(''),
    origin: z.enum(TAGGING_ORIGINS).default('hand'),
  }),
  label: (input) => (input.tagIds.length > 0 || input.newTag ? 'Tag snippet' : 'Mark snippet'),
  texts: (input) => [input.sourceId],
  run(context, input) {
    const snippet = markRange(context, input.sourceId, input.range, input.id);
    if (input.note) context.draft.update('snippets', snippet.id, { note: input.note });
    const tagIds = withNewTag(context, input.tagIds, input.newTag);
    applyTags(context, snippet.id, tagIds, input.origin);
    return { snippetId: snippet.id, tagIds };
  },
});

/** The snippet of exactly this range, made when there is none. */
export function markRange(context: EditContext, sourceId: string, range: TextRange, id?: string): Snippet {
  const checked = checkedRange(context.turns(sourceId), range);
  const there = context.draft
    .referring('sources', sourceId, 'snippets')
    .find((snippet) => !snippet.review && sameRange(snippet.range, checked));
  return there ?? addSnippet(context, sourceId, checked, id);
}

/** As markRange, for thousands of ranges in one edit: looks through the snippets of each source once. */
export function rangeMarker(context: EditContext): (sourceId: string, range: TextRange) => Snippet {
  const known = new Map<string, Map<string, string>>();
  const keyOf = ({ startTurn, startOffset, endTurn, endOffset }: TextRange): string =>
    `${startTurn} ${startOffset} ${endTurn} ${endOffset}`;
  return (sourceId, range) => {
    const checked = checkedRange(context.turns(sourceId), range);
    let ofSource = known.get(sourceId);
    if (!ofSource) {
      const snippets = context.draft.referring('sources', sourceId, 'snippets');
      ofSource = new Map(snippets.filter(({ review }) => !review).map((snippet) => [keyOf(snippet.range), snippet.id]));
      known.set(sourceId, ofSource);
    }
    const there = ofSource.get(keyOf(checked));
    if (there !== undefined) return context.draft.require('snippets', there);
    const snippet = addSnippet(context, sourceId, checked);
    ofSource.set(keyOf(checked), snippet.id);
    return snippet;
  };
}

function addSnippet(context: EditContext, sourceId: string, checked: TextRange, id?: string): Snippet {
  const source = context.draft.require('sources', sourceId);
  const turns = context.turns(sourceId);
  return context.draft.add('snippets', {
    id: id ?? context.newId(),
    sourceId,
    revision: source.transcript.revision,
    range: checked,
    ...anchorOf(turns, checked),
    note: '',
    starred: false,
    by: context.by,
    at: context.now,
  });
}

/** Also gives a snippet its place that was not found for sure after a correction. */
export const moveSnippetEdges = defineEdit({
  name: 'moveSnippetEdges',
  input: z.strictObject({ snippetId: idField, range: textRangeSchema }),
  label: 'Adjust snippet',
  texts: (input, state) => [state.require('snippets', input.snippetId).sourceId],
  run({ draft, turns }, { snippetId, range }) {
    const { review: _decided, ...snippet } = draft.require('snippets', snippetId);
    const { revision } = draft.require('sources', snippet.sourceId).transcript;
    const text = turns(snippet.sourceId);
    const checked = checkedRange(text, range);
    draft.put('snippets', { ...snippet, revision, range: checked, ...anchorOf(text, checked) });
    return {};
  },
});

export const setSnippetNote = defineEdit({
  name: 'setSnippetNote',
  input: z.strictObject({ snippetId: idField, note: textField }),
  label: 'Note on snippet',
  run({ draft }, { snippetId, note }) {
    draft.update('snippets', snippetId, { note });
    return {};
  },
});

export const starSnippets = defineEdit({
  name: 'starSnippets',
  input: z.strictObject({ snippetIds: z.array(idField).min(1), starred: z.boolean() }),
  label: (input) => (input.starred ? 'Star snippet' : 'Unstar snippet'),
  *run({ draft }, { snippetIds, starred }) {
    for (const id of unique(snippetIds)) {
      draft.update('snippets', id, { starred });
      yield;
    }
    return {};
  },
});

/** Removes snippets with their tags, cards and evidence; the transcript stays as it is. */
export const removeSnippets = defineEdit({
  name: 'removeSnippets',
  input: z.strictObject({ snippetIds: z.array(idField).min(1) }),
  label: (input) => (input.snippetIds.length === 1 ? 'Remove snippet' : `Remove ${input.snippetIds.length} snippets`),
  *run({ draft }, { snippetIds }) {
    for (const id of unique(snippetIds)) {
      removeSnippet(draft, id);
      yield;
    }
    return {};
  },
});

/** Removes one snippet and everything that hangs on it. */
export function removeSnippet(draft: Draft, id: string): void {
  for (const tagging of draft.referring('snippets', id, 'taggings')) draft.remove('taggings', tagging.id);
  for (const card of draft.referring('snippets', id, 'cards')) draft.remove('cards', card.id);
  for (const link of draft.referring('snippets', id, 'evidenceLinks')) draft.remove('evidenceLinks', link.id);
  for (const readout of draft.referring('snippets', id, 'readout')) {
    const quotes = Object.entries(readout.quotes).map(([themeId, ids]) => [themeId, ids.filter((quote) => quote !== id)]);
    draft.put('readout', { ...readout, quotes: Object.fromEntries(quotes) });
  }
  replaceInCustomer(draft, 'snippets', id, null);
  draft.remove('snippets', id);
}
