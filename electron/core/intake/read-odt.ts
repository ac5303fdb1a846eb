// Reads OpenDocument texts (.odt, .ott, .fodt): paragraphs, lists, tables and notes (ODF 1.3, part 3).
import type { ParsedTranscript } from '#shared/domain/transcript/parsed-transcript';
import { unreadableFile } from '#shared/domain/transcript/unreadable-file';
import { countNoun } from '#shared/lib/text';

import { BlockBuilder } from './block-builder.ts';
import { isArchive, openArchive, protectedFile } from './open-archive.ts';
import { readBlocks } from './read-blocks.ts';
import { decodeXml, localName, readXml } from './read-xml.ts';

/** Elements whose text nobody reads in the document: deleted stretches, remarks, forms, scripts, what belongs to pictures. */
const LEFT_OUT = new Set([
  'tracked-changes',
  'annotation',
  'annotation-end',
  'forms',
  'event-listeners',
  'variable-decls',
  'sequence-decls',
  'user-field-decls',
  'note-citation',
  'hidden-text',
  'hidden-paragraph',
  'math',
  'desc',
  'title',
  'ruby-text',
]);

/** More than this are padding of the page, not of the text. */
const MOST_REPEATS = 50;

interface Marks {
  changes: number;
  remarks: number;
  pictures: number;
}

/**
 * Reads an OpenDocument text, packed or flat. Tracked changes are read as accepted; remarks, pictures, headers and footers are left out;
 * footnotes become the last turn. @throws AppError('unreadable-file')
 */
export function readOdt(fileName: string, bytes: Uint8Array): ParsedTranscript {
  const builder = new BlockBuilder();
  const marks: Marks = { changes: 0, remarks: 0, pictures: 0 };
  readContent(fileName, contentOf(fileName, bytes), builder, marks);
  return readBlocks(fileName, {
    format: 'odt',
    blocks: builder.blocks,
    notes: builder.notes,
    warnings: describeMarks(marks),
    emptyReason: marks.pictures > 0 ? 'it holds pictures or other objects but no text' : 'it holds no text',
  });
}

function contentOf(fileName: string, bytes: Uint8Array): Uint8Array {
  if (!isArchive(bytes)) return bytes;
  const archive = openArchive(fileName, bytes);
  const manifest = archive.read('META-INF/manifest.xml');
  if (manifest !== null && decodeXml(manifest).includes('encryption-data')) throw protectedFile(fileName);
  const content = archive.read('content.xml');
  if (content === null)
    throw unreadableFile(fileName, 'its text is missing inside', 'Open it in its own program, save it anew and import the new file.');
  return content;
}

function readContent(fileName: string, content: Uint8Array, builder: BlockBuilder, marks: Marks): void {
  let leftOut = 0;
  let inText = 0;
  const copies: number[] = [];
  readXml(fileName, content, {
    open(element, attributes) {
      const name = localName(element);
      if (element === 'office:text') inText += 1;
      if (name === 'changed-region') marks.changes += 1;
      if (name === 'annotation') marks.remarks += 1;
      if (name === 'image') marks.pictures += 1;
      if (leftOut > 0 || LEFT_OUT.has(name)) leftOut += 1;
      else if (inText > 0) openElement(name, attributes, builder, copies);
    },
    close(element) {
      const name = localName(element);
      if (element === 'office:text') inText -= 1;
      if (leftOut > 0) leftOut -= 1;
      else if (inText > 0) closeElement(name, builder, copies);
    },
    text(text) {
      if (leftOut === 0 && inText > 0) builder.write(text.replace(/[ \t\r\n]+/gu, ' '), true);
    },
  });
}

/** @param copies how many times the row has each of the cells that are open. */
function openElement(name: string, attributes: Readonly<Record<string, string>>, builder: BlockBuilder, copies: number[]): void {
  const count = (attribute: string): number => Math.min(MOST_REPEATS, Math.max(1, Number(attributes[attribute] ?? 1) || 1));
  if (name === 'p' || name === 'h') builder.openParagraph();
  else if (name === 'table') builder.openTable();
  else if (name === 'table-row') builder.openRow();
  else if (name === 'table-cell' || name === 'covered-table-cell') {
    builder.openCell();
    copies.push(count('table:number-columns-repeated'));
  } else if (name === 'note-body') builder.openNote();
  else if (name === 'tab') builder.write('\t', false);
  else if (name === 'line-break') builder.write('\n', false);
  else if (name === 's') builder.write(' '.repeat(count('text:c')), false);
}

function closeElement(name: string, builder: BlockBuilder, copies: number[]): void {
  if (name === 'p' || name === 'h') builder.closeParagraph();
  else if (name === 'table') builder.closeTable();
  else if (name === 'table-cell' || name === 'covered-table-cell') builder.closeCell(copies.pop());
  else if (name === 'note-body') builder.closeNote();
}

function describeMarks({ changes, remarks }: Marks): string[] {
  const warnings: string[] = [];
  if (changes > 0)
    warnings.push('The document has tracked changes. They were read as accepted: insertions are in, deletions are left out.');
  if (remarks > 0) warnings.push(`${countNoun(remarks, 'comment', 'comments')} in the margin ${remarks === 1 ? 'was' : 'were'} left out.`);
  return warnings;
}
