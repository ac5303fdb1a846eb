// What the live region says about the board: finished sentences with names and places.
import type { BoardLayout } from '#shared/domain/board/board-layout';
import type { DropTarget } from '#shared/domain/board/drop-target';
import { cardsOfTheme } from '#shared/edits/card-edits';
import { countNoun, shorten } from '#shared/lib/text';
import { projection } from '#renderer/stores/vault-store';

/** `Unnamed cluster` while it has no name. */
export function clusterName(name: string | undefined): string {
  return name?.trim() ? name : 'Unnamed cluster';
}

export function nameOfTheme(themeId: string): string {
  return clusterName(projection.state.get('themes', themeId)?.name);
}

/** The first words of a card, or how many cards there are. */
export function cardsInWords(cardIds: readonly string[]): string {
  const [first] = cardIds;
  const snippetId = first === undefined ? undefined : projection.state.get('cards', first)?.snippetId;
  return cardIds.length === 1 && snippetId ? snippetInWords(snippetId) : countNoun(cardIds.length, 'card', 'cards');
}

export function snippetInWords(snippetId: string): string {
  return `‘${shorten(projection.state.get('snippets', snippetId)?.quote ?? '', 60)}’`;
}

/** Said while something is dragged over a target. */
export function targetSentence(target: DropTarget, layout: BoardLayout): string {
  if (target.kind === 'cluster') return `Over ${clusterName(layout.cluster.get(target.themeId)?.name)}.`;
  if (target.kind === 'card') return `Over ${cardsInWords([target.cardId])}: makes a cluster of both.`;
  return 'Over free space.';
}

/** “Moved ‘If she leaves, we leave’ to The support engineer is the account manager, 8 of 8.” To be asked after the move. */
export function movedSentence(cardIds: readonly string[], themeId: string | null): string {
  const what = cardsInWords(cardIds);
  if (themeId === null) return `Moved ${what}: loose on the board.`;
  const cards = cardsOfTheme(projection.state, themeId);
  const places = cardIds.map((id) => cards.findIndex((card) => card.id === id) + 1).filter((place) => place > 0);
  if (places.length === 0) return `${nameOfTheme(themeId)} holds ${what} already.`;
  const first = Math.min(...places);
  const last = Math.max(...places);
  return `Moved ${what} to ${nameOfTheme(themeId)}, ${first === last ? first : `${first} to ${last}`} of ${cards.length}.`;
}
