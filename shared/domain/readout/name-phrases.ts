// Finds names in texts: whole names, their single words, genitives, and names in scripts without spaces.
import { foldName, isAlsoEveryday, isNoName } from './name-words.ts';

/** Stands for a name that several people share, or that belongs to a speaker who is nobody's record. */
export const SOMEBODY = '[name hidden]';

/** A name as a run of words: `anna berg`. */
interface NamePhrase {
  words: readonly string[];
  pseudonym: string;
  /** Found only as written here: short names, and names that are everyday words. */
  exact: string | null;
}

/** Where a name stands in a text, in UTF-16 units. */
export interface FoundName {
  start: number;
  end: number;
  pseudonym: string;
}

// Linear: one class repeated. Marks belong to the letter before them.
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** Scripts written without spaces: a name is found anywhere in a run of letters. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Between the words of one name: "Berg, Anna", "anna.berg", "Anna-Maria", a line break in a caption. */
const INSIDE_NAME = /^[\s.,_'’\-–+]{1,3}$/u;
/** The shortest single word of a longer name that is replaced on its own, in UTF-16 units. */
const SHORTEST_WORD = 3;

/** The names of a study, found in texts word by word. */
export class NamePhrases {
  /** Phrases by their first word, the longest first. */
  readonly #byFirstWord = new Map<string, NamePhrase[]>();
  /** Names that are found letter by letter: in scripts without spaces, and those with signs in them. */
  readonly #verbatim = new Map<string, string>();
  readonly #codes: ReadonlySet<string>;

  /** @param codes folded pseudonyms such as P07: never replaced, whoever's label they are. */
  constructor(codes: ReadonlySet<string>) {
    this.#codes = codes;
  }

  /** Adds a name and each of its words that is a name by itself. */
  add(name: string, pseudonym: string): void {
    const trimmed = name.trim();
    if (trimmed === '' || foldName(trimmed) === foldName(pseudonym.trim())) return;
    const written = trimmed.match(WORD) ?? [];
    const words = written.map(foldName);
    if (isVerbatim(trimmed)) this.#addVerbatim(trimmed.normalize('NFC'), pseudonym);
    if (words.length > 1) {
      this.#addPhrase({ words, pseudonym, exact: null });
      if (!words.every(isNoName)) this.#addPhrase({ words: [words.join('')], pseudonym, exact: null });
    }
    const ownWords = new Set((pseudonym.match(WORD) ?? []).map(foldName));
    for (const [index, word] of words.entries()) {
      const asWritten = written[index] ?? '';
      const shownAnyway = ownWords.has(word) || this.#codes.has(word);
      if (shownAnyway || isNoName(word) || !isNameByItself(asWritten, words.length)) continue;
      const exact = asWritten.length < SHORTEST_WORD || isAlsoEveryday(word) ? capitalised(asWritten) : null;
      this.#addPhrase({ words: [word], pseudonym, exact });
    }
  }

  #addVerbatim(name: string, pseudonym: string): void {
    const there = this.#verbatim.get(name);
    this.#verbatim.set(name, there === undefined || there === pseudonym ? pseudonym : SOMEBODY);
  }

  #addPhrase(phrase: NamePhrase): void {
    const first = phrase.words[0] ?? '';
    const there = this.#byFirstWord.get(first) ?? [];
    const same = there.find((other) => other.exact === phrase.exact && other.words.join(' ') === phrase.words.join(' '));
    if (same) same.pseudonym = same.pseudonym === phrase.pseudonym ? same.pseudonym : SOMEBODY;
    else there.push(phrase);
    this.#byFirstWord.set(
      first,
      there.sort((left, right) => right.words.length - left.words.length),
    );
  }

  /** Every name in a text, in order, none overlapping another. */
  findIn(text: string): FoundName[] {
    const found: FoundName[] = this.#findVerbatim(text);
    const tokens = [...text.matchAll(WORD)].map((match) => ({
      start: match.index,
      written: match[0],
      word: foldName(match[0]),
    }));
    for (let index = 0; index < tokens.length; index += 1) {
      const phrase = this.#phraseAt(text, tokens, index);
      const first = tokens[index];
      const last = tokens[index + (phrase?.words.length ?? 1) - 1];
      if (!phrase || !first || !last) continue;
      found.push({ start: first.start, end: last.start + last.written.length, pseudonym: phrase.pseudonym });
      index += phrase.words.length - 1;
    }
    return joined(text, withoutOverlaps(found));
  }

  #phraseAt(text: string, tokens: readonly Token[], at: number): NamePhrase | undefined {
    const token = tokens[at];
    if (!token) return undefined;
    const exactly = this.#byFirstWord.get(token.word)?.find((phrase) => matches(text, tokens, at, phrase));
    if (exactly) return exactly;
    // "Annas Rechnung", "Bergs": a genitive without apostrophe, for names that are nothing else.
    if (!token.word.endsWith('s') || token.word.length <= SHORTEST_WORD) return undefined;
    const stem = this.#byFirstWord.get(token.word.slice(0, -1))?.find((phrase) => phrase.words.length === 1 && phrase.exact === null);
    return stem && isCapital(token.written) ? stem : undefined;
  }

  #findVerbatim(text: string): FoundName[] {
    const found: FoundName[] = [];
    for (const [name, pseudonym] of this.#verbatim) {
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
        found.push({ start: at, end: at + name.length, pseudonym });
      }
    }
    return found;
  }
}

interface Token {
  start: number;
  written: string;
  word: string;
}

function matches(text: string, tokens: readonly Token[], at: number, phrase: NamePhrase): boolean {
  for (const [index, word] of phrase.words.entries()) {
    const token = tokens[at + index];
    if (token?.word !== word) return false;
    if (phrase.exact !== null && token.written !== phrase.exact && token.written !== phrase.exact.toUpperCase()) return false;
    const before = tokens[at + index - 1];
    if (index > 0 && before && !INSIDE_NAME.test(text.slice(before.start + before.written.length, token.start))) return false;
  }
  return true;
}

/** A single letter never; two letters only as a whole name written with capitals ("Jo", "JD"); three and more always. */
function isNameByItself(written: string, wordsInName: number): boolean {
  if (!/\p{L}/u.test(written)) return false;
  if (written.length >= SHORTEST_WORD) return true;
  return written.length === 2 && wordsInName === 1 && !isAlsoEveryday(foldName(written));
}

/** Names that cannot be found word by word. Bare punctuation is no name: it would be found everywhere. */
function isVerbatim(name: string): boolean {
  if (name.length < 2) return false;
  if (UNSPACED.test(name)) return true;
  return /[^\p{L}\p{N}\p{M}\s.,_'’\-–+]/u.test(name) && /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(name);
}

function capitalised(written: string): string {
  return isCapital(written) ? written : written.charAt(0).toUpperCase() + written.slice(1);
}

function isCapital(written: string): boolean {
  return /^\p{Lu}/u.test(written);
}

function withoutOverlaps(found: FoundName[]): FoundName[] {
  const sorted = found.sort((left, right) => left.start - right.start || right.end - left.end);
  const kept: FoundName[] = [];
  for (const each of sorted) if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each);
  return kept;
}

/** "Anna Maria" found as two names of one person becomes one pseudonym. */
function joined(text: string, found: readonly FoundName[]): FoundName[] {
  const result: FoundName[] = [];
  for (const each of found) {
    const before = result.at(-1);
    const between = before ? text.slice(before.end, each.start) : '';
    if (before && before.pseudonym === each.pseudonym && /^[\s.\-–_']?$/u.test(between)) before.end = each.end;
    else result.push({ ...each });
  }
  return result;
}
