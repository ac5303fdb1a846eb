// Edits of themes: make a cluster, name it, move it, dissolve it, accept proposals.
import { z } from 'zod';

import { AppError } from '#shared/lib/app-error';
import { FIRST_BOARD_ID } from '#shared/model/records/board';
import type { Draft } from '#shared/model/draft';
import { coordinateField, idField, optionalNameField, textField } from '#shared/model/records/fields';
import type { Theme } from '#shared/model/records/theme';

import { CARD_GAP, CARD_HEIGHT, CARD_WIDTH, cardsOfTheme, cardTargetSchema, loosePlace, moveCardsTo } from './card-edits.ts';
import { defineEdit, type EditContext, orderAfterAll, unique } from './edit-definition.ts';
import { removeMemosAbout } from './tag-edits.ts';

const themeFields = { name: optionalNameField, insight: textField, x: coordinateField, y: coordinateField, columns: z.int().min(1).max(12) };

/** Makes a theme, empty or of cards that are on the board. It may have no name yet. */
export const createTheme = defineEdit({
  name: 'createTheme',
  input: z
    .strictObject({ ...themeFields, id: idField, boardId: idField, parentId: idField.nullable(), cardIds: z.array(idField), snippetIds: z.array(idField) })
    .partial(),
  label: (input) => (input.name ? `Create theme ${input.name}` : 'Make a cluster'),
  run(context, { cardIds = [], snippetIds = [], ...fields }) {
    const theme = addTheme(context, fields);
    const fromSnippets = snippetIds.map((snippetId) => addCard(context, theme, snippetId));
    moveCardsTo(context.draft, unique([...cardIds, ...fromSnippets]), cardTargetSchema.parse({ themeId: theme.id }));
    return { themeId: theme.id };
  },
});

function addTheme({ draft, newId }: EditContext, fields: { [K in keyof Theme]?: Theme[K] | undefined }): Theme {
  const boardId = fields.boardId ?? FIRST_BOARD_ID;
  return draft.add('themes', {
    id: fields.id ?? newId(),
    boardId,
    name: (fields.name ?? '').trim(),
    insight: fields.insight ?? '',
    x: fields.x ?? 0,
    y: fields.y ?? 0,
    columns: fields.columns ?? 2,
    parentId: fields.parentId ?? null,
    order: orderAfterAll(draft.all('themes').values()),
  });
}

/** The snippet's card on the theme's board (the loose one first), made when there is none. */
function addCard({ draft, newId }: EditContext, theme: Theme, snippetId: string): string {
  draft.require('snippets', snippetId);
  const there = draft.referring('snippets', snippetId, 'cards').filter((card) => card.boardId === theme.boardId);
  const card = there.find((candidate) => candidate.themeId === null) ?? there[0];
  if (card) return card.id;
  return draft.add('cards', { id: newId(), boardId: theme.boardId, snippetId, themeId: null, x: theme.x, y: theme.y, order: 1 }).id;
}

export const updateTheme = defineEdit({
  name: 'updateTheme',
  input: z.strictObject(themeFields).omit({ x: true, y: true }).partial().extend({ themeId: idField }),
  label: (input) => (input.name === undefined ? 'Edit theme' : 'Name theme'),
  run({ draft }, { themeId, ...fields }) {
    draft.update('themes', themeId, { ...fields, name: fields.name?.trim() });
    return {};
  },
});

/** Moves themes on the surface, all by the same distance. */
export const moveThemes = defineEdit({
  name: 'moveThemes',
  input: z.strictObject({ themeIds: z.array(idField).min(1), dx: coordinateField, dy: coordinateField, cardIds: z.array(idField).default([]) }),
  label: (input) => (input.themeIds.length === 1 ? 'Move cluster' : `Move ${input.themeIds.length} clusters`),
  run({ draft }, { themeIds, dx, dy, cardIds }) {
    for (const id of unique(themeIds)) {
      const theme = draft.require('themes', id);
      draft.update('themes', id, { x: theme.x + dx, y: theme.y + dy });
    }
    for (const id of unique(cardIds)) {
      const card = draft.require('cards', id);
      if (card.themeId === null) draft.update('cards', id, { x: card.x + dx, y: card.y + dy });
    }
    return {};
  },
});

