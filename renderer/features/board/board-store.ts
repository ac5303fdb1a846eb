// What is focused, selected and under way on the board: ids only, the records stay in the projection.
import { create } from 'zustand';

import type { DropTarget } from '#shared/domain/board/drop-target';
import { setFlag } from '#renderer/stores/context-store';
import { projection } from '#renderer/stores/vault-store';
import { select } from '#renderer/stores/view-store';

export interface BoardItem {
  kind: 'card' | 'theme';
  id: string;
}

/** Cards or clusters on the move, by pointer or by arrow keys. Where they are right now is not kept here: that changes with every frame. */
export interface Moving {
  cardIds: ReadonlySet<string>;
  themeIds: ReadonlySet<string>;
  /** Snippets that come from the unsorted pile. */
  snippetIds: readonly string[];
  target: DropTarget | null;
}

/** A field that is open above the board. */
export interface OpenField {
  themeId: string;
  part: 'name' | 'insight';
}

interface BoardState {
  focused: BoardItem | null;
  /** The cluster whose cards the arrow keys walk; null: clusters and loose cards. */
  entered: string | null;
  cards: ReadonlySet<string>;
  themes: ReadonlySet<string>;
  /** The selection was put together by keys: walking on does not drop it. */
  picked: boolean;
  moving: Moving | null;
  field: OpenField | null;
  outline: boolean;
  /** Snippets of the proposal that is being looked at. */
  proposed: ReadonlySet<string>;
  /** Snippets chosen in the unsorted pile. */
  pile: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

const initial: BoardState = {
  focused: null,
  entered: null,
  cards: none,
  themes: none,
  picked: false,
  moving: null,
  field: null,
  outline: false,
  proposed: none,
  pile: none,
};

export const useBoardStore = create<BoardState>()(() => initial);

export const boardState = (): BoardState => useBoardStore.getState();

let study: string | null = null;

/** Another study begins with nothing selected and nothing under way. @returns whether it is another one. */
export function boardOfStudy(folder: string | null): boolean {
  if (folder === study) return false;
  study = folder;
  useBoardStore.setState(initial, true);
  return true;
}

const same = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((id) => other.has(id));

const set = (ids: Iterable<string>): ReadonlySet<string> => {
  const made = new Set(ids);
  return made.size === 0 ? none : made;
};

/** Selects exactly these; what the inspector shows follows. */
export function selectOnBoard(cardIds: Iterable<string>, themeIds: Iterable<string> = [], picked = false): void {
  const now = boardState();
  const [cards, themes] = [set(cardIds), set(themeIds)];
  if (same(cards, now.cards) && same(themes, now.themes)) {
    if (picked !== now.picked) useBoardStore.setState({ picked });
    return;
  }
  useBoardStore.setState({ cards, themes, picked });
  tellWindow();
}

/** Adds an item to the selection, or takes it out. */
export function toggleOnBoard({ kind, id }: BoardItem, picked = false): void {
  const key = kind === 'card' ? 'cards' : 'themes';
  const ids = new Set(boardState()[key]);
  if (!ids.delete(id)) ids.add(id);
  useBoardStore.setState({ [key]: set(ids), picked });
  tellWindow();
}

export function focusOnBoard(focused: BoardItem | null, entered: string | null = boardState().entered): void {
  useBoardStore.setState({ focused, entered });
  tellWindow();
}

export interface Acting {
  cardIds: string[];
  themeIds: string[];
}

/** What a command is about: the selection, otherwise what has the focus. Ids that are gone by now are left out. */
export function actingOnBoard(): Acting {
  const { cards, themes, focused } = boardState();
  const cardIds = [...cards].filter((id) => projection.state.get('cards', id));
  const themeIds = [...themes].filter((id) => projection.state.get('themes', id));
  if (cardIds.length > 0 || themeIds.length > 0 || !focused) return { cardIds, themeIds };
  if (focused.kind === 'card') return { cardIds: projection.state.get('cards', focused.id) ? [focused.id] : [], themeIds };
  return { cardIds, themeIds: projection.state.get('themes', focused.id) ? [focused.id] : [] };
}

/** The one cluster that a command is about: selected, focused, or the one that was entered. */
export function actingTheme(): string | null {
  const { themeIds, cardIds } = actingOnBoard();
  if (themeIds.length === 1) return themeIds[0] ?? null;
  const { entered } = boardState();
  const inside = cardIds.every((id) => projection.state.get('cards', id)?.themeId === entered);
  return themeIds.length === 0 && entered && inside && projection.state.get('themes', entered) ? entered : null;
}

/** Tells the inspector and the commands what is selected. */
export function tellWindow(): void {
  const { cardIds, themeIds } = actingOnBoard();
  setFlag('cardSelected', cardIds.length > 0);
  setFlag('clusterSelected', themeIds.length > 0 || actingTheme() !== null);
  const [themeId] = themeIds;
  if (cardIds.length > 0) select({ kind: 'cards', ids: cardIds });
  else if (themeId) select({ kind: 'theme', id: themeId });
}
