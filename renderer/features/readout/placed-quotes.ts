// The quotes of the preview that is on screen, for keys that act on the one at hand.
import type { PlacedQuote } from './preview-places.ts';

export type { PlacedQuote };

let placed: readonly PlacedQuote[] = [];

/** Told by the preview whenever it is drawn anew; an empty list when it goes away. */
export function setQuotesInPreview(quotes: readonly PlacedQuote[]): void {
  placed = quotes;
}

export function quotesInPreview(): readonly PlacedQuote[] {
  return placed;
}
