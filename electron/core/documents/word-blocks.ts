// Each kind of block of the readout as paragraphs and tables of a Word document.
import {
  Bookmark,
  BorderStyle,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';

import { type Block, type MatrixMark, quoteAnchor, type ReadoutQuote } from '#shared/domain/readout/readout-content';
import { GLYPH_CHARACTERS, RELATION_GLYPHS, RELATION_WORDS, VERDICT_GLYPHS } from '#shared/domain/readout/stakeholder-words';

import { xmlCharacters } from '../exchange/xml-characters.ts';
import { twips, WORD_STYLES } from './word-styles.ts';
import { apart, runsOf, sentenceRuns } from './word-text.ts';

type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;

/** What a block becomes. @param width of the text on the page, in twentieths of a point; tables take all of it. */
export function blockElements(block: Block, width: number): (Paragraph | Table)[] {
  switch (block.type) {
    case 'heading':
      return [
        new Paragraph({ heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3, children: sentenceRuns(block.text) }),
      ];
    case 'paragraph':
      return [paragraph(block.role === 'plain' ? undefined : WORD_STYLES[block.role], sentenceRuns(block.text))];
    case 'facts':
      return block.items.map(({ label, value }) =>
        paragraph(undefined, [...runsOf(`${xmlCharacters(label)}: `, { bold: true }), ...sentenceRuns(value)]),
      );
    case 'bullets':
      return block.items.map((item) => new Paragraph({ style: 'ListParagraph', bullet: { level: 0 }, children: sentenceRuns(item) }));
    case 'quotes':
      return block.quotes.flatMap(quoteParagraphs);
    case 'claim':
      return claimParagraphs(block);
    case 'verdict':
      return verdictParagraphs(block);
    case 'matrix':
      return matrixTable(block, width);
    case 'table':
      return plainTable(block, width);
  }
}

const paragraph = (style: string | undefined, children: ParagraphChild[]): Paragraph =>
  new Paragraph({ children, ...(style === undefined ? {} : { style }) });

const SIDES = { for: 'Says so', against: 'Says otherwise' } as const;

/** The words, then where they come from. The number is the place to which other mentions of the quote lead. */
function quoteParagraphs(quote: ReadoutQuote): Paragraph[] {
  const words = quote.lines.map(({ speaker, text }) =>
    paragraph(WORD_STYLES.quote, [
      ...(speaker === null ? [] : runsOf(`${apart(speaker)}: `, { bold: true })),
      ...runsOf(xmlCharacters(text)),
    ]),
  );
  const name = `Q${quote.number}`;
  const anchor = quoteAnchor(quote.number);
  const number =
    quote.anchor === null
      ? new InternalHyperlink({ anchor, children: [new TextRun({ text: name, style: 'Hyperlink' })] })
      : new Bookmark({ id: quote.anchor, children: [new TextRun(name)] });
  const side = quote.side === null ? [] : [new TextRun({ text: `${SIDES[quote.side]} · `, bold: true })];
  return [...words, paragraph(WORD_STYLES.citation, [...side, number, new TextRun(` · ${apart(quote.citation)}`)])];
}

function claimParagraphs({ number, text, people, quote }: BlockOf<'claim'>): Paragraph[] {
  const claim = paragraph(WORD_STYLES.claim, [new TextRun(`${number} · `), ...sentenceRuns(text)]);
  return [claim, paragraph(WORD_STYLES.people, sentenceRuns(people)), ...(quote ? quoteParagraphs(quote) : [])];
}

function verdictParagraphs({ verdict, code, statement, word, people }: BlockOf<'verdict'>): Paragraph[] {
  const glyph = GLYPH_CHARACTERS[VERDICT_GLYPHS[verdict]];
  const line = [...runsOf(`${glyph} ${word}`, { bold: true }), new TextRun(` · ${code}: `), ...sentenceRuns(statement)];
  const counted = people.length === 0 ? [] : [paragraph(WORD_STYLES.people, sentenceRuns(people))];
  return [paragraph(WORD_STYLES.verdict, line), ...counted];
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'b0b0b0' };
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE };
const PADDING = { top: twips(3), bottom: twips(3), left: twips(5), right: twips(5) };
const HEAD = { type: ShadingType.CLEAR, fill: 'eeeeec', color: 'auto' };

interface CellLook {
  width: number;
  isHead?: boolean;
}

function cell(children: Paragraph[], { width, isHead = false }: CellLook): TableCell {
  return new TableCell({
    children,
    width: { size: width, type: WidthType.DXA },
    borders: BORDERS,
    margins: PADDING,
    verticalAlign: VerticalAlignTable.TOP,
    ...(isHead ? { shading: HEAD } : {}),
  });
}

const cellText = (children: ParagraphChild[]): Paragraph => paragraph(WORD_STYLES.cell, children);

/** A table over the whole width, under its caption if it has one, whose heading comes again on each page. */
export function captionedTable(
  caption: string | null,
  head: Paragraph[][],
  rows: Paragraph[][][],
  widths: readonly number[],
): (Paragraph | Table)[] {
  const cellsOf = (cells: Paragraph[][], isHead: boolean) =>
    cells.map((children, at) => cell(children, { width: widths[at] ?? 0, isHead }));
  const table = new Table({
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cellsOf(head, true) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cellsOf(row, false) })),
    ],
  });
  // Two tables with nothing between them would become one.
  const above = caption === null ? [] : [paragraph(WORD_STYLES.caption, runsOf(xmlCharacters(caption)))];
  return [...above, table, paragraph(WORD_STYLES.note, [])];
}

/** Columns that share a width; the first takes its part of it before. @param first part of the whole, 0 to 1. */
export function columnWidths(count: number, width: number, first: number): number[] {
  const head = count === 1 ? width : Math.floor(width * first);
  const others = count === 1 ? 0 : Math.floor((width - head) / (count - 1));
  return Array.from({ length: count }, (_, at) => (at === 0 ? head : others));
}

function matrixTable({ caption, departments, rows }: BlockOf<'matrix'>, width: number): (Paragraph | Table)[] {
  const heads = departments.map(({ name, protects }) => [
    cellText(runsOf(apart(name), { bold: true })),
    ...(protects === '' ? [] : [cellText(runsOf(`protects: ${apart(protects)}`))]),
  ]);
  const lines = rows.map(({ claim, people, cells }) => [
    [cellText(sentenceRuns(claim)), cellText(runsOf(people, { italics: true }))],
    ...cells.map((marks) =>
      marks.length === 0 ? [cellText(runsOf(`${GLYPH_CHARACTERS.open} ${RELATION_WORDS.open}`))] : marks.map(markText),
    ),
  ]);
  return captionedTable(
    caption,
    [[cellText(runsOf('What we heard', { bold: true }))], ...heads],
    lines,
    columnWidths(departments.length + 1, width, 0.26),
  );
}

function markText({ relation, word, code, people }: MatrixMark): Paragraph {
  return cellText([
    ...runsOf(`${GLYPH_CHARACTERS[RELATION_GLYPHS[relation]]} ${word} `, { bold: true }),
    new TextRun(`${code} (${people})`),
  ]);
}

function plainTable({ caption, head, rows }: BlockOf<'table'>, width: number): (Paragraph | Table)[] {
  const heads = head.map((name) => [cellText(runsOf(xmlCharacters(name), { bold: true }))]);
  const lines = rows.map((row) => row.map((value) => [cellText(sentenceRuns(value))]));
  return captionedTable(caption, heads, lines, columnWidths(head.length, width, Math.min(0.5, 1.4 / head.length)));
}
