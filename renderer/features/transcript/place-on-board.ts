// Puts a snippet on the board from afar: loose, at a free place under the clusters.
import { type BoardLayout, layoutBoard } from '#shared/domain/board/board-layout';
import { CARD_HEIGHT, CARD_WIDTH, estimateLines } from '#shared/domain/board/card-size';
import { freePlace } from '#shared/domain/board/free-place';
import { boundsOf, type Point } from '#shared/domain/board/rectangle';
import { FIRST_BOARD_ID } from '#shared/model/records/board';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';

/** Space between the clusters and the first row of loose cards. */
const GAP = 48;

export async function placeOnBoard(snippetId: string): Promise<void> {
  const measure = { quote: estimateLines, title: estimateLines, insight: estimateLines };
  // Nothing is drawn here, so heights are estimated, and generously.
  const layout = layoutBoard(projection.state, FIRST_BOARD_ID, { measure, isWarned: () => true });
  await edit('placeSnippets', { snippetIds: [snippetId], target: placeFor(layout) });
}

function placeFor({ clusters, loose }: BoardLayout): Point {
  const under = boundsOf(clusters);
  const wanted = under ? { x: Math.round(under.x), y: Math.round(under.y + under.height + GAP) } : { x: 0, y: 0 };
  return freePlace([...clusters, ...loose], { width: CARD_WIDTH, height: CARD_HEIGHT }, wanted);
}
