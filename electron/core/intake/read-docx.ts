// Reads Word documents (.docx): the accepted text, paragraph by paragraph, tables as tables.
import { zipSync } from 'fflate';
import mammoth from 'mammoth';

import type { ParsedTranscript } from '#shared/domain/transcript/parsed-transcript';
import { unreadableFile } from '#shared/domain/transcript/unreadable-file';
import { countNoun } from '#shared/lib/text';

import { type DocumentBlock, plainText } from './document-blocks.ts';
import { openArchive } from './open-archive.ts';
import { readBlocks } from './read-blocks.ts';
import { localName, readXml } from './read-xml.ts';

/** The tree that mammoth builds, as far as it is used here. */
interface WordNode {
  type: string;
  value?: string;
  breakType?: string;
  children?: WordNode[];
  rowSpan?: number;
  colSpan?: number;
  checked?: boolean;
}

interface WordDocument extends WordNode {
  notes?: { _notes?: Record<string, { body?: WordNode[] }> };
}

interface Marks {
  inserted: number;
  deleted: number;
  comments: number;
  pictures: number;
  embedded: number;
}

const COUNTED: Readonly<Record<string, keyof Marks>> = {
  ins: 'inserted',
  moveTo: 'inserted',
  del: 'deleted',
  moveFrom: 'deleted',
  commentReference: 'comments',
  blip: 'pictures',
  imagedata: 'pictures',
  altChunk: 'embedded',
};

/**
 * Reads a Word document. Tracked changes are read as accepted: insertions stay, deletions go; comments, pictures, headers and footers
 * are left out; footnotes become the last turn. @throws AppError('unreadable-file')
 */
export async function readDocx(fileName: string, bytes: Uint8Array): Promise<ParsedTranscript> {
  const marks: Marks = { inserted: 0, deleted: 0, comments: 0, pictures: 0, embedded: 0 };
  const document = await readWord(fileName, checkedCopy(fileName, bytes, marks));
  const notes = Object.values(document.notes?._notes ?? {}).map((note) =>
    blocksOf(note.body ?? [])
      .map(plainText)
      .join('\n'),
  );
  return readBlocks(fileName, {
    format: 'docx',
    blocks: blocksOf(document.children ?? []),
    notes,
    warnings: describeMarks(marks),
    emptyReason: marks.pictures > 0 ? 'it holds pictures or other objects but no text' : 'it holds no text',
  });
}

/** A copy of the archive with its checked XML parts only: what is left out cannot do harm. */
function checkedCopy(fileName: string, bytes: Uint8Array, marks: Marks): Uint8Array {
  const archive = openArchive(fileName, bytes);
  const parts: Record<string, Uint8Array> = {};
  for (const name of archive.names) {
    if (!/\.(?:xml|rels)$/iu.test(name)) continue;
    const part = archive.read(name);
    if (part === null) continue;
    readXml(fileName, part, {
      open(element) {
        const mark = COUNTED[localName(element)];
        if (mark !== undefined) marks[mark] += 1;
      },
    });
    parts[name] = part;
  }
  return zipSync(parts, { level: 0 });
}

async function readWord(fileName: string, archive: Uint8Array): Promise<WordDocument> {
  let found: WordDocument | null = null;
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength) },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        // Only the tree is wanted; an empty one spares the work of writing HTML.
        transformDocument: (document: WordDocument) => {
          found = document;
          return { ...document, children: [] };
        },
      },
    );
  } catch {
    found = null;
  }
  if (found === null)
    throw unreadableFile(
      fileName,
      'it is not built like a Word document',
      'Open it in Word or LibreOffice, save it as .docx again and import that file.',
    );
  return found;
}

function blocksOf(nodes: readonly WordNode[]): DocumentBlock[] {
  return nodes.flatMap((node): DocumentBlock[] => {
    if (node.type === 'table') return [{ kind: 'table', rows: rowsOf(node) }];
    if (node.type === 'paragraph') return [{ kind: 'paragraph', text: textOf(node) }];
    return blocksOf(node.children ?? []);
  });
}

function rowsOf(table: WordNode): string[][] {
  const rows = (table.children ?? []).filter((row) => row.type === 'tableRow');
  return rows.map((row) =>
    (row.children ?? []).map((cell) =>
      blocksOf(cell.children ?? [])
        .map(plainText)
        .join('\n'),
    ),
  );
}

function textOf(node: WordNode): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'tab') return '\t';
  if (node.type === 'break') return '\n';
  if (node.type === 'checkbox') return node.checked === true ? '☒' : '☐';
  return (node.children ?? []).map(textOf).join('');
}

function describeMarks({ inserted, deleted, comments, embedded }: Marks): string[] {
  const warnings: string[] = [];
  if (inserted + deleted > 0)
    warnings.push('The document has tracked changes. They were read as accepted: insertions are in, deletions are left out.');
  if (comments > 0)
    warnings.push(`${countNoun(comments, 'comment', 'comments')} in the margin ${comments === 1 ? 'was' : 'were'} left out.`);
  if (embedded > 0) warnings.push('Another file is embedded in the document; its text was not read.');
  return warnings;
}
