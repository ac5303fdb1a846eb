// Finds texts that say much the same as a given one: word statistics, kept up to date text by text.
import { stemWord } from '#shared/domain/themes/stem-word';
import { tokenise } from '#shared/domain/themes/tokenise';

/** Usual values of Okapi BM25 (Robertson & Zaragoza 2009). */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;

export interface NearText {
  id: string;
  /** BM25; comparable within one answer only. */
  score: number;
  /** Words that both texts say, as the asked text writes them, those that tell most first. */
  words: string[];
}

interface Postings {
  /** Number of a text and how often it says the term, one after the other. */
  entries: number[];
  /** Texts that are still there. */
  alive: number;
}

interface KnownText {
  number: number;
  length: number;
  terms: readonly string[];
}

/** Words named as the reason of a likeness. */
const REASONS = 4;

/**
 * An inverted index over short texts. Adding or removing one costs time in proportion to its words; asking costs time in proportion
 * to the texts that share a word with the question. Scores after Robertson & Zaragoza (2009), "The Probabilistic Relevance Framework:
 * BM25 and Beyond", over stems without stop words.
 */
export class NearestTexts {
  readonly #postings = new Map<string, Postings>();
  readonly #known = new Map<string, KnownText>();
  /** Id by number; null when it was removed. */
  readonly #ids: (string | null)[] = [];
  readonly #lengths: number[] = [];
  #words = 0;

  get size(): number {
    return this.#known.size;
  }

  has(id: string): boolean {
    return this.#known.has(id);
  }

  /** Takes a text in, in place of an earlier one of the same id. */
  set(id: string, text: string): void {
    this.remove(id);
    const counts = new Map<string, number>();
    let length = 0;
    for (const word of tokenise(text)) {
      const term = stemWord(word);
      counts.set(term, (counts.get(term) ?? 0) + 1);
      length += 1;
    }
    const number = this.#ids.length;
    this.#ids.push(id);
    this.#lengths.push(length);
    this.#words += length;
    for (const [term, count] of counts) {
      let postings = this.#postings.get(term);
      if (!postings) this.#postings.set(term, (postings = { entries: [], alive: 0 }));
      postings.entries.push(number, count);
      postings.alive += 1;
    }
    this.#known.set(id, { number, length, terms: [...counts.keys()] });
  }

  /** Leaves a text out from now on; unknown ids are fine. */
  remove(id: string): void {
    const known = this.#known.get(id);
    if (!known) return;
    this.#known.delete(id);
    this.#ids[known.number] = null;
    this.#words -= known.length;
    for (const term of known.terms) {
      const postings = this.#postings.get(term);
      if (postings) postings.alive -= 1;
      if (postings?.alive === 0) this.#postings.delete(term);
    }
  }

  /** The `most` texts that are most like this one, nearest first; texts that share no word are not among them. */
  nearest(text: string, most: number, without: (id: string) => boolean = () => false): NearText[] {
    const asked = this.#questionOf(text);
    const scores = new Map<number, number>();
    for (const { term, weight } of asked) this.#addScores(term, weight, scores);
    const best = [...scores]
      .sort(([left, one], [right, other]) => other - one || left - right)
      .flatMap(([number, score]) => {
        const id = this.#ids[number];
        return id == null || without(id) ? [] : [{ id, score, number }];
      })
      .slice(0, most);
    return best.map(({ id, score }) => ({ id, score, words: this.#sharedWords(asked, id) }));
  }

  /** Each term of the text once, with what it weighs and how the text writes it. */
  #questionOf(text: string): { term: string; weight: number; word: string }[] {
    const asked = new Map<string, { term: string; weight: number; word: string }>();
    for (const word of tokenise(text)) {
      const term = stemWord(word);
      const postings = this.#postings.get(term);
      if (postings && !asked.has(term)) asked.set(term, { term, weight: this.#rarity(postings.alive), word });
    }
    return [...asked.values()].sort((left, right) => right.weight - left.weight);
  }

  #rarity(texts: number): number {
    return Math.log(1 + (this.#known.size - texts + 0.5) / (texts + 0.5));
  }

  #addScores(term: string, weight: number, scores: Map<number, number>): void {
    const { entries } = this.#postings.get(term) ?? { entries: [] };
    const usual = this.#words / Math.max(1, this.#known.size);
    for (let at = 0; at < entries.length; at += 2) {
      const number = entries[at] ?? 0;
      if (this.#ids[number] === null) continue;
      const count = entries[at + 1] ?? 0;
      const length = (this.#lengths[number] ?? 0) / Math.max(1, usual);
      const strength = (count * (SATURATION + 1)) / (count + SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length));
      scores.set(number, (scores.get(number) ?? 0) + weight * strength);
    }
  }

  #sharedWords(asked: readonly { term: string; word: string }[], id: string): string[] {
    const terms = new Set(this.#known.get(id)?.terms);
    return asked.flatMap(({ term, word }) => (terms.has(term) ? [word] : [])).slice(0, REASONS);
  }
}
