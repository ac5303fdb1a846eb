// Reads rich text (.rtf): the text of the document, without what is deleted, hidden or only describes it (RTF specification 1.9.1).
import type { ParsedTranscript } from '#shared/domain/transcript/parsed-transcript';
import { unreadableFile } from '#shared/domain/transcript/unreadable-file';
import { countNoun } from '#shared/lib/text';

import { readBlocks } from './read-blocks.ts';
import { decodePage, pageOfCharset } from './rtf-encodings.ts';
import { type RtfToken, rtfTokens } from './rtf-tokens.ts';
import { RtfWriter } from './rtf-writer.ts';

/** Groups inside of each other; word processors write a dozen. */
const MAXIMUM_DEPTH = 1000;

/** Groups whose text is not read in the document. */
const LEFT_OUT = new Set(
  (
    'colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf listtext pntext xe tc filetbl ' +
    'nonshppict sp annotation atnid atnauthor objdata themedata datastore revtbl listtable listoverridetable rsidtbl generator fldinst'
  ).split(' '),
);
/** Groups that old programs should pass over, but whose text counts. */
const STARRED_TEXT = new Set(['shpinst', 'ud', 'footnote', 'shptxt']);

const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  zwj: '\u200d',
  zwnj: '\u200c',
};
const SYMBOLS: Readonly<Record<string, string>> = { '~': ' ', _: '‑', '{': '{', '}': '}', '\\': '\\' };

interface Group {
  leftOut: boolean;
  deleted: boolean;
  hidden: boolean;
  /** Characters that follow `\u` for programs without Unicode. */
  skip: number;
  page: number | null;
  fontTable: boolean;
  note: boolean;
}

/** Reads a rich text. Tracked changes are read as accepted; footnotes become the last turn. @throws AppError('unreadable-file') */
export function readRtf(fileName: string, bytes: Uint8Array): ParsedTranscript {
  const reader = new RtfReader(fileName, bytes);
  for (const token of rtfTokens(bytes)) reader.read(token);
  reader.end();
  return readBlocks(fileName, {
    format: 'rtf',
    blocks: reader.writer.blocks,
    notes: reader.writer.notes,
    warnings: reader.warnings(),
    emptyReason: reader.pictures > 0 ? 'it holds pictures but no text' : 'it holds no text',
  });
}

class RtfReader {
  readonly writer = new RtfWriter();
  pictures = 0;
  readonly #fileName: string;
  readonly #bytes: Uint8Array;
  readonly #above: Group[] = [];
  readonly #fonts = new Map<number, number>();
  #group: Group = { leftOut: false, deleted: false, hidden: false, skip: 1, page: null, fontTable: false, note: false };
  #documentPage = 1252;
  #font = 0;
  #defaultFont = 0;
  #pending: number[] = [];
  #toSkip = 0;
  #starred = false;
  #changes = 0;
  #comments = 0;

  constructor(fileName: string, bytes: Uint8Array) {
    this.#fileName = fileName;
    this.#bytes = bytes;
  }

  read(token: RtfToken): void {
    if (token.kind === 'text') return this.#text(this.#bytes.subarray(token.start, token.end));
    if (token.kind === 'byte') return this.#text([token.byte]);
    this.#flush();
    if (token.kind === 'word') this.#word(token.word, token.value);
    else if (token.kind === 'symbol') this.#symbol(token.symbol);
    else {
      this.#toSkip = 0;
      if (token.kind === 'open') this.#open();
      else this.#close();
    }
  }

  end(): void {
    this.#flush();
    this.writer.end();
  }

