// Remembers where the board of a study was panned to, as long as the window lives.
import { useVaultStore } from '#renderer/stores/vault-store';

import { BoardView, type Place } from './board-view.ts';

const places = new Map<string, Place>();

const here = (): string => useVaultStore.getState().status?.folder ?? '';

/** A view at the remembered place. `isNew`: there was none, so everything should be fitted in. */
export function rememberedView(): { view: BoardView; isNew: boolean } {
  const place = places.get(here());
  return { view: new BoardView(place), isNew: place === undefined };
}

export function rememberView(view: BoardView): void {
  places.set(here(), view.place);
}
