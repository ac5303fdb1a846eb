// Finding a place of the grid on the page and putting the focus on it.
import type { MatrixPlace } from './matrix-store.ts';

/** Value of data-place; ids hold no space. */
export function placeKey({ themeId, assumptionId }: MatrixPlace): string {
  return `${themeId ?? '-'} ${assumptionId ?? '-'}`;
}

export function placeOfKey(key: string): MatrixPlace {
  const [theme = '-', assumption = '-'] = key.split(' ');
  return { themeId: theme === '-' ? null : theme, assumptionId: assumption === '-' ? null : assumption };
}

function elementOf(place: MatrixPlace): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-surface="matrix"] [data-place="${CSS.escape(placeKey(place))}"]`);
}

/** Puts the focus on a place that is on the page and brings it into sight. @returns false when it is not there. */
export function focusPlace(place: MatrixPlace): boolean {
  const element = elementOf(place);
  if (!element) return false;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return true;
}

/** The same once the page has been drawn anew. */
export function focusPlaceSoon(place: MatrixPlace): void {
  requestAnimationFrame(() => void focusPlace(place));
}
