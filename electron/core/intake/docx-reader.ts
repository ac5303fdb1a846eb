// Takes the text out of one part of a Word document while its XML is read (ECMA-376, part 1, chapter 17).
import type { BlockBuilder } from './block-builder.ts';
import type { XmlEvents } from './read-xml.ts';
import { decodePage, SYMBOL_PAGE } from './rtf-encodings.ts';

export interface WordMarks {
  /** Insertions, deletions and moves. */
  changes: number;
  comments: number;
  pictures: number;
  /** Other files whose text belongs to the document. */
  embedded: number;
}

const WORD_NAMESPACES = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);

/** Elements whose text is not read: what was deleted or moved away, codes of fields, the reading aid beside ruby text. */
const LEFT_OUT = new Set(['del', 'moveFrom', 'instrText', 'delText', 'delInstrText', 'rt', 'sdtPr', 'tabs']);
const CHANGES = new Set(['ins', 'del', 'moveTo', 'moveFrom']);

/** Signs of the fonts of signs that people use in text, by the last two hexadecimal digits of their code. */
const WINGDINGS: Readonly<Record<string, string>> = {
  '4a': '🙂',
  '4c': '🙁',
  e0: '→',
  df: '←',
  fc: '✓',
  fb: '✗',
  a7: '▪',
  '6c': '●',
  d8: '➢',
};

/**
 * Events for readXml. Of alternatives the older one is read, because only that is sure to hold plain text (emoji, text boxes). A paragraph
 * whose end was deleted flows into the next one.
 */
export class WordReader implements XmlEvents {
  readonly #builder: BlockBuilder;
  readonly #marks: WordMarks;
  /** Names of the open elements without their prefix. */
  readonly #path: string[] = [];
  #prefix = 'w:';
  /** Depth of what is left out. */
  #leftOut = 0;
  #hiddenRun = false;
  #symbolRun = false;
  /** Says for each open paragraph whether its end was deleted. */
  readonly #joins: boolean[] = [];
  #carried = '';
  #deletedRow = false;

  constructor(builder: BlockBuilder, marks: WordMarks) {
    this.#builder = builder;
    this.#marks = marks;
  }

