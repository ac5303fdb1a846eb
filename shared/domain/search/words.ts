// Cuts text into the words that are searched for: case and accents do not count; scripts without spaces are cut into pairs of characters.

const NONE = 1;
const LETTER = 2;
/** Scripts that put no spaces between words. */
const UNSPACED = 3;

const isWordCharacter = /[\p{L}\p{N}\p{M}]/u;
const isMark = /\p{M}/u;
const isUnspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Accents of Latin, Greek and Cyrillic letters, Hebrew points and Arabic vowel signs; vowel signs of Indic scripts are letters to their readers. */
const ACCENTS =
  // oxlint-disable-next-line eslint/no-misleading-character-class -- each of these marks is meant by itself
  /[\u{300}-\u{36f}\u{591}-\u{5bd}\u{5bf}\u{5c1}\u{5c2}\u{64b}-\u{65f}\u{670}\u{1ab0}-\u{1aff}\u{1dc0}-\u{1dff}\u{20d0}-\u{20ff}\u{fe20}-\u{fe2f}]/gu;

/** What each UTF-16 unit is, looked up once; 0 is not known yet. */
const classes = new Uint8Array(0x10000);

function classOf(codePoint: number): number {
  const known = codePoint < 0x10000 ? classes[codePoint] : 0;
  if (known) return known;
  const character = String.fromCodePoint(codePoint);
  const found = !isWordCharacter.test(character) ? NONE : isUnspaced.test(character) ? UNSPACED : LETTER;
  if (codePoint < 0x10000) classes[codePoint] = found;
  return found;
}

/** A word or a text without case, accents and other widths of the same character (Unicode NFKD and NFC, Standard Annex 15). */
export function foldWord(text: string): string {
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) > 0x7e) return text.normalize('NFKD').replace(ACCENTS, '').normalize('NFC').toLowerCase().replace(ACCENTS, '');
  }
  return text.toLowerCase();
}

/** A run of letters and digits as it stands in the text; half-open, UTF-16 units. */
export interface WordRun {
  start: number;
  end: number;
  /** Written without spaces between words. */
  unspaced: boolean;
}

/** Calls back for every run of a text, in order. */
export function eachRun(text: string, visit: (start: number, end: number, unspaced: boolean) => void): void {
  let start = -1;
  let running = NONE;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const astral = unit >= 0xd800 && unit < 0xdc00 && at + 1 < text.length;
    let kind = classOf(astral ? (text.codePointAt(at) ?? unit) : unit);
    // A mark belongs to the letter before it, whatever the script.
    if (kind === LETTER && running === UNSPACED && isMark.test(text.charAt(at))) kind = UNSPACED;
    if (kind !== running) {
      if (running !== NONE) visit(start, at, running === UNSPACED);
      start = at;
      running = kind;
    }
    if (astral) at += 1;
  }
  if (running !== NONE) visit(start, text.length, running === UNSPACED);
}

/** The words of a text in their order, folded. A run without spaces gives its pairs of characters and, last, its last character. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachRun(text, (start, end, unspaced) => {
    const word = foldWord(text.slice(start, end));
    if (word === '') return;
    if (!unspaced) {
      words.push(word);
      return;
    }
    const characters = [...word];
    for (let at = 0; at < characters.length; at += 1) words.push(`${characters[at] ?? ''}${characters[at + 1] ?? ''}`);
  });
  return words;
}

/** The words of something that is searched for: of a run that ends it, the single last character is left out, for more may follow it in a text. */
export function wordsAskedFor(text: string): string[] {
  const words = wordsOf(text);
  let last: WordRun | null = null;
  eachRun(text, (start, end, unspaced) => (last = { start, end, unspaced }));
  const run = last as WordRun | null;
  return run?.unspaced && [...foldWord(text.slice(run.start, run.end))].length > 1 ? words.slice(0, -1) : words;
}
