// The keyboard's unit cursor on the transcript in front.
import { type CursorUnit, extendByUnit, type MoveFrom, moveByUnit } from '#shared/domain/coding/unit-cursor';
import { select, useViewStore } from '#renderer/stores/view-store';
import { announce } from '#renderer/ui/announce';

import { activeSurface } from './active-surface.ts';
import { chooseTextByKey, clearText, selectedText } from './choosing.ts';
import { shownTurns } from './filtering.ts';
import type { TranscriptSurface } from './transcript-surface.ts';

/** Selected words, the last place (the beginning of a chosen snippet is one), or what is at the top of the window. */
function moveFrom(surface: TranscriptSurface): MoveFrom {
  return selectedText(surface) ?? surface.cursor ?? { turn: surface.topTurn(), offset: 0 };
}

/** Selects the next or previous unit. */
export function moveCursor(unit: CursorUnit, step: 1 | -1): void {
  const surface = activeSurface();
  if (!surface) return;
  const next = moveByUnit(surface.turns, moveFrom(surface), unit, step, shownTurns(surface));
  if (next) chooseTextByKey(surface, next);
  else announce(step > 0 ? 'End of the transcript.' : 'Beginning of the transcript.');
}

/** Moves the free edge of the selection; with nothing selected yet, selects the unit here. */
export function extendCursor(unit: CursorUnit, step: 1 | -1): void {
  const surface = activeSurface();
  if (!surface) return;
  const known = selectedText(surface);
  if (!known) return moveCursor(unit, step);
  chooseTextByKey(surface, { ...extendByUnit(surface.turns, known, unit, step, shownTurns(surface)), unit: null });
}

/** Escape, layer by layer: selected words, then the selected snippet. */
export function clearSelection(): void {
  const surface = activeSurface();
  if (!surface) return;
  if (selectedText(surface)) clearText(surface);
  else if (useViewStore.getState().selection?.kind === 'snippet') select(null);
  else return;
  announce('Nothing selected.');
}
