// The readout as a Word document: headings, styles, tables and links of the program itself, nothing drawn.
import {
  Bookmark,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from 'docx';

import type { ReadoutContent, ReadoutSection } from '#shared/domain/readout/readout-content';
import { dayInWords } from '#shared/domain/readout/sentences';

import { xmlCharacters } from '../exchange/xml-characters.ts';
import { blockElements } from './word-blocks.ts';
import { apart } from './word-text.ts';
import { DOCUMENT_STYLES, twips, WORD_STYLES } from './word-styles.ts';

/** A4 (twentieths of a point). */
const PAPER = { width: 11_906, height: 16_838 };
const MARGIN = twips(56);

/**
 * The readout as the bytes of a .docx file. Words of people stand in it as text: no field, no macro and no link to outside is ever made of them.
 * Record ids never appear in it.
 */
export async function readoutDocx(content: ReadoutContent): Promise<Uint8Array> {
  const names = content.names === 'names' ? 'Holds real names' : 'People appear under pseudonyms';
  const built = `Readout of ${dayInWords(content.today)} · ${names}`;
  const title = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(xmlCharacters(content.title))] }),
    new Paragraph({ style: WORD_STYLES.note, children: [new TextRun(built)] }),
  ];
  const document = new Document({
    title: xmlCharacters(content.title),
    subject: built,
    creator: 'Plumbline',
    lastModifiedBy: 'Plumbline',
    styles: DOCUMENT_STYLES,
    sections: content.sections.map((section, index) => wordSection(section, content, built, index === 0 ? title : [])),
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const pageOfPages = (): TextRun[] => [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })];

/** One section begins a page and has its own running head; the matrix lies on its side. */
function wordSection(section: ReadoutSection, content: ReadoutContent, built: string, before: Paragraph[]): ISectionOptions {
  const isWide = section.kind === 'matrix';
  const width = (isWide ? PAPER.height : PAPER.width) - 2 * MARGIN;
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    children: [new Bookmark({ id: section.anchor, children: [new TextRun(xmlCharacters(section.title))] })],
  });
  const blocks: (Paragraph | Table)[] = section.blocks.flatMap((block) => blockElements(block, width));
  return {
    properties: {
      page: {
        size: { ...PAPER, orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { top: twips(64), bottom: twips(60), left: MARGIN, right: MARGIN },
      },
    },
    headers: { default: new Header({ children: [running(width, content.title, [new TextRun(apart(section.title))])] }) },
    footers: {
      default: new Footer({ children: [running(width, built, pageOfPages())] }),
    },
    children: [...before, heading, ...blocks],
  };
}

/** A line with something at its left and something at its right end. Words are runs of their own: among the parts of a run some words are fields. */
function running(width: number, left: string, right: readonly TextRun[]): Paragraph {
  return new Paragraph({
    style: WORD_STYLES.note,
    tabStops: [{ type: TabStopType.RIGHT, position: width }],
    children: [new TextRun(apart(left)), new TextRun({ children: [new Tab()] }), ...right],
  });
}
