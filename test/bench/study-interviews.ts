// Made-up interviews: an interviewer and one participant in turns, and the ranges that a researcher would mark.
import { createSeededRandom, type SeededRandom } from '#shared/domain/themes/seeded-random';
import { anchorOf } from '#shared/domain/transcript/anchor';
import type { Snippet, TextRange } from '#shared/model/records/snippet';
import type { Turn } from '#shared/model/transcript';

import { speech, TOPIC_COUNT } from './study-words.ts';

export const INTERVIEWER = 'Interviewer';

/** Speaking pace (ms a word): 150 words a minute. */
const MS_A_WORD = 400;

export interface MadeUpInterview {
  turns: Turn[];
  words: number;
  endMs: number;
}

/** An interview of so many words; the same numbers give the same text. The participant speaks six words in seven. */
export function madeUpInterview(seed: number, index: number, words: number, participant: string): MadeUpInterview {
  const random = createSeededRandom(seed * 1_000_003 + index);
  const turns: Turn[] = [];
  let said = 0;
  while (said < words) {
    const asks = turns.length % 2 === 0;
    const length = Math.min(words - said, asks ? 6 + random.below(17) : 30 + random.below(110));
    // People stay with a subject for a while: the topic follows the place in the interview, and who is heard.
    const topic = (index + Math.floor((said / words) * 5) * 3) % TOPIC_COUNT;
    turns.push({
      speaker: asks ? INTERVIEWER : participant,
      startMs: said * MS_A_WORD,
      endMs: (said + length) * MS_A_WORD,
      text: speech(random, length, topic),
    });
    said += length;
  }
  return { turns, words: said, endMs: said * MS_A_WORD };
}

/** Where and by whom a snippet is made. */
export type SnippetPlace = Pick<Snippet, 'id' | 'sourceId' | 'by' | 'at'>;

/** One snippet of an interview: 10 to 45 words inside a turn of the participant. `number` counts the snippets of this interview. */
export function madeUpSnippet(random: SeededRandom, turns: readonly Turn[], number: number, place: SnippetPlace): Snippet {
  const turn = 1 + 2 * (number % Math.floor(turns.length / 2));
  const range = wordRange(turns[turn]?.text ?? '', turn, random);
  const note = random.next() < 0.15 ? speech(random, 8 + random.below(10), number) : '';
  return { ...place, revision: 1, range, ...anchorOf(turns, range), note, starred: random.next() < 0.05 };
}

/** From the beginning of a word to the end of a word; the first word differs from snippet to snippet. */
function wordRange(text: string, turn: number, random: SeededRandom): TextRange {
  const words = [...text.matchAll(/\S+/g)];
  const count = Math.min(words.length, 10 + random.below(36));
  const first = random.below(words.length - count + 1);
  const last = words[first + count - 1];
  return {
    startTurn: turn,
    startOffset: words[first]?.index ?? 0,
    endTurn: turn,
    endOffset: last ? last.index + last[0].length : text.length,
  };
}
