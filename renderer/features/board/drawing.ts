// What decides how clusters and cards are drawn, besides where they lie: one object that stays the same while nothing of it changes.
import { useMemo } from 'react';

import { type Moving, useBoardStore } from './board-store.ts';
import type { Detail, Shown } from './board-view.ts';
import type { BoardPeople, CardFace } from './use-board.ts';

export interface Drawing {
  people: BoardPeople;
  faceOf(snippetId: string): CardFace;
  /** Before ids of elements: the board may be open twice. */
  prefix: string;
  detail: Detail;
  /** Pixels of a board unit; 1 while everything is drawn in full, whatever the zoom. */
  zoom: number;
  focusedId: string | null;
  cards: ReadonlySet<string>;
  themes: ReadonlySet<string>;
  moving: Moving | null;
  proposed: ReadonlySet<string>;
}

export function useDrawing(people: BoardPeople, faceOf: (snippetId: string) => CardFace, prefix: string, shown: Shown): Drawing {
  const focusedId = useBoardStore((state) => state.focused?.id ?? null);
  const cards = useBoardStore((state) => state.cards);
  const themes = useBoardStore((state) => state.themes);
  const moving = useBoardStore((state) => state.moving);
  const proposed = useBoardStore((state) => state.proposed);
  const { detail } = shown;
  const zoom = detail === 'card' ? 1 : shown.zoom;
  return useMemo(
    () => ({ people, faceOf, prefix, detail, zoom, focusedId, cards, themes, moving, proposed }),
    [people, faceOf, prefix, detail, zoom, focusedId, cards, themes, moving, proposed],
  );
}