  warnings(): string[] {
    const warnings: string[] = [];
    if (this.#changes > 0)
      warnings.push('The document has tracked changes. They were read as accepted: insertions are in, deletions are left out.');
    if (this.#comments > 0)
      warnings.push(`${countNoun(this.#comments, 'comment', 'comments')} in the margin ${this.#comments === 1 ? 'was' : 'were'} left out.`);
    if (this.#above.length > 0) warnings.push('The file ends in the middle; it may be cut off. What it holds was read.');
    return warnings;
  }

  #open(): void {
    this.#above.push(this.#group);
    if (this.#above.length > MAXIMUM_DEPTH) {
      throw unreadableFile(
        this.#fileName,
        'its groups lie too deep inside of each other, which no honest document does',
        'Open it in its own program, copy the text and paste it here.',
      );
    }
    this.#group = { ...this.#group, note: false };
    this.#starred = false;
  }

  #close(): void {
    if (this.#group.note) this.writer.closeNote();
    this.#group = this.#above.pop() ?? this.#group;
    this.#starred = false;
  }

  /** Text is bytes of a code page: they are collected, because a letter may need two of them. */
  #text(bytes: Iterable<number>): void {
    for (const byte of bytes) {
      if (this.#toSkip > 0) this.#toSkip -= 1;
      else if (this.#isShown()) this.#pending.push(byte);
    }
  }

  #isShown(): boolean {
    const { leftOut, deleted, hidden, fontTable } = this.#group;
    return !leftOut && !deleted && !hidden && !fontTable;
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    this.writer.write(decodePage(Uint8Array.from(this.#pending), this.#group.page ?? this.#documentPage));
    this.#pending = [];
  }

  #write(text: string): void {
    if (this.#isShown()) this.writer.write(text);
  }

  #symbol(symbol: string): void {
    if (symbol === '*') this.#starred = true;
    else if (this.#toSkip > 0) this.#toSkip -= 1;
    else this.#write(SYMBOLS[symbol] ?? '');
  }

  #word(word: string, value: number | null): void {
    const starred = this.#starred;
    this.#starred = false;
    if (word === 'u' && value !== null) {
      this.#write(String.fromCharCode(value & 0xffff));
      this.#toSkip = this.#group.skip;
      return;
    }
    if (this.#toSkip > 0) {
      this.#toSkip -= 1;
      if (word in SIGNS) return;
    }
    const sign = SIGNS[word];
    if (sign !== undefined) return this.#write(sign);
    if (starred && !STARRED_TEXT.has(word)) this.#group.leftOut = true;
    this.#destination(word);
    this.#structure(word);
    this.#property(word, value);
  }

  #destination(word: string): void {
    if (LEFT_OUT.has(word)) this.#group.leftOut = true;
    if (word === 'pict') this.pictures += 1;
    if (word === 'annotation') this.#comments += 1;
    if (word === 'fonttbl') this.#group.fontTable = true;
    // `\upr` gives the text twice: for old programs, then in Unicode.
    if (word === 'upr') this.#group.leftOut = true;
    if (word === 'ud') this.#group.leftOut = false;
    if (word === 'footnote' && !this.#group.leftOut) {
      this.#group.note = true;
      this.writer.openNote();
    }
  }

  #structure(word: string): void {
    if (this.#group.leftOut) return;
    if (word === 'par' || word === 'sect' || word === 'page') {
      // The end of a deleted paragraph is deleted with it.
      if (!this.#group.deleted) this.writer.endParagraph();
    } else if (word === 'cell') this.writer.endCell();
    else if (word === 'nestcell') this.writer.write('\n');
    else if (word === 'row') this.writer.endRow();
    else if (word === 'intbl') this.writer.inTable = true;
    else if (word === 'pard') this.writer.inTable = false;
  }

  #property(word: string, value: number | null): void {
    const group = this.#group;
    const on = value !== 0;
    if (word === 'deleted') {
      group.deleted = on;
      if (on) this.#changes += 1;
    } else if (word === 'revised') this.#changes += on ? 1 : 0;
    else if (word === 'v') group.hidden = on;
    else if (word === 'plain') {
      group.deleted = false;
      group.hidden = false;
      group.page = this.#fonts.get(this.#defaultFont) ?? null;
    } else if (word === 'uc') group.skip = Math.max(0, Math.min(value ?? 1, 16));
    else this.#encoding(word, value);
  }

  #encoding(word: string, value: number | null): void {
    const group = this.#group;
    if (word === 'ansicpg' && value !== null) this.#documentPage = value;
    else if (word === 'mac') this.#documentPage = 10000;
    else if (word === 'pc') this.#documentPage = 437;
    else if (word === 'pca') this.#documentPage = 850;
    else if (word === 'deff') this.#defaultFont = value ?? 0;
    else if (word === 'f' && group.fontTable) this.#font = value ?? 0;
    else if (word === 'f') group.page = this.#fonts.get(value ?? 0) ?? null;
    else if (word === 'fcharset' && group.fontTable) {
      const page = pageOfCharset(value ?? 0);
      if (page !== null) this.#fonts.set(this.#font, page);
    } else if (word === 'cpg' && group.fontTable && value !== null) this.#fonts.set(this.#font, value);
  }
}
