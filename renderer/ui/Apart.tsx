// A sentence in which words of the study stand apart: signs in them that turn the direction of writing end with them.
import { Fragment } from 'react';

/** Signs that turn the direction of writing, and letters that are written from right to left. */
const TURNS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;

/** @param words as they stand in the text, as far as they do; empty ones are fine. */
export function Apart({ text, words }: { text: string; words: readonly string[] }) {
  // One piece is read out as one sentence.
  if (!TURNS.test(text)) return text;
  return pieces(text, words).map(({ piece, apart }, at) => (apart ? <bdi key={at}>{piece}</bdi> : <Fragment key={at}>{piece}</Fragment>));
}

function pieces(text: string, words: readonly string[]): { piece: string; apart: boolean }[] {
  // Longest first: a name within a longer one is part of that.
  const wanted = [...new Set(words)].filter((word) => word.trim() !== '').sort((left, right) => right.length - left.length);
  const found: { piece: string; apart: boolean }[] = [];
  for (let from = 0; from < text.length;) {
    const next = wanted
      .map((word) => ({ word, at: text.indexOf(word, from) }))
      .filter(({ at }) => at >= 0)
      .reduce<{ word: string; at: number } | null>((first, each) => (first === null || each.at < first.at ? each : first), null);
    if (!next) return [...found, { piece: text.slice(from), apart: false }];
    if (next.at > from) found.push({ piece: text.slice(from, next.at), apart: false });
    found.push({ piece: next.word, apart: true });
    from = next.at + next.word.length;
  }
  return found;
}
