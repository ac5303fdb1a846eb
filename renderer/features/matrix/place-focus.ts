// What happens when a place of the matrix gets the focus: keys, inspector and the one tab stop follow it.
import type { FocusEvent } from 'react';

import { setFlag } from '#renderer/stores/context-store';
import { select } from '#renderer/stores/view-store';

import { placeOfKey } from './cell-focus.ts';
import { cellNow } from './judge.ts';
import { type MatrixPlace, useMatrixStore } from './matrix-store.ts';

/** What has the focus decides what keys may do. */
export function tellFlags({ themeId, assumptionId }: MatrixPlace): void {
  setFlag('cellFocused', themeId !== null && assumptionId !== null);
  setFlag('cellJudged', themeId !== null && assumptionId !== null && (cellNow(themeId, assumptionId)?.judged ?? null) !== null);
}

/** For the surface itself, which passes the focus on, and for every place in it. */
export function followFocus({ target, currentTarget }: FocusEvent<HTMLElement>): void {
  if (target === currentTarget) {
    currentTarget.querySelector<HTMLElement>('[data-place][tabindex="0"]')?.focus();
    return;
  }
  const key = target.closest<HTMLElement>('[data-place]')?.dataset.place;
  if (key === undefined) return;
  const place = placeOfKey(key);
  const { themeId, assumptionId } = place;
  useMatrixStore.setState({ place });
  tellFlags(place);
  if (themeId && assumptionId) select({ kind: 'cell', themeId, assumptionId });
  else if (themeId) select({ kind: 'theme', id: themeId });
  else if (assumptionId) select({ kind: 'assumption', id: assumptionId });
}

/** Moves along the places of a view that is no grid, in the order of the page. */
export function stepPlace(step: 1 | -1 | 'first' | 'last'): void {
  const places = [...document.querySelectorAll<HTMLElement>('[data-surface="matrix"] [data-place]')];
  const now = places.findIndex((place) => place === document.activeElement);
  const at = step === 'first' ? 0 : step === 'last' ? places.length - 1 : Math.min(Math.max(now + step, 0), places.length - 1);
  places[at]?.focus();
  places[at]?.scrollIntoView({ block: 'nearest' });
}
