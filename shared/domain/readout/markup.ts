// Writing HTML: whatever stands in a template's gaps is escaped, unless it came out of a template itself.
// The tag is not called html, because formatters would then move white space about inside the templates.

/** HTML that may be written as it is. Only templates make it. */
export class Markup {
  readonly #source: string;

  /** @internal use `markup` or `inlineStyle`; the key keeps others from making markup of their own. */
  constructor(source: string, key: symbol) {
    if (key !== KEY) throw new TypeError('Markup is made by its templates only.');
    this.#source = source;
  }

  toString(): string {
    return this.#source;
  }
}

const KEY = Symbol('markup');

type Gap = string | number | Markup | readonly Markup[] | null;

/** Template for text and for attribute values in double quotes. Not for script, style, comments, or unquoted attributes. */
export function markup(parts: TemplateStringsArray, ...gaps: readonly Gap[]): Markup {
  let source = parts[0] ?? '';
  for (const [index, gap] of gaps.entries()) source += writeGap(gap) + (parts[index + 1] ?? '');
  return new Markup(source, KEY);
}

function writeGap(gap: Gap): string {
  if (gap === null) return '';
  if (gap instanceof Markup) return gap.toString();
  if (typeof gap === 'object') return gap.map(String).join('');
  return escapeHtml(String(gap));
}

/** Text as it must be written to come back the same. NUL and halves of characters become the replacement character. */
function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\0', '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('\r', '&#13;');
}

/**
 * The one style element. Its text is raw, so it must not hold `<`; the hash in the content policy is taken of exactly this text.
 * @throws TypeError when the style holds what could end it.
 */
export function inlineStyle(style: string): Markup {
  if (/[<\0\r]/.test(style)) throw new TypeError('A style sheet must not hold “<”, NUL or carriage returns.');
  return new Markup(`<style>${style}</style>`, KEY);
}

/** A CSS string in double quotes: everything but plain letters, digits, spaces and a few signs is written as a code point. */
export function cssString(text: string): string {
  let escaped = '';
  for (const character of text.toWellFormed()) {
    escaped += /[\p{L}\p{N} .,:;·’“”()?!–-]/u.test(character) ? character : `\\${(character.codePointAt(0) ?? 0xfffd).toString(16)} `;
  }
  return `"${escaped}"`;
}