  open(element: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#path.length === 0) this.#prefix = prefixOf(attributes) ?? this.#prefix;
    const name = this.#nameOf(element);
    const parent = this.#path.at(-1) ?? '';
    this.#path.push(name);
    if (this.#leftOut > 0) this.#leftOut += 1;
    else if (this.#isLeftOut(name, parent, attributes)) this.#leftOut = 1;
    else this.#enter(name, parent, (attribute) => attributes[this.#prefix + attribute] ?? attributes[attribute]);
  }

  close(element: string): void {
    this.#path.pop();
    if (this.#leftOut > 0) this.#leftOut -= 1;
    else this.#leave(this.#nameOf(element));
  }

  text(text: string): void {
    const name = this.#path.at(-1);
    if (this.#leftOut === 0 && !this.#hiddenRun && (name === 't' || name === 'm:t')) this.#builder.write(this.#readable(text), false);
  }

  /** Signs of the Symbol font lie in the area for private use. */
  #readable(text: string): string {
    if (!this.#symbolRun) return text;
    return text.replace(/[\uF020-\uF0FF]/gu, (sign) => symbol('Symbol', sign.charCodeAt(0).toString(16)));
  }

  /** Names of other vocabularies keep their prefix. */
  #nameOf(element: string): string {
    if (this.#prefix === '') return element;
    return element.startsWith(this.#prefix) ? element.slice(this.#prefix.length) : element;
  }

  #isLeftOut(name: string, parent: string, attributes: Readonly<Record<string, string>>): boolean {
    if (CHANGES.has(name)) {
      this.#marks.changes += 1;
      // Here the mark speaks of the end of a paragraph or of a row.
      if (parent === 'rPr' && this.#path.at(-3) === 'pPr' && (name === 'del' || name === 'moveFrom'))
        this.#joins[this.#joins.length - 1] = true;
      if (parent === 'trPr' && name === 'del') this.#deletedRow = true;
    }
    const type = attributes[`${this.#prefix}type`];
    if (name === 'footnote' || name === 'endnote') return type !== undefined && type !== 'normal';
    return name === 'mc:Choice' || LEFT_OUT.has(name);
  }

  #enter(name: string, parent: string, attribute: (name: string) => string | undefined): void {
    const builder = this.#builder;
    if (name === 'p') this.#openParagraph();
    else if (name === 'tbl') builder.openTable();
    else if (name === 'tr') builder.openRow();
    else if (name === 'tc') builder.openCell();
    else if (name === 'gridSpan') builder.widenCell(Math.min(64, Math.max(1, Number(attribute('val')) || 1)));
    else if (name === 'footnote' || name === 'endnote') builder.openNote();
    else if (name === 'vanish' && parent === 'rPr' && this.#path.at(-3) === 'r')
      this.#hiddenRun = !/^(?:0|false|off)$/u.test(attribute('val') ?? '');
    else if (name === 'rFonts' && this.#path.at(-3) === 'r') this.#symbolRun = /^symbol$/iu.test(attribute('ascii') ?? '');
    else if (parent === 'r' && !this.#hiddenRun) this.#writeSign(name, attribute);
    this.#count(name);
  }

  #writeSign(name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'tab' || name === 'ptab') this.#builder.write('\t', false);
    else if (name === 'br' || name === 'cr') this.#builder.write('\n', false);
    else if (name === 'noBreakHyphen') this.#builder.write('-', false);
    else if (name === 'sym') this.#builder.write(symbol(attribute('font') ?? '', attribute('char') ?? ''), false);
  }

  #count(name: string): void {
    if (name === 'commentReference') this.#marks.comments += 1;
    else if (name === 'a:blip' || name === 'v:imagedata') this.#marks.pictures += 1;
    else if (name === 'altChunk') this.#marks.embedded += 1;
  }

  #leave(name: string): void {
    const builder = this.#builder;
    if (name === 'p') this.#closeParagraph();
    else if (name === 'r') {
      this.#hiddenRun = false;
      this.#symbolRun = false;
    } else if (name === 'tc') builder.closeCell();
    else if (name === 'tr') {
      if (this.#deletedRow) builder.dropRow();
      this.#deletedRow = false;
    } else if (name === 'tbl') builder.closeTable();
    else if (name === 'footnote' || name === 'endnote') builder.closeNote();
  }

  #openParagraph(): void {
    this.#joins.push(false);
    this.#builder.openParagraph();
    this.#builder.write(this.#carried, false);
    this.#carried = '';
  }

  #closeParagraph(): void {
    if (this.#joins.pop() === true) this.#carried = this.#builder.takeParagraph() ?? '';
    else this.#builder.closeParagraph();
  }
}

/** The prefix under which the root declares the vocabulary of Word; null when it does not. */
function prefixOf(attributes: Readonly<Record<string, string>>): string | null {
  for (const [name, value] of Object.entries(attributes)) {
    if (!WORD_NAMESPACES.has(value)) continue;
    if (name === 'xmlns') return '';
    if (name.startsWith('xmlns:')) return `${name.slice(6)}:`;
  }
  return null;
}

/** A sign given by its place in a font: those of the Symbol font and the usual ones of Wingdings; others have no letter. */
function symbol(font: string, code: string): string {
  const value = Number.parseInt(code, 16);
  if (Number.isNaN(value)) return '';
  if (/^symbol/iu.test(font)) return decodePage(Uint8Array.of(value & 0xff), SYMBOL_PAGE);
  if (/^wingdings$/iu.test(font)) return WINGDINGS[(value & 0xff).toString(16)] ?? '';
  return value < 0xe000 || value > 0xf8ff ? String.fromCharCode(value) : '';
}
