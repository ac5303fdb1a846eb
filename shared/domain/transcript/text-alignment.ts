// Two versions of a transcript side by side: their words, which of them are the same, and which speaker is whom.
import type { Steps } from '#shared/lib/steps';
import type { Turn } from '#shared/model/transcript';

import { alignTokens } from './align-tokens.ts';
import { type TokenNumbers, type TokenText, tokenText } from './text-tokens.ts';

export interface TextAlignment {
  numbers: TokenNumbers;
  old: TokenText;
  now: TokenText;
  /** For each old token the new one, or -1; rising. */
  pairs: Int32Array;
  /** For each new token the old one, or -1. */
  back: Int32Array;
  oldTurns: readonly Turn[];
  nowTurns: readonly Turn[];
  /** Where words of the new text stand, by their numbers; made when it is first asked for. */
  places(): ReadonlyMap<number, readonly number[]>;
}

/** Compares two versions word by word. */
export function* alignTexts(oldTurns: readonly Turn[], nowTurns: readonly Turn[]): Steps<TextAlignment> {
  const numbers: TokenNumbers = new Map();
  const old = yield* tokenText(oldTurns, numbers);
  const now = yield* tokenText(nowTurns, numbers);
  const pairs = yield* alignTokens(old.ids, now.ids);
  const back = new Int32Array(now.ids.length).fill(-1);
  for (const [index, other] of pairs.entries()) if (other >= 0) back[other] = index;
  let known: Map<number, number[]> | null = null;
  const places = (): Map<number, number[]> => {
    if (known) return known;
    known = new Map();
    for (const [index, id] of now.ids.entries()) {
      const list = known.get(id);
      if (list) list.push(index);
      else known.set(id, [index]);
    }
    return known;
  };
  return { numbers, old, now, pairs, back, oldTurns, nowTurns, places };
}

/**
 * The new label of each old label that no longer stands in the text: the one that most of their words have now, when it is more than half of
 * those that were found again.
 */
export function renamedSpeakers({ old, now, pairs, oldTurns, nowTurns }: TextAlignment): Map<string, string> {
  const labels = new Set(nowTurns.map(({ speaker }) => speaker));
  const votes = new Map<string, Map<string | null, number>>();
  for (const [index, other] of pairs.entries()) {
    const before = oldTurns[old.turn[index] ?? 0]?.speaker ?? null;
    if (other < 0 || before === null || labels.has(before)) continue;
    const after = nowTurns[now.turn[other] ?? 0]?.speaker ?? null;
    const counts = votes.get(before) ?? new Map<string | null, number>();
    votes.set(before, counts.set(after, (counts.get(after) ?? 0) + 1));
  }
  const renamed = new Map<string, string>();
  for (const [before, counts] of votes) {
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    for (const [after, count] of counts) if (after !== null && count * 2 > all) renamed.set(before, after);
  }
  return renamed;
}
