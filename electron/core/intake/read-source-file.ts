// The one entry of the importers: bytes of any file in, a parsed transcript or a clear refusal out.
import { formatChoices } from '#shared/domain/transcript/format-choices';
import type { ParsedTranscript } from '#shared/domain/transcript/parsed-transcript';
import { MAXIMUM_BYTES, readTranscript } from '#shared/domain/transcript/read-transcript';
import { unreadableFile } from '#shared/domain/transcript/unreadable-file';
import type { TableChoice } from '#shared/model/table';
import { DOCUMENT_FORMATS, type DocumentFormat, TEXT_FORMATS, type TextEncoding, type TranscriptFormat } from '#shared/model/transcript';

import { isArchive } from './open-archive.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readOdt } from './read-odt.ts';
import { readPdf } from './read-pdf.ts';
import { readRtf } from './read-rtf.ts';
import { readTable } from './read-table.ts';
import { readTtml } from './read-ttml.ts';
import { recogniseDocument } from './recognise-document.ts';

export interface SourceFileOptions {
  /** A person's choice; overrules what is found, as far as the bytes allow. */
  format?: TranscriptFormat | undefined;
  /** A person's choice, for text files. */
  encoding?: TextEncoding | undefined;
  /** A person's choice: a WebVTT file with a malformed beginning is read all the same. */
  lenient?: boolean | undefined;
  /** What a person decided about a table; what is left out is guessed. */
  table?: TableChoice | undefined;
}

/** Reads the bytes of one kind of document. @throws AppError('unreadable-file') */
type DocumentReader = (fileName: string, bytes: Uint8Array, options: SourceFileOptions) => ParsedTranscript | Promise<ParsedTranscript>;

const READERS: { readonly [F in DocumentFormat]: DocumentReader } = {
  docx: readDocx,
  html: readHtml,
  odt: readOdt,
  pdf: readPdf,
  rtf: readRtf,
  table: readTable,
  ttml: readTtml,
};

/**
 * Reads one file of a person: documents by their bytes, everything else as a text file. The same bytes give the same transcript.
 * Runs in the worker: a hostile file costs at most its time limit.
 * @throws AppError('unreadable-file') with a sentence for the person; nothing comes out silently empty.
 */
export async function readSourceFile(fileName: string, bytes: Uint8Array, options: SourceFileOptions = {}): Promise<ParsedTranscript> {
  if (bytes.length > MAXIMUM_BYTES) throw unreadableFile(fileName, `it is larger than ${MAXIMUM_BYTES / 1_000_000} MB`, 'Split it.');
  const found = recogniseDocument(fileName, bytes);
  const sealed = isArchive(bytes) || undefined;
  const { format: wanted, encoding, lenient } = options;
  const format = wanted === undefined || !formatChoices(found ?? 'text', sealed).includes(wanted) ? found : wanted;
  if (format !== null && isDocument(format)) return READERS[format](fileName, bytes, options);
  const text = TEXT_FORMATS.find((each) => each === options.format);
  return readTranscript(fileName, bytes, {
    ...(text ? { format: text } : {}),
    ...(encoding ? { encoding } : {}),
    ...(lenient ? { lenient } : {}),
  });
}

function isDocument(format: TranscriptFormat): format is DocumentFormat {
  return (DOCUMENT_FORMATS as readonly string[]).includes(format);
}
