// Edits of themes: make a cluster, name it, move it, dissolve it, accept proposals.
import { z } from 'zod';

import { CARD_HEIGHT, CARD_WIDTH } from '#shared/domain/board/card-size';
import { clusterWidth, goodColumns, mostRoom } from '#shared/domain/board/cluster-layout';
import { boundsOf, type Rectangle } from '#shared/domain/board/rectangle';
import { AppError } from '#shared/lib/app-error';
import { FIRST_BOARD_ID } from '#shared/model/records/board';
import type { Draft } from '#shared/model/draft';
import { coordinateField, idField, optionalNameField, textField } from '#shared/model/records/fields';
import type { Theme } from '#shared/model/records/theme';

import { cardsOfTheme, cardTargetSchema, giveWay, loosePlace, moveCardsTo, roomSchema } from './card-edits.ts';
import { replaceInCustomer } from './customer-edits.ts';
import { defineEdit, type EditContext, orderAfterAll, unique } from './edit-definition.ts';
import { leaveThemeOfCommitments } from './commitment-references.ts';
import { dropTheme } from './rival-edits.ts';
import { leaveTheme } from './rhythm-references.ts';
import { removeMemosAbout } from './tag-edits.ts';

const themeFields = {
  name: optionalNameField,
  insight: textField,
  x: coordinateField,
  y: coordinateField,
  columns: z.int().min(1).max(12),
};

/** Makes a theme, empty or of cards that are on the board. It may have no name yet. */
export const createTheme = defineEdit({
  name: 'createTheme',
  input: z
    .strictObject({
      ...themeFields,
      id: idField,
      boardId: idField,
      parentId: idField.nullable(),
      cardIds: z.array(idField),
      snippetIds: z.array(idField),
      room: roomSchema,
    })
    .partial(),
  label: (input) => (input.name ? `Create theme ${input.name}` : 'Make a cluster'),
  run(context, { cardIds = [], snippetIds = [], room, ...fields }) {
    const theme = addTheme(context, fields);
    const fromSnippets = snippetIds.map((snippetId) => addCard(context, theme, snippetId));
    moveCardsTo(context.draft, unique([...cardIds, ...fromSnippets]), cardTargetSchema.parse({ themeId: theme.id }));
    if (room) giveWay(context.draft, room);
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
  input: z.strictObject({
    themeIds: z.array(idField).min(1),
    dx: coordinateField,
    dy: coordinateField,
    cardIds: z.array(idField).default([]),
  }),
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
      if (above === themeId)
        throw new AppError('conflict', 'A theme cannot be nested in itself or in one of its own parts.', { id: themeId });
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
    draft.update('cards', card.id, { themeId: null, ...loosePlace(theme, index, cards.length, theme.columns) });
  }
  for (const child of draft.referring('themes', theme.id, 'themes')) draft.update('themes', child.id, { parentId: theme.parentId });
  for (const link of draft.referring('themes', theme.id, 'evidenceLinks')) draft.remove('evidenceLinks', link.id);
  dropTheme(draft, theme);
  leaveThemeOfCommitments(draft, theme.id);
  for (const readout of draft.referring('themes', theme.id, 'readout')) {
    const { [theme.id]: _gone, ...quotes } = readout.quotes;
    const headlineThemeIds = readout.headlineThemeIds.filter((id) => id !== theme.id);
    draft.put('readout', { ...readout, quotes, headlineThemeIds });
  }
  replaceInCustomer(draft, 'themes', theme.id, null);
  leaveTheme(draft, theme.id);
  removeMemosAbout(draft, 'themes', theme.id);
  draft.remove('themes', theme.id);
}

/** Space between accepted proposals, and between them and what is there already. */
const PROPOSAL_GAP = 64;

/**
 * Accepts theme proposals: each becomes a theme of those of its snippets that lie in no theme yet, laid out to the right of everything.
 * @throws AppError('conflict') when none of the snippets is free any more.
 */
export const acceptThemeProposals = defineEdit({
  name: 'acceptThemeProposals',
  input: z.strictObject({
    proposals: z.array(z.strictObject({ name: optionalNameField, snippetIds: z.array(idField).min(1) })).min(1),
  }),
  label: (input) => (input.proposals.length === 1 ? 'Accept proposed theme' : `Accept ${input.proposals.length} proposed themes`),
  run(context, { proposals }) {
    const { draft } = context;
    const places = placesToTheRight(
      draft,
      proposals.map((proposal) => proposal.snippetIds.length),
    );
    const themeIds: string[] = [];
    for (const [index, { name, snippetIds }] of proposals.entries()) {
      const free = unique(snippetIds).filter((id) => draft.referring('snippets', id, 'cards').every((card) => card.themeId === null));
      if (free.length === 0) continue;
      const theme = addTheme(context, { name, ...places[index] });
      const cards = free.map((snippetId) => addCard(context, theme, snippetId));
      moveCardsTo(draft, cards, cardTargetSchema.parse({ themeId: theme.id }));
      themeIds.push(theme.id);
    }
    if (themeIds.length === 0) {
      throw new AppError(
        'conflict',
        'The snippets of this proposal lie in other themes by now. Nothing was changed; look for themes again.',
      );
    }
    return { themeIds };
  },
});

/** Places for clusters of so many cards: rows to the right of everything on the board, so roomy that no text can make them overlap. */
function placesToTheRight(draft: Draft, counts: readonly number[]): { x: number; y: number; columns: number }[] {
  const taken = roomTaken(draft);
  const left = taken ? taken.x + taken.width + PROPOSAL_GAP : 0;
  let x = left;
  let y = taken?.y ?? 0;
  let rowHeight = 0;
  const perRow = Math.ceil(Math.sqrt(counts.length));
  return counts.map((count, index) => {
    if (index > 0 && index % perRow === 0) {
      x = left;
      y += rowHeight + PROPOSAL_GAP;
      rowHeight = 0;
    }
    const columns = goodColumns(count);
    const { width, height } = mostRoom(count, columns);
    const place = { x, y, columns };
    x += width + PROPOSAL_GAP;
    rowHeight = Math.max(rowHeight, height);
    return place;
  });
}

/** Around everything on the board, without measuring texts; null for an empty board. */
function roomTaken(draft: Draft): Rectangle | null {
  const rectangles: Rectangle[] = [];
  for (const theme of draft.all('themes').values())
    rectangles.push({ x: theme.x, y: theme.y, width: clusterWidth(theme.columns), height: 0 });
  for (const card of draft.all('cards').values()) {
    if (card.themeId === null) rectangles.push({ x: card.x, y: card.y, width: CARD_WIDTH, height: CARD_HEIGHT });
  }
  return boundsOf(rectangles);
}

/** Puts themes and loose cards at given places in one step: the result of “tidy up”. */
export const arrangeBoard = defineEdit({
  name: 'arrangeBoard',
  input: roomSchema,
  label: 'Tidy up',
  run({ draft }, room) {
    giveWay(draft, room);
    return {};
  },
});
