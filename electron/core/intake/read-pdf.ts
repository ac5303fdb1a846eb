// Reads PDF documents: the text layer, in reading order, without what every page repeats.
import { getDocumentProxy } from 'unpdf';

import type { ParsedTranscript } from '#shared/domain/transcript/parsed-transcript';
import { unreadableFile } from '#shared/domain/transcript/unreadable-file';
import { countNoun } from '#shared/lib/text';

import { protectedFile } from './open-archive.ts';
import { linesOfPage, type PdfLine, type PdfPiece } from './pdf-lines.ts';
import { withoutMargins, withoutNumbers } from './pdf-margins.ts';
import { paragraphsOf } from './pdf-paragraphs.ts';
import { readBlocks } from './read-blocks.ts';

/** A conversation of ten hours has about 300 pages. */
const MAXIMUM_PAGES = 2000;
/** Letters that no font explains: from this share of them on, the text is of no use. */
const UNREADABLE = 0.1;

/** Reads the text of a PDF; pictures are not recognised. @throws AppError('unreadable-file') */
export async function readPdf(fileName: string, bytes: Uint8Array): Promise<ParsedTranscript> {
  const raw = await readPdfPages(fileName, bytes);
  const empty = raw.filter((page) => page.length === 0).length;
  const { pages: inner, dropped } = withoutMargins(raw);
  const { pages, dropped: numbers } = withoutNumbers(inner);
  const blocks = paragraphsOf(pages);
  const warnings: string[] = [];
  if (empty > 0 && empty < raw.length) {
    warnings.push(
      `${empty} of ${countNoun(raw.length, 'page', 'pages')} ${empty === 1 ? 'holds' : 'hold'} no text, only pictures or nothing; what is on ${empty === 1 ? 'it' : 'them'} was not read.`,
    );
  }
  if (dropped > 0)
    warnings.push(
      `${countNoun(dropped, 'line', 'lines')} at the edge of the pages (title, address, page number) came again and again and ${dropped === 1 ? 'was' : 'were'} left out.`,
    );
  if (numbers > 0) warnings.push('The numbers of lines or paragraphs in the margin were left out.');
  const text = blocks.map((block) => block.text).join('');
  if ((text.match(/[\uE000-\uF8FF\uFFFD]/gu)?.length ?? 0) > text.length * UNREADABLE) {
    warnings.push('Many letters of this PDF cannot be told: its fonts do not say what they stand for. Look at the text before you tag.');
  }
  if (text === '' && empty < raw.length) {
    throw unreadableFile(fileName, 'it holds nothing but page numbers and repeated lines', 'Check that the right file was chosen.');
  }
  if (text === '') {
    throw unreadableFile(
      fileName,
      'its pages hold pictures only and no text (it was probably scanned)',
      'Let a program with text recognition (OCR) make a text of it, and import that.',
    );
  }
  return readBlocks(fileName, { format: 'pdf', blocks, warnings });
}

/** The words of the pages as plain text: paragraphs with a blank line between them, without what every page repeats. */
export function pdfText(raw: readonly PdfLine[][]): string {
  const paragraphs = paragraphsOf(withoutNumbers(withoutMargins(raw).pages).pages);
  return paragraphs.flatMap(({ text }) => (text === '' ? [] : [text])).join('\n\n');
}

/**
 * The printed lines of each page, in reading order; places in points from the bottom left of the page. A page without text has none.
 * @throws AppError('unreadable-file')
 */
export async function readPdfPages(fileName: string, bytes: Uint8Array): Promise<PdfLine[][]> {
  let document: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    // A copy, because the reader keeps what it is given. Nothing of a PDF is run or fetched.
    document = await getDocumentProxy(new Uint8Array(bytes), { disableFontFace: true, enableXfa: false, verbosity: 0 });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw protectedFile(fileName);
    throw unreadableFile(fileName, 'it is cut off or damaged', 'Copy or download it again, or print it to a new PDF.');
  }
  try {
    if (document.numPages > MAXIMUM_PAGES) throw unreadableFile(fileName, `it has more than ${MAXIMUM_PAGES} pages`, 'Split it.');
    const pages: PdfLine[][] = [];
    for (let number = 1; number <= document.numPages; number += 1) pages.push(await readPage(document, number));
    return pages;
  } finally {
    await document.loadingTask.destroy();
  }
}

/** A page that cannot be read is like one without text: it is counted and said. */
async function readPage(document: Awaited<ReturnType<typeof getDocumentProxy>>, number: number): Promise<PdfLine[]> {
  try {
    const page = await document.getPage(number);
    const [left = 0, bottom = 0] = page.view;
    const { items } = await page.getTextContent();
    const lines = linesOfPage(items.flatMap((item): PdfPiece[] => ('str' in item ? [item] : [])));
    return lines.map((line) => ({ ...line, left: line.left - left, right: line.right - left, y: line.y - bottom }));
  } catch {
    return [];
  }
}
