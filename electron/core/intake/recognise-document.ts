// Tells which kind of document the bytes are, whatever the file is called.
import { extensionOf } from '#shared/domain/transcript/detect-format';
import { unreadableFile } from '#shared/domain/transcript/unreadable-file';
import type { DocumentFormat } from '#shared/model/transcript';

import { isArchive, openArchive, protectedFile } from './open-archive.ts';

const HEAD_BYTES = 1024;
const HTML_EXTENSIONS = new Set(['html', 'htm', 'xhtml', 'mht', 'mhtml']);
/** Byte order mark, white space, an XML declaration, comments; then the page. */
const HTML =
  /^\uFEFF?\s{0,200}(?:<\?xml[^>]{0,200}\?>\s{0,200})?(?:<!--(?:(?!-->)[^]){0,500}-->\s{0,200}){0,3}<(?:!doctype\s{1,9}html|html|head|body)[\s>]/iu;

/** Captions in XML: the root is `tt`. */
const TTML = /^\uFEFF?\s{0,200}(?:<\?xml[^>]{0,200}\?>\s{0,200})?(?:<!--(?:(?!-->)[^]){0,500}-->\s{0,200}){0,3}<(?:[\w-]{1,20}:)?tt[\s>]/u;
const TTML_EXTENSIONS = new Set(['ttml', 'dfxp']);
const TABLE_EXTENSIONS = new Set(['csv', 'tsv', 'tab']);

/**
 * The kind of document by its bytes, null when they are none that is read (a text file, a recording, …).
 * @throws AppError('unreadable-file') for a document that is protected with a password, old (.doc), cut off, or beyond the limits of archives.
 */
export function recogniseDocument(fileName: string, bytes: Uint8Array): DocumentFormat | null {
  if (isArchive(bytes)) return recogniseArchive(fileName, bytes);
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw oldOffice(fileName, bytes);
  const head = headOf(bytes);
  if (/^\s{0,20}\{\\rtf/u.test(head)) return 'rtf';
  if (head.includes('<office:document') && head.includes('opendocument')) return 'odt';
  if (head.includes('%PDF-') && !HTML.test(head)) return 'pdf';
  if (TTML.test(head) || (TTML_EXTENSIONS.has(extensionOf(fileName)) && head.includes('<'))) return 'ttml';
  if (TABLE_EXTENSIONS.has(extensionOf(fileName))) return 'table';
  return HTML.test(head) || (HTML_EXTENSIONS.has(extensionOf(fileName)) && /<[a-z!]/iu.test(head)) ? 'html' : null;
}

function recogniseArchive(fileName: string, bytes: Uint8Array): DocumentFormat | null {
  const archive = openArchive(fileName, bytes);
  const text = (name: string): string => new TextDecoder().decode(archive.read(name) ?? new Uint8Array());
  const types = text('[Content_Types].xml');
  if (types.includes('wordprocessingml') || archive.has('word/document.xml')) return 'docx';
  if (types.includes('spreadsheetml') || archive.has('xl/workbook.xml')) return 'table';
  if (types !== '') return null;
  const openDocument = archive.has('mimetype') ? text('mimetype') : archive.has('content.xml') ? text('META-INF/manifest.xml') : '';
  return openDocument.includes('application/vnd.oasis.opendocument.text') ? 'odt' : null;
}

/** Old Office files and protected new ones share one container; only the latter hold a package. */
function oldOffice(fileName: string, bytes: Uint8Array): Error {
  const names = new TextDecoder('latin1').decode(bytes);
  if (names.includes([...'EncryptedPackage'].join('\0'))) return protectedFile(fileName);
  const word = names.includes([...'WordDocument'].join('\0'));
  return word
    ? unreadableFile(
        fileName,
        'it is a document of an old Word (.doc), which is not read',
        'Open it in Word or LibreOffice, save it as .docx and import that file.',
      )
    : unreadableFile(
        fileName,
        'it is a file of an old Office program, which is not read',
        'Open it in its own program, save it in the newer format (.docx, .xlsx) and import that file.',
      );
}

/** The first bytes as text, UTF-16 when a mark says so. */
function headOf(bytes: Uint8Array): string {
  const wide = begins(bytes, [0xff, 0xfe]) ? 'utf-16le' : begins(bytes, [0xfe, 0xff]) ? 'utf-16be' : null;
  return new TextDecoder(wide ?? 'utf-8').decode(bytes.subarray(0, HEAD_BYTES));
}

function begins(bytes: Uint8Array, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[index] === byte);
}
