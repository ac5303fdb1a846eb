// Edits of cards on the board: place, move, take off.
import { z } from 'zod';

import type { Draft } from '#shared/model/draft';
import type { Card } from '#shared/model/records/card';
import { coordinateField, idField, textField } from '#shared/model/records/fields';
import { FIRST_BOARD_ID } from '#shared/model/records/board';

import { AppError } from '#shared/lib/app-error';
import { defineEdit, type EditContext, orderBetween, unique } from './edit-definition.ts';

/** Size in which cards are laid out, in board units: used by every layout of the core and drawn so by the board. */
export const CARD_WIDTH = 220;
export const CARD_HEIGHT = 112;
export const CARD_GAP = 12;

export const setFocusQuestion = defineEdit({
  name: 'setFocusQuestion',
  input: z.strictObject({ boardId: idField.default(FIRST_BOARD_ID), focusQuestion: textField }),
  label: 'Edit focus question',
  run({ draft }, { boardId, focusQuestion }) {
    draft.update('boards', boardId, { focusQuestion });
    return {};
  },
});

/** Where cards go: into a theme before a given card (or last), or loose on the surface. */
export const cardTargetSchema = z.strictObject({
  themeId: idField.nullable().default(null),
  /** Card of the theme to stand before; null: last. */
  beforeCardId: idField.nullable().default(null),
  /** Place of the first loose card; the rest follow in rows to its right and below. */
  x: coordinateField.default(0),
  y: coordinateField.default(0),
});
export type CardTarget = z.infer<typeof cardTargetSchema>;

/** Puts snippets on the board. A snippet that has a card already is moved, unless `also` asks for a second card. */
export const placeSnippets = defineEdit({
  name: 'placeSnippets',
  input: z.strictObject({
    boardId: idField.default(FIRST_BOARD_ID),
    snippetIds: z.array(idField).min(1),
    target: cardTargetSchema.prefault({}),
    also: z.boolean().default(false),
  }),
  label: (input) => (input.snippetIds.length === 1 ? 'Put on the board' : `Put ${input.snippetIds.length} on the board`),
  run(context, input) {
    const cardIds = unique(input.snippetIds).map((snippetId) => cardFor(context, input.boardId, snippetId, input.also, input.target));
    moveCardsTo(context.draft, cardIds, input.target);
    return { cardIds };
  },
});

function cardFor({ draft, newId }: EditContext, boardId: string, snippetId: string, also: boolean, target: CardTarget): string {
  draft.require('snippets', snippetId);
  const there = draft.referring('snippets', snippetId, 'cards').filter((card) => card.boardId === boardId);
  const inTarget = there.find((card) => card.themeId === target.themeId);
  const existing = also ? inTarget : there[0];
  if (existing) return existing.id;
  const card: Card = { id: newId(), boardId, snippetId, themeId: null, x: target.x, y: target.y, order: 1 };
  return draft.add('cards', card).id;
}

/** Moves cards into a theme, among its cards, or loose to a place. A snippet is never twice in one theme. */
export const moveCards = defineEdit({
  name: 'moveCards',
  input: z.strictObject({
    cardIds: z.array(idField).min(1),
    target: cardTargetSchema.optional(),
    /** Own place of each loose card, in the order of cardIds; takes the place of target's rows. */
    places: z.array(z.strictObject({ x: coordinateField, y: coordinateField })).optional(),
  }),
  label: (input) => (input.cardIds.length === 1 ? 'Move card' : `Move ${input.cardIds.length} cards`),
  run({ draft }, { cardIds, target, places }) {
    if (places) {
      if (places.length !== cardIds.length) {
        throw new AppError('bad-input', 'There must be one place for each card. Nothing was moved.');
      }
      for (const [index, id] of cardIds.entries()) draft.update('cards', id, { themeId: null, ...places[index] });
    } else moveCardsTo(draft, unique(cardIds), target ?? cardTargetSchema.parse({}));
    return {};
  },
});

/** Moves cards to a target; a card whose snippet already lies in the target theme under another card is dropped. */
export function moveCardsTo(draft: Draft, cardIds: readonly string[], target: CardTarget): void {
  if (target.themeId === null) {
    for (const [index, id] of cardIds.entries()) {
      draft.update('cards', id, { themeId: null, ...loosePlace(target, index, cardIds.length) });
    }
    return;
  }
  draft.require('themes', target.themeId);
  const moving = new Set(cardIds);
  const staying = cardsOfTheme(draft, target.themeId).filter((card) => !moving.has(card.id));
  const at = target.beforeCardId === null ? staying.length : staying.findIndex((card) => card.id === target.beforeCardId);
  const index = at < 0 ? staying.length : at;
  const after = staying[index]?.order ?? null;
  let before = staying[index - 1]?.order ?? null;
  const present = new Set(staying.map((card) => card.snippetId));
  for (const id of cardIds) {
    const card = draft.require('cards', id);
    if (present.has(card.snippetId)) {
      draft.remove('cards', id);
      continue;
    }
    present.add(card.snippetId);
    before = orderBetween(before, after);
    draft.update('cards', id, { themeId: target.themeId, order: before });
  }
}

/** Cards of a theme in their order. */
export function cardsOfTheme(reader: Pick<Draft, 'referring'>, themeId: string): Card[] {
  return reader
    .referring('themes', themeId, 'cards')
    .sort((left, right) => left.order - right.order || (left.id < right.id ? -1 : 1));
}

/** Place of the n-th of several loose cards: rows as wide as the group is high. */
export function loosePlace(origin: { x: number; y: number }, index: number, count: number): { x: number; y: number } {
  const columns = Math.max(1, Math.ceil(Math.sqrt(count)));
  return {
    x: origin.x + (index % columns) * (CARD_WIDTH + CARD_GAP),
    y: origin.y + Math.floor(index / columns) * (CARD_HEIGHT + CARD_GAP),
  };
}

/** Takes cards off the board. The snippets stay and go back to the unsorted pile. */
export const removeCards = defineEdit({
  name: 'removeCards',
  input: z.strictObject({ cardIds: z.array(idField).min(1) }),
  label: (input) => (input.cardIds.length === 1 ? 'Take card off the board' : `Take ${input.cardIds.length} cards off the board`),
  run({ draft }, { cardIds }) {
    for (const id of unique(cardIds)) draft.remove('cards', id);
    return {};
  },
});
