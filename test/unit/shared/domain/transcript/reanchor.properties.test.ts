// A snippet whose own words were not touched is found with exactly those words, at exactly their place, whatever was corrected around it.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { anchorOf, quoteOf } from '#shared/domain/transcript/anchor';
import { type Reanchored, reanchorSnippets } from '#shared/domain/transcript/reanchor';
import { alignTexts } from '#shared/domain/transcript/text-alignment';
import { finishSteps } from '#shared/lib/steps';

import {
  conversation,
  type Correction,
  corrected,
  corrections,
  rangeOfWords,
  turnsOf,
  wordsFrom,
} from '../../../../builders/edited-text.ts';

type Talk = ReturnType<typeof conversation>;

const COMMON = 'the a it is was we I you and but so then not very really just people time work report week call team plan yes no'.split(
  ' ',
);

const RARE = Array.from({ length: 300 }, (_, number) => `rare${number}`);

/** Words that each occur once, and corrections with words that occur nowhere. */
const distinctTalk = fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 2, maxLength: 20 }).map((lengths) => {
  let next = 0;
  return lengths.map((length, index) => ({
    speaker: index % 2 === 0 ? 'Ann' : 'Ben',
    words: Array.from({ length }, () => `word${(next += 1)}`),
  }));
});
const newWords = corrections(fc.nat(99_999).map((number) => `new${number}`));

/** Words that occur again and again, as in speech. */
const commonTalk = fc.array(
  fc.record({ speaker: fc.constantFrom('Ann', 'Ben'), words: fc.array(fc.constantFrom(...COMMON), { minLength: 1, maxLength: 25 }) }),
  { minLength: 2, maxLength: 20 },
);
const commonWords = corrections(fc.constantFrom(...COMMON));

const picks = fc.array(fc.tuple(fc.nat(10_000), fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 12 });

function follow(talk: Talk, list: readonly Correction[], chosen: readonly (readonly [number, number])[]) {
  const after = corrected(talk, list);
  const [old, now] = [turnsOf(talk), turnsOf(after)];
  const cases = chosen.map(([at, count], index) => {
    const words = wordsFrom(talk, at, count);
    const range = rangeOfWords(talk, words);
    if (!range) throw new Error('words of the talk have a place');
    return { snippet: { id: `s${index}`, range, ...anchorOf(old, range) }, expected: rangeOfWords(after, words) };
  });
  const found = finishSteps(
    (function* () {
      return yield* reanchorSnippets(
        yield* alignTexts(old, now),
        cases.map(({ snippet }) => snippet),
      );
    })(),
  );
  return cases.map((each, index) => ({ ...each, found: found[index] as Reanchored, now }));
}

const flat = (text: string): string => text.replaceAll('\n', ' ');

describe('reanchorSnippets', () => {
  it('finds every untouched snippet at exactly its place when words are distinct', () => {
    fc.assert(
      fc.property(distinctTalk, newWords, picks, (talk, list, chosen) => {
        for (const { expected, found, snippet, now } of follow(conversation(talk), list, chosen)) {
          if (!expected) continue;
          expect(found.range).toEqual(expected);
          expect(['kept', 'moved']).toContain(found.kind);
          expect(flat(quoteOf(now, found.range))).toBe(flat(snippet.quote));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('never loses an untouched snippet among words that occur again and again, and keeps its words', () => {
    fc.assert(
      fc.property(commonTalk, commonWords, picks, (talk, list, chosen) => {
        for (const { expected, found, snippet, now } of follow(conversation(talk), list, chosen)) {
          if (!expected) continue;
          expect(['kept', 'moved']).toContain(found.kind);
          expect(flat(quoteOf(now, found.range))).toBe(flat(snippet.quote));
        }
      }),
      // The same talks each time: of equal words in a row, no rule can always tell which ones a correction took out.
      { numRuns: 1000, seed: 20261123 },
    );
  });

  it('keeps both promises in a long text with hundreds of corrections, where the comparison goes from landmark to landmark', () => {
    const long = { minLength: 250, maxLength: 400 };
    const speech = fc.array(
      fc.record({
        speaker: fc.constantFrom('Ann', 'Ben'),
        words: fc.array(fc.constantFrom(...COMMON, ...RARE), { minLength: 20, maxLength: 40, size: 'max' }),
      }),
      { minLength: 90, maxLength: 110, size: 'max' },
    );
    const some = fc.array(fc.tuple(fc.nat(10_000), fc.integer({ min: 1, max: 12 })), { minLength: 100, maxLength: 100, size: 'max' });
    fc.assert(
      fc.property(speech, corrections(fc.constantFrom(...COMMON), long), some, (talk, list, chosen) => {
        for (const { expected, found, snippet, now } of follow(conversation(talk), list, chosen)) {
          if (!expected) continue;
          expect(['kept', 'moved']).toContain(found.kind);
          expect(flat(quoteOf(now, found.range))).toBe(flat(snippet.quote));
          // Five words and more hardly ever stand together twice: then it is the very place.
          if (snippet.quote.split(/\s/).length >= 5) expect(found.range).toEqual(expected);
        }
      }),
      { numRuns: 12, seed: 20261123, endOnFailure: true },
    );
  });

  it('answers every snippet with a range that lies in the new text', () => {
    fc.assert(
      fc.property(commonTalk, commonWords, picks, (talk, list, chosen) => {
        for (const { found, now } of follow(conversation(talk), list, chosen)) {
          for (const range of [found.range, ...found.proposals]) {
            expect(quoteOf(now, range).trim()).not.toBe('');
            expect(now[range.endTurn]?.text.length).toBeGreaterThanOrEqual(range.endOffset);
          }
          expect(found.proposals.length).toBeLessThanOrEqual(3);
        }
      }),
      { numRuns: 500 },
    );
  });
});