/** Puts a theme under another one, or on top level with null. */
export const nestTheme = defineEdit({
  name: 'nestTheme',
  input: z.strictObject({ themeId: idField, parentId: idField.nullable() }),
  label: 'Nest theme',
  run({ draft }, { themeId, parentId }) {
    for (let above = parentId; above !== null; above = draft.require('themes', above).parentId) {
      if (above === themeId) throw new AppError('conflict', 'A theme cannot be nested in itself or in one of its own parts.', { id: themeId });
    }
    draft.update('themes', themeId, { parentId });
    return {};
  },
});

/** Dissolves themes: their cards become loose where the cluster was, their evidence goes with them. */
export const dissolveThemes = defineEdit({
  name: 'dissolveThemes',
  input: z.strictObject({ themeIds: z.array(idField).min(1) }),
  label: (input) => (input.themeIds.length === 1 ? 'Dissolve cluster' : `Dissolve ${input.themeIds.length} clusters`),
  run({ draft }, { themeIds }) {
    for (const id of unique(themeIds)) dissolveTheme(draft, draft.require('themes', id));
    return {};
  },
});

function dissolveTheme(draft: Draft, theme: Theme): void {
  const cards = cardsOfTheme(draft, theme.id);
  for (const [index, card] of cards.entries()) {
    draft.update('cards', card.id, { themeId: null, ...loosePlace(theme, index, cards.length) });
  }
  for (const child of draft.referring('themes', theme.id, 'themes')) draft.update('themes', child.id, { parentId: theme.parentId });
  for (const link of draft.referring('themes', theme.id, 'evidenceLinks')) draft.remove('evidenceLinks', link.id);
  for (const readout of draft.referring('themes', theme.id, 'readout')) {
    const { [theme.id]: _gone, ...quotes } = readout.quotes;
    const headlineThemeIds = readout.headlineThemeIds.filter((id) => id !== theme.id);
    draft.put('readout', { ...readout, quotes, headlineThemeIds });
  }
  removeMemosAbout(draft, 'themes', theme.id);
  draft.remove('themes', theme.id);
}

/** Accepts theme proposals: each becomes a theme of snippets that lie in no theme yet; they are laid out in free space to the right. */
export const acceptThemeProposals = defineEdit({
  name: 'acceptThemeProposals',
  input: z.strictObject({
    proposals: z.array(z.strictObject({ name: optionalNameField, snippetIds: z.array(idField).min(1) })).min(1),
  }),
  label: (input) => (input.proposals.length === 1 ? 'Accept proposed theme' : `Accept ${input.proposals.length} proposed themes`),
  run(context, { proposals }) {
    const origin = freeSpace(context.draft);
    const columns = Math.ceil(Math.sqrt(proposals.length));
    const themeIds = proposals.map((proposal, index) => {
      const height = Math.ceil(proposal.snippetIds.length / 2) * (CARD_HEIGHT + CARD_GAP) + 120;
      const place = { x: origin.x + (index % columns) * (2 * CARD_WIDTH + 120), y: origin.y + Math.floor(index / columns) * Math.max(height, 520) };
      const theme = addTheme(context, { name: proposal.name, ...place });
      const cards = unique(proposal.snippetIds).map((snippetId) => addCard(context, theme, snippetId));
      moveCardsTo(context.draft, cards, cardTargetSchema.parse({ themeId: theme.id }));
      return theme.id;
    });
    return { themeIds };
  },
});

function freeSpace(draft: Draft): { x: number; y: number } {
  let right = 0;
  let top = Number.POSITIVE_INFINITY;
  for (const theme of draft.all('themes').values()) {
    right = Math.max(right, theme.x + theme.columns * (CARD_WIDTH + CARD_GAP) + 80);
    top = Math.min(top, theme.y);
  }
  return { x: right, y: Number.isFinite(top) ? top : 0 };
}

/** Puts themes and loose cards at given places in one step: the result of “tidy up”. */
export const arrangeBoard = defineEdit({
  name: 'arrangeBoard',
  input: z.strictObject({
    themes: z.array(z.strictObject({ id: idField, x: coordinateField, y: coordinateField })).default([]),
    cards: z.array(z.strictObject({ id: idField, x: coordinateField, y: coordinateField })).default([]),
  }),
  label: 'Tidy up',
  run({ draft }, { themes, cards }) {
    for (const { id, x, y } of themes) draft.update('themes', id, { x, y });
    for (const { id, x, y } of cards) draft.update('cards', id, { x, y });
    return {};
  },
});
