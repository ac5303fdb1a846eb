// Cuts a text into the words that can bind snippets: lower-case, of any script, without stop words.
import { isStopWord } from './stop-words.ts';

/** Longer runs of letters (UTF-16 units) are addresses, keys or noise, not words. */
const LONGEST_WORD = 40;

// A letter, then letters, marks and digits; apostrophes inside ("don't"). "b2b" is a word, "2024" is not.
const WORD = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*/gu;
// Scripts that write words without spaces between them.
const UNSPACED_SCRIPTS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const UNSPACED = new RegExp(`[${UNSPACED_SCRIPTS}]`, 'u');
const UNSPACED_RUN = new RegExp(`[${UNSPACED_SCRIPTS}][${UNSPACED_SCRIPTS}\\p{M}\\u30fc]*`, 'gu');
const IDEOGRAPH = /^\p{Script=Han}/u;
// What English glues to the end of a word and French or Italian to its start.
const GLUED_END = /'(?:s|d|m|t|ll|re|ve)$/;
const GLUED_START = /^(?:qu|dell|nell|all|un|[cdjlmnst])'/;
const PLAIN = /^[\n -~]*$/;

let segmenter: Intl.Segmenter | null | undefined;

/**
 * The words of a text in their order, lower-case, as a person would recognise them (not stemmed).
 * English first, safe for any script: runs of Unicode letters; for scripts without spaces the words of Intl.Segmenter, or
 * overlapping pairs of characters where there is none. Stop words, single letters and numbers are left out.
 */
export function tokenise(text: string): string[] {
  const folded = (PLAIN.test(text) ? text : text.normalize('NFKC')).toLowerCase();
  if (!UNSPACED.test(folded)) return spacedWords(folded);
  const words: string[] = [];
  for (const run of folded.match(UNSPACED_RUN) ?? []) words.push(...unspacedWords(run));
  words.push(...spacedWords(folded.replace(UNSPACED_RUN, ' ')));
  return words;
}

function spacedWords(text: string): string[] {
  const words: string[] = [];
  for (const raw of text.match(WORD) ?? []) {
    const word = raw.includes("'") || raw.includes('’') ? withoutGlued(raw.replaceAll('’', "'")) : raw;
    if (word.length > 1 && word.length <= LONGEST_WORD && !isStopWord(word)) words.push(word);
  }
  return words;
}

function withoutGlued(word: string): string {
  if (isStopWord(word)) return '';
  return word.replace(GLUED_END, '').replace(GLUED_START, '');
}

function unspacedWords(run: string): string[] {
  segmenter ??= typeof Intl === 'object' && 'Segmenter' in Intl ? new Intl.Segmenter('en', { granularity: 'word' }) : null;
  return segmenter === null ? pairsOfCharacters(run) : segmentedWords(run, segmenter);
}

// A single kana or Thai letter is grammar; a single ideograph may be a word.
function segmentedWords(run: string, withSegmenter: Intl.Segmenter): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of withSegmenter.segment(run)) {
    if (isWordLike && segment.length <= LONGEST_WORD && (segment.length > 1 || IDEOGRAPH.test(segment))) words.push(segment);
  }
  return words;
}

/** Overlapping pairs of characters: the usual stand-in for words where nothing can cut them. Exported for its test. */
export function pairsOfCharacters(run: string): string[] {
  const characters = [...run];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}
