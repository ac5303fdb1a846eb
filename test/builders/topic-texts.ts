// Made-up texts whose topics are known: for finding planted themes again and for measuring time at any size.
import { createSeededRandom } from '#shared/domain/themes/seeded-random';
import type { SeededRandom } from '#shared/domain/themes/seeded-random';

export interface TopicText {
  id: string;
  text: string;
  /** Number of its topic; -1 for a text about nothing in particular. */
  topic: number;
}

export interface TopicTextOptions {
  seed: number;
  count: number;
  topics: number;
  /** Share of the texts without a topic. */
  noise?: number;
  /** Share of the words that any text may use. */
  common?: number;
  /** Fewest and most words of a text. */
  words?: readonly [number, number];
}

const WORDS_OF_A_TOPIC = 40;
const COMMON_WORDS = 2000;

/** Texts of made-up words; frequent words are more frequent than rare ones, in topics as in the common stock. */
export function topicTexts(options: TopicTextOptions): TopicText[] {
  const { count, topics, noise = 0, common = 0.5, words = [10, 30] } = options;
  const random = createSeededRandom(options.seed);
  return Array.from({ length: count }, (_, index) => {
    const topic = random.next() < noise ? -1 : random.below(topics);
    const length = words[0] + random.below(words[1] - words[0] + 1);
    const text = Array.from({ length }, () => (topic < 0 || random.next() < common ? commonWord(random) : topicWord(random, topic)));
    return { id: `s${String(index).padStart(6, '0')}`, text: text.join(' '), topic };
  });
}

function commonWord(random: SeededRandom): string {
  return madeUpWord(Math.floor(random.next() ** 2 * COMMON_WORDS));
}

function topicWord(random: SeededRandom, topic: number): string {
  return madeUpWord(COMMON_WORDS + topic * WORDS_OF_A_TOPIC + Math.floor(random.next() ** 1.5 * WORDS_OF_A_TOPIC));
}

// Syllables with a last letter that no stemming rule touches and no English word of the stop list has.
function madeUpWord(number: number): string {
  let word = '';
  for (let rest = number + 37; rest > 0; rest = Math.floor(rest / 70)) {
    word += `${'bcdfgklmnprtvz'[rest % 14] ?? ''}${'aeiou'[Math.floor(rest / 14) % 5] ?? ''}`;
  }
  return `${word}x`;
}
