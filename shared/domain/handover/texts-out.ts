// Texts of ours as they may be handed over: names replaced, and those that repeat withheld words kept back.
import { quotesOf, WITHHELD_QUOTE } from '#shared/domain/participants/withheld-report';
import type { ReadoutScope } from '#shared/domain/readout/readout-scope';

/** Shorter words are no quote that anybody would be known by (UTF-16 units). */
const SHORTEST = 20;

/** A function from a text to what may be shown of it. */
export function textsOut(scope: ReadoutScope): (text: string) => string {
  const kept = quotesOf(scope.reader, scope.withheld)
    .map(plain)
    .filter((quote) => quote.length >= SHORTEST);
  return (text) => {
    const words = plain(text);
    return kept.some((quote) => words.includes(quote)) ? WITHHELD_QUOTE : scope.shown(text.trim());
  };
}

function plain(text: string): string {
  return text
    .split(/\s/u)
    .filter((word) => word !== '')
    .join(' ')
    .toLowerCase();
}
