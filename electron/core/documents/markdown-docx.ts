// A document of ours in Markdown (digest, hand-off pack, brief, gate) as a Word document: the same words under styles of the program's own.
import {
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  type Table,
  TabStopType,
  TextRun,
} from 'docx';
import { Marked, type Token, type Tokens } from 'marked';

import { captionedTable, columnWidths } from './word-blocks.ts';
import { apart, runsOf } from './word-text.ts';
import { DOCUMENT_STYLES, twips, WORD_STYLES } from './word-styles.ts';

/** A4 with its margins (twentieths of a point). */
const PAPER = { width: 11_906, height: 16_838 };
const MARGIN = twips(56);
const WIDTH = PAPER.width - 2 * MARGIN;
const HEADINGS = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
const NUMBERED = 'numbered';

const markdown = new Marked({ gfm: true });

/**
 * The bytes of a .docx file. Links become their words and HTML stays text: nothing in it leads out of the file.
 * Its first heading is the title, which stands at the foot of each page too. @param text CommonMark with GitHub tables, as Plumbline writes it.
 */
export async function markdownDocx(text: string): Promise<Uint8Array> {
  const tokens = markdown.lexer(text);
  const title = plainOf(tokens.find(({ type }) => type === 'heading'));
  const page = new TextRun({ children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] });
  const foot = new Paragraph({
    style: WORD_STYLES.note,
    tabStops: [{ type: TabStopType.RIGHT, position: WIDTH }],
    children: [new TextRun(apart(title)), page],
  });
  const document = new Document({
    title: apart(title),
    creator: 'Plumbline',
    lastModifiedBy: 'Plumbline',
    styles: DOCUMENT_STYLES,
    numbering: {
      config: [
        {
          reference: NUMBERED,
          levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', style: { paragraph: { indent: { left: 360, hanging: 360 } } } }],
        },
      ],
    },
    sections: [
      {
        properties: { page: { size: PAPER, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
        footers: { default: new Footer({ children: [foot] }) },
        children: blocksOf(tokens),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** Numbers of lists are told apart within the program, not within a document: each only has to be another one. */
let lists = 0;

function blocksOf(tokens: readonly Token[], style?: string): (Paragraph | Table)[] {
  return tokens.flatMap((token): (Paragraph | Table)[] => {
    switch (token.type) {
      case 'heading':
        return [
          new Paragraph({
            heading: HEADINGS[Math.min((token as Tokens.Heading).depth, HEADINGS.length) - 1] ?? HeadingLevel.HEADING_3,
            children: inlineOf(inside(token)),
          }),
        ];
      case 'list': {
        const { items, ordered } = token as Tokens.List;
        const instance = (lists += 1);
        return items.flatMap((item) => listItem(item, ordered ? instance : null));
      }
      case 'blockquote':
        return quoteOf(inside(token).filter(({ type }) => type !== 'space'));
      case 'table':
        return tableOf(token as Tokens.Table);
      case 'space':
      case 'hr':
        return [];
      default:
        return [new Paragraph({ children: inlineOf(insideOrItself(token)), ...(style === undefined ? {} : { style }) })];
    }
  });
}

/** Words, and as the last paragraph whose they are. */
function quoteOf(tokens: readonly Token[]): (Paragraph | Table)[] {
  const words = tokens.length > 1 ? tokens.slice(0, -1) : tokens;
  return [...blocksOf(words, WORD_STYLES.quote), ...blocksOf(tokens.slice(words.length), WORD_STYLES.citation)];
}

/** @param numberedAs the list, where it counts: each begins with 1. The first block of an item bears the bullet or the number; what follows stands below it. */
function listItem({ tokens }: Tokens.ListItem, numberedAs: number | null): (Paragraph | Table)[] {
  const [first, ...rest] = tokens;
  const marked = numberedAs === null ? { bullet: { level: 0 } } : { numbering: { reference: NUMBERED, level: 0, instance: numberedAs } };
  const head = new Paragraph({ style: 'ListParagraph', children: first ? inlineOf(insideOrItself(first)) : [], ...marked });
  return [head, ...blocksOf(rest)];
}

function tableOf({ header, rows }: Tokens.Table): (Paragraph | Table)[] {
  const cells = (row: Tokens.TableCell[], bold: boolean): Paragraph[][] =>
    row.map(({ tokens }) => [new Paragraph({ style: WORD_STYLES.cell, children: inlineOf(tokens, bold ? { bold } : {}) })]);
  return captionedTable(
    null,
    cells(header, true),
    rows.map((row) => cells(row, false)),
    columnWidths(header.length, WIDTH, Math.min(0.5, 1.4 / header.length)),
  );
}

type Look = Readonly<{ bold?: boolean; italics?: boolean }>;

function inlineOf(tokens: readonly Token[], look: Look = {}): ParagraphChild[] {
  return tokens.flatMap((token): ParagraphChild[] => {
    if (token.type === 'br') return [new TextRun({ break: 1 })];
    const within = inside(token);
    if (token.type === 'strong') return inlineOf(within, { ...look, bold: true });
    if (token.type === 'em') return inlineOf(within, { ...look, italics: true });
    if (within.length > 0) return inlineOf(within, look);
    return runsOf(apart(wordsOf(token)), look);
  });
}

const inside = (token: Token): readonly Token[] => ('tokens' in token ? (token.tokens ?? []) : []);

function insideOrItself(token: Token): readonly Token[] {
  const within = inside(token);
  return within.length > 0 ? within : [token];
}

/** All words within a token. */
const plainOf = (token: Token | undefined): string =>
  token === undefined
    ? ''
    : insideOrItself(token)
        .map((each) => (inside(each).length > 0 ? plainOf(each) : wordsOf(each)))
        .join('');

/** The words of a token that holds no others, without its escapes. */
function wordsOf(token: Token): string {
  return 'text' in token && typeof token.text === 'string' ? token.text : token.raw;
}
