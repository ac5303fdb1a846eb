// The unsorted pile: snippets without a card, in a shuffled order that says nothing about them.
import { shuffled } from '#shared/domain/board/shuffled';
import { FIRST_BOARD_ID } from '#shared/model/records/board';
import type { Snippet } from '#shared/model/records/snippet';
import type { VaultReader } from '#shared/model/vault-state';

/** The order is the same in every window and after every start. */
const SEED = 5;

export function unsortedSnippets(reader: VaultReader): Snippet[] {
  const onBoard = new Set<string>();
  for (const card of reader.all('cards').values()) if (card.boardId === FIRST_BOARD_ID) onBoard.add(card.snippetId);
  return shuffled(
    [...reader.all('snippets').values()].filter((snippet) => !onBoard.has(snippet.id)),
    SEED,
  );
}
