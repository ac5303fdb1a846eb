// What a command of the board is about: cards on the board or in the outline, or snippets of the unsorted pile.
import { useContextStore } from '#renderer/stores/context-store';
import { projection } from '#renderer/stores/vault-store';

import { actingOnBoard, boardState } from './board-store.ts';

export interface Subject {
  cardIds: readonly string[];
  /** Snippets without a card; empty when cards are meant. */
  unsorted: readonly string[];
  /** Snippets of either. */
  snippetIds: readonly string[];
}

/** Cards by their ids. */
export function cardsAsSubject(cardIds: readonly string[]): Subject {
  const there = cardIds.filter((id) => projection.state.get('cards', id));
  return { cardIds: there, unsorted: [], snippetIds: there.flatMap((id) => projection.state.get('cards', id)?.snippetId ?? []) };
}

/** Snippets that have no card yet. */
export function snippetsAsSubject(snippetIds: readonly string[]): Subject {
  const there = snippetIds.filter((id) => projection.state.get('snippets', id));
  return { cardIds: [], unsorted: there, snippetIds: there };
}

/** What is meant right now, by where the focus is; null when it is nothing. */
export function currentSubject(): Subject | null {
  const inPile = useContextStore.getState().lastSurface === 'pile' && boardState().pile.size > 0;
  const subject = inPile ? snippetsAsSubject([...boardState().pile]) : cardsAsSubject(actingOnBoard().cardIds);
  return subject.snippetIds.length > 0 ? subject : null;
}
