// Edits of cards on the board: place, move, take off.
import { z } from 'zod';

import { CARD_GAP, CARD_HEIGHT, CARD_WIDTH } from '#shared/domain/board/card-size';
import type { Draft } from '#shared/model/draft';
import type { Card } from '#shared/model/records/card';
import { coordinateField, idField, textField } from '#shared/model/records/fields';
import { FIRST_BOARD_ID } from '#shared/model/records/board';

import { AppError } from '#shared/lib/app-error';
import { defineEdit, type EditContext, ordersBetween, unique } from './edit-definition.ts';

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

const placeSchema = z.strictObject({ id: idField, x: coordinateField, y: coordinateField });
/** New places for what has to give way in the same step: themes, and loose cards. */
export const roomSchema = z.strictObject({ themes: z.array(placeSchema).default([]), cards: z.array(placeSchema).default([]) });

/** Puts themes and loose cards at new places; a card that lies in a theme stays where it is. */
export function giveWay(draft: Draft, { themes, cards }: z.infer<typeof roomSchema>): void {
  for (const { id, x, y } of themes) draft.update('themes', id, { x, y });
  for (const { id, x, y } of cards) {
    if (draft.require('cards', id).themeId === null) draft.update('cards', id, { x, y });
  }
}

/** Puts snippets on the board. A snippet that has a card already is moved, unless `also` asks for a second card. */
export const placeSnippets = defineEdit({
  name: 'placeSnippets',
  input: z.strictObject({
    boardId: idField.default(FIRST_BOARD_ID),
    snippetIds: z.array(idField).min(1),
    target: cardTargetSchema.prefault({}),
    also: z.boolean().default(false),
    room: roomSchema.prefault({}),
  }),
  label: (input) => (input.snippetIds.length === 1 ? 'Put on the board' : `Put ${input.snippetIds.length} on the board`),
  *run(context, input) {
    const cardIds: string[] = [];
    for (const snippetId of unique(input.snippetIds)) {
      cardIds.push(cardFor(context, input.boardId, snippetId, input.also, input.target));
      yield;
    }
    moveCardsTo(context.draft, cardIds, input.target);
    giveWay(context.draft, input.room);
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
    room: roomSchema.prefault({}),
  }),
  label: (input) => (input.cardIds.length === 1 ? 'Move card' : `Move ${input.cardIds.length} cards`),
  run({ draft }, { cardIds, target, places, room }) {
    if (places) {
      if (places.length !== cardIds.length) {
        throw new AppError('bad-input', 'There must be one place for each card. Nothing was moved.');
      }
      for (const [index, id] of cardIds.entries()) draft.update('cards', id, { themeId: null, ...places[index] });
    } else moveCardsTo(draft, unique(cardIds), target ?? cardTargetSchema.parse({}));
    giveWay(draft, room);
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
  const at = target.beforeCardId === null ? -1 : staying.findIndex((card) => card.id === target.beforeCardId);
  const index = at < 0 ? staying.length : at;
  const arriving = dropDoubles(draft, cardIds, staying);
  const orders = ordersBetween(staying[index - 1]?.order ?? null, staying[index]?.order ?? null, arriving.length);
  if (orders) {
    for (const [place, id] of arriving.entries()) draft.update('cards', id, { themeId: target.themeId, order: orders[place] });
    return;
  }
  const all = [...staying.slice(0, index).map((card) => card.id), ...arriving, ...staying.slice(index).map((card) => card.id)];
  for (const [place, id] of all.entries()) draft.update('cards', id, { themeId: target.themeId, order: place + 1 });
}

/** Takes cards off whose snippet lies in the theme already, or arrives twice; gives the ids of the others. */
function dropDoubles(draft: Draft, cardIds: readonly string[], staying: readonly Card[]): string[] {
  const present = new Set(staying.map((card) => card.snippetId));
  return cardIds.filter((id) => {
    const { snippetId } = draft.require('cards', id);
    if (present.has(snippetId)) {
      draft.remove('cards', id);
      return false;
    }
    present.add(snippetId);
    return true;
  });
}

/** Cards of a theme in their order. */
export function cardsOfTheme(reader: Pick<Draft, 'referring'>, themeId: string): Card[] {
  return reader.referring('themes', themeId, 'cards').sort((left, right) => left.order - right.order || (left.id < right.id ? -1 : 1));
}

/** Place of the n-th of several loose cards: rows as wide as the group is high, or with so many side by side. */
export function loosePlace(origin: { x: number; y: number }, index: number, count: number, sideBySide?: number): { x: number; y: number } {
  const columns = sideBySide ?? Math.max(1, Math.ceil(Math.sqrt(count)));
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
  *run({ draft }, { cardIds }) {
    for (const id of unique(cardIds)) {
      draft.remove('cards', id);
      yield;
    }
    return {};
  },
});
