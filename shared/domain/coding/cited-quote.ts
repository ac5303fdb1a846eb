// A quote as it is copied into other documents: its words, and where they stand.

export interface QuotePlace {
  /** Who speaks, as it may be shown. */
  who: string;
  /** Counted from 1. */
  turn: number;
  /** `00:12:41`, or null without times. */
  time: string | null;
  source: string;
}

/** `“I called the one support engineer I trust.” (P07 · 214 · 00:12:41 · Karim, renewal)`; turn numbers stand for pages, which there are none. */
export function citedQuote(quote: string, { who, turn, time, source }: QuotePlace): string {
  const place = [who, String(turn), time, source].filter((part) => part !== null && part !== '');
  return `“${quote.trim()}” (${place.join(' · ')})`;
}
