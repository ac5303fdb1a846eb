// Picking by pointer: what lies under it, and what a click on it means for focus and selection.
import type { Load } from './moving-session.ts';
import { type BoardItem, boardState, focusOnBoard, selectOnBoard, toggleOnBoard } from './board-store.ts';

/** What the pointer is on. A cluster's head drags it; its body only selects it. */
export interface Hit {
  item: BoardItem | null;
  /** May be dragged from here. */
  handle: boolean;
  /** Cluster in which a card lies. */
  inTheme: string | null;
}

export function hitOf(target: EventTarget | null): Hit {
  const element = target instanceof Element ? target : null;
  const themeId = element?.closest<HTMLElement>('[data-theme]')?.dataset.theme ?? null;
  const cardId = element?.closest<HTMLElement>('[data-card]')?.dataset.card;
  if (cardId) return { item: { kind: 'card', id: cardId }, handle: true, inTheme: themeId };
  if (!themeId) return { item: null, handle: false, inTheme: null };
  return { item: { kind: 'theme', id: themeId }, handle: element?.closest('[data-cluster-head]') != null, inTheme: null };
}

/** A click, with Shift if `additive`. On the background it clears the selection. */
export function clickOn({ item, inTheme }: Hit, additive: boolean): void {
  if (!item) {
    if (additive) return;
    selectOnBoard([]);
    focusOnBoard(null, null);
    return;
  }
  if (additive) toggleOnBoard(item);
  else selectOnBoard(item.kind === 'card' ? [item.id] : [], item.kind === 'theme' ? [item.id] : []);
  focusOnBoard(item, inTheme);
}

/** What a drag from here takes along: the selection when it begins on a part of it, otherwise just this. */
export function loadFrom({ item, inTheme }: Hit, additive: boolean, isLoose: (cardId: string) => boolean): Load {
  if (!item) return {};
  const { cards, themes } = boardState();
  const selected = item.kind === 'card' ? cards.has(item.id) : themes.has(item.id);
  if (!selected) {
    if (additive) toggleOnBoard(item);
    else selectOnBoard(item.kind === 'card' ? [item.id] : [], item.kind === 'theme' ? [item.id] : []);
    focusOnBoard(item, inTheme);
  }
  const now = boardState();
  if (now.themes.size === 0) return { cardIds: [...now.cards] };
  // Cards in clusters stay in them when clusters are dragged; loose ones come along.
  return { themeIds: [...now.themes], cardIds: [...now.cards].filter(isLoose) };
}
