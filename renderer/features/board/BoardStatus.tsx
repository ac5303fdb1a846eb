// What the board says in the status bar: cards, clusters, what is selected, zoom.
import { FIRST_BOARD_ID } from '#shared/model/records/board';
import { countNoun } from '#shared/lib/text';
import { useDerived } from '#renderer/stores/record-hooks';
import { useShowStatus } from '#renderer/stores/status-items';

import { useBoardStore } from './board-store.ts';
import { useZoom } from './use-zoom.ts';

export function BoardStatus({ active }: { active: boolean }) {
  const { cards, themes } = useDerived(['cards', 'themes'], (reader) => ({
    cards: reader.referring('boards', FIRST_BOARD_ID, 'cards').length,
    themes: reader.referring('boards', FIRST_BOARD_ID, 'themes').length,
  }));
  const selected = useBoardStore((state) => state.cards.size + state.themes.size);
  const moving = useBoardStore((state) => state.moving !== null);
  const zoom = useZoom();
  useShowStatus(active, [
    `${countNoun(cards, 'card', 'cards')} · ${countNoun(themes, 'cluster', 'clusters')}`,
    ...(selected > 0 ? [`${selected} selected`] : []),
    ...(moving ? ['Esc puts it back'] : []),
    `${zoom} %`,
  ]);
  return null;
}
