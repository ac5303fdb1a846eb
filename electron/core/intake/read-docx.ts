// Reads Word documents (.docx): the accepted text, paragraph by paragraph, tables as tables.
import type { ParsedTranscript } from '#shared/domain/transcript/parsed-transcript';
import { unreadableFile } from '#shared/domain/transcript/unreadable-file';
import { countNoun } from '#shared/lib/text';

import { BlockBuilder } from './block-builder.ts';
import { findWordParts } from './docx-parts.ts';
import { type WordMarks, WordReader } from './docx-reader.ts';
import { openArchive } from './open-archive.ts';
import { readBlocks } from './read-blocks.ts';
import { readXml } from './read-xml.ts';

/**
 * Reads a Word document. Tracked changes are read as accepted: insertions stay, deletions go; comments, pictures, headers and footers
 * are left out; footnotes become the last turn. @throws AppError('unreadable-file')
 */
export function readDocx(fileName: string, bytes: Uint8Array): ParsedTranscript {
  const archive = openArchive(fileName, bytes);
  const parts = findWordParts(fileName, archive);
  const main = archive.read(parts.main);
  if (main === null) {
    throw unreadableFile(
      fileName,
      'its text is missing inside',
      'Open it in Word or LibreOffice, save it as .docx again and import that file.',
    );
  }
  const builder = new BlockBuilder();
  const marks: WordMarks = { changes: 0, comments: 0, pictures: 0, embedded: 0 };
  readXml(fileName, main, new WordReader(builder, marks));
  for (const name of parts.notes) {
    const part = archive.read(name);
    // A note that is deleted with its sentence counts no change of its own.
    if (part !== null) readXml(fileName, part, new WordReader(builder, { ...marks }));
  }
  return readBlocks(fileName, {
    format: 'docx',
    blocks: builder.blocks,
    notes: builder.notes,
    warnings: describeMarks(marks),
    emptyReason: marks.pictures > 0 ? 'it holds pictures or other objects but no text' : 'it holds no text',
  });
}

function describeMarks({ changes, comments, embedded }: WordMarks): string[] {
  const warnings: string[] = [];
  if (changes > 0)
    warnings.push('The document has tracked changes. They were read as accepted: insertions are in, deletions are left out.');
  if (comments > 0)
    warnings.push(`${countNoun(comments, 'comment', 'comments')} in the margin ${comments === 1 ? 'was' : 'were'} left out.`);
  if (embedded > 0) warnings.push('Another file is embedded in the document; its text was not read.');
  return warnings;
}
