// A made-up conversation, random corrections of it, and where its snippets must stand afterwards: every word is followed by identity.
import * as fc from 'fast-check';

import type { TextRange } from '#shared/model/records/snippet';
import type { Turn } from '#shared/model/transcript';

interface Word {
  text: string;
}
interface SpokenTurn {
  speaker: string;
  words: Word[];
}

export type Correction =
  | { kind: 'insert' | 'replace'; at: number; words: string[] }
  | { kind: 'delete'; at: number; count: number }
  | { kind: 'split' | 'join'; at: number }
  | { kind: 'rename'; at: number; to: string };

/** A conversation of words drawn from `vocabulary` by `draw`. */
export function conversation(turns: readonly { speaker: string; words: readonly string[] }[]): SpokenTurn[] {
  return turns.map(({ speaker, words }) => ({ speaker, words: words.map((text) => ({ text })) }));
}

export const corrections = (
  word: fc.Arbitrary<string>,
  count: { minLength?: number; maxLength: number } = { maxLength: 12 },
): fc.Arbitrary<Correction[]> => {
  const at = fc.nat(100_000);
  return fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constantFrom('insert' as const, 'replace' as const),
        at,
        words: fc.array(word, { minLength: 1, maxLength: 6 }),
      }),
      fc.record({ kind: fc.constant('delete' as const), at, count: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ kind: fc.constantFrom('split' as const, 'join' as const), at }),
      fc.record({ kind: fc.constant('rename' as const), at, to: fc.constantFrom('Ann', 'Ben', 'Cleo') }),
    ),
    { ...count, size: 'max' },
  );
};

/** Applies corrections one after another; the words that stay are the same objects. */
export function corrected(before: readonly SpokenTurn[], list: readonly Correction[]): SpokenTurn[] {
  let turns = before.map((turn) => ({ ...turn, words: [...turn.words] }));
  for (const correction of list) {
    const turn = turns[correction.at % turns.length];
    if (!turn) break;
    const place = Math.floor(correction.at / turns.length) % (turn.words.length + 1);
    if (correction.kind === 'insert') turn.words.splice(place, 0, ...correction.words.map((text) => ({ text })));
    if (correction.kind === 'replace') turn.words.splice(place, 1, ...correction.words.map((text) => ({ text })));
    if (correction.kind === 'delete' && turn.words.length > correction.count) turn.words.splice(place, correction.count);
    if (correction.kind === 'rename') {
      const from = turn.speaker;
      turns = turns.map((other) => (other.speaker === from ? { ...other, speaker: correction.to } : other));
    }
    if (correction.kind === 'split' && place > 0 && place < turn.words.length) {
      turns.splice(turns.indexOf(turn) + 1, 0, { speaker: turn.speaker, words: turn.words.splice(place) });
    }
    const next = turns[turns.indexOf(turn) + 1];
    if (correction.kind === 'join' && next) {
      turn.words.push(...next.words);
      turns.splice(turns.indexOf(next), 1);
    }
  }
  return turns.filter(({ words }) => words.length > 0);
}

export function turnsOf(spoken: readonly SpokenTurn[]): Turn[] {
  return spoken.map(({ speaker, words }) => ({ speaker, startMs: null, endMs: null, text: words.map(({ text }) => text).join(' ') }));
}

/** The range from one word to another (inclusive); null when they stand no longer side by side as they did, or one of them is gone. */
export function rangeOfWords(spoken: readonly SpokenTurn[], words: readonly Word[]): TextRange | null {
  const all = spoken.flatMap((turn, index) => turn.words.map((word) => ({ word, index })));
  const start = all.findIndex(({ word }) => word === words[0]);
  if (start < 0 || words.some((word, step) => all[start + step]?.word !== word)) return null;
  const end = start + words.length - 1;
  const place = (at: number, after: boolean): { turn: number; offset: number } => {
    const { word, index } = all[at] ?? { word: { text: '' }, index: 0 };
    const before = spoken[index]?.words ?? [];
    const offset = before.slice(0, before.indexOf(word)).reduce((sum, { text }) => sum + text.length + 1, 0);
    return { turn: index, offset: after ? offset + word.text.length : offset };
  };
  const [from, to] = [place(start, false), place(end, true)];
  return { startTurn: from.turn, startOffset: from.offset, endTurn: to.turn, endOffset: to.offset };
}

/** `count` words in a row from `at` on. */
export function wordsFrom(spoken: readonly SpokenTurn[], at: number, count: number): Word[] {
  const all = spoken.flatMap(({ words }) => words);
  const start = at % all.length;
  return all.slice(start, start + count);
}
