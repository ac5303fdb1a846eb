// A Markdown tokenizer with an end: nesting and emphasis cost the parser time in proportion to the square of a text made for that purpose.
import { Tokenizer, type Tokens } from 'marked';

/** Deeper quotes and lists stay text. */
const DEEPEST = 30;
/** UTF-16 units that may be looked through for the ends of emphasis, in all; a long memo needs a tenth of it. */
const MOST_WORK = 4_000_000;

/** No document means anything by so many spaces in a row, or by marks inside a word as long as a page. */
const WIDE = /[ \t]{200,}/g;
const LONG_WORD = /\S{1000,}/g;
const MARKS = /[*_~`]/g;

/** The parser looks from each mark to the end of its word for a mail address, and along all spaces for a line end. */
export function withoutEndlessRuns(markdown: string): string {
  return markdown.replace(WIDE, (run) => run.slice(0, 200)).replace(LONG_WORD, (word) => word.replace(MARKS, '\\$&'));
}

/** For one text: what it has spent is counted. */
export class BoundedTokenizer extends Tokenizer {
  #depth = 0;
  #work = 0;

  override blockquote(src: string): Tokens.Blockquote | undefined {
    return this.#nested(() => super.blockquote(src));
  }

  override list(src: string): Tokens.List | undefined {
    return this.#nested(() => super.list(src));
  }

  override emStrong(src: string, maskedSrc: string, prevChar?: string): Tokens.Em | Tokens.Strong | undefined {
    return this.#spend(src) ? super.emStrong(src, maskedSrc, prevChar) : undefined;
  }

  override del(src: string, maskedSrc: string, prevChar?: string): Tokens.Del | undefined {
    return this.#spend(src) ? super.del(src, maskedSrc, prevChar) : undefined;
  }

  #nested<Token>(read: () => Token): Token | undefined {
    if (this.#depth >= DEEPEST) return undefined;
    this.#depth += 1;
    try {
      return read();
    } finally {
      this.#depth -= 1;
    }
  }

  #spend(src: string): boolean {
    if (src[0] !== '*' && src[0] !== '_' && src[0] !== '~') return false;
    this.#work += src.length;
    return this.#work <= MOST_WORK;
  }
}
