// The layout as it is drawn; while no board is on screen, one from estimated heights.
import { type BoardLayout, layoutBoard } from '#shared/domain/board/board-layout';
import { CARD_HEIGHT, estimateLines } from '#shared/domain/board/card-size';
import { FIRST_BOARD_ID } from '#shared/model/records/board';
import { projection } from '#renderer/stores/vault-store';

import { boardController } from './board-controller.ts';
import type { Ground } from './drops.ts';

export function currentGround(): Ground {
  return boardController()?.ground() ?? { layout: estimatedLayout(), heightOf: () => CARD_HEIGHT };
}

function estimatedLayout(): BoardLayout {
  const measure = { quote: estimateLines, title: estimateLines, insight: estimateLines };
  return layoutBoard(projection.state, FIRST_BOARD_ID, { measure, isWarned: () => true });
}
