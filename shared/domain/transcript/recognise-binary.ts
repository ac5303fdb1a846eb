// Names files that are no text at all, so that a person reads what they gave instead of a page of signs.

interface Signature {
  /** Bytes of the signature; null stands for any byte. */
  bytes: readonly (number | null)[];
  offset?: number;
  name: string;
}

const SIGNATURES: readonly Signature[] = [
  { bytes: ascii('%PDF-'), name: 'a PDF document' },
  { bytes: ascii('{\\rtf'), name: 'a rich text document (.rtf)' },
  { bytes: ascii('SQLite format 3\0'), name: 'a SQLite database' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old Office document (.doc, .xls or .ppt)' },
  { bytes: [0x1f, 0x8b, 0x08], name: 'a gzip archive' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], name: 'a 7-Zip archive' },
  { bytes: ascii('Rar!\x1a\x07'), name: 'a RAR archive' },
  { bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], name: 'a PNG picture' },
  { bytes: [0xff, 0xd8, 0xff], name: 'a JPEG picture' },
  { bytes: ascii('GIF8'), name: 'a GIF picture' },
  { bytes: [...ascii('RIFF'), null, null, null, null, ...ascii('WAVE')], name: 'a WAV recording' },
  { bytes: [...ascii('RIFF'), null, null, null, null, ...ascii('AVI ')], name: 'an AVI video' },
  { bytes: ascii('ID3'), name: 'an MP3 recording' },
  { bytes: [0xff, 0xfb], name: 'an MP3 recording' },
  { bytes: ascii('OggS\0'), name: 'an Ogg recording' },
  { bytes: ascii('fLaC'), name: 'a FLAC recording' },
  { bytes: ascii('ftyp'), offset: 4, name: 'an MP4 recording' },
  { bytes: [0x1a, 0x45, 0xdf, 0xa3], name: 'a WebM or Matroska recording' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], name: 'a program' },
  { bytes: [0x4d, 0x5a, 0x90, 0x00], name: 'a program' },
];

/** What a zip archive is, by the name of a part that only this kind of document has. */
const ZIP_KINDS: readonly (readonly [part: string, name: string])[] = [
  ['word/', 'a Word document (.docx)'],
  ['xl/', 'an Excel workbook (.xlsx)'],
  ['ppt/', 'a PowerPoint presentation (.pptx)'],
  ['opendocument.text', 'an OpenDocument text (.odt)'],
  ['opendocument.spreadsheet', 'an OpenDocument spreadsheet (.ods)'],
  ['epub+zip', 'an e-book (.epub)'],
  ['.qde', 'a REFI-QDA project (.qdpx)'],
];

const SAMPLE_BYTES = 65_536;

/**
 * What the bytes look like when they are no text ("a PDF document"), or null when they may be text.
 * Files without a known signature count as binary when more than a tenth of the first 64 KiB are control characters
 * other than white space; `wideText` says that zero bytes belong to the text (UTF-16 and UTF-32).
 */
export function recogniseBinary(bytes: Uint8Array, wideText: boolean): string | null {
  for (const signature of SIGNATURES) {
    if (hasBytes(bytes, signature.bytes, signature.offset ?? 0)) return signature.name;
  }
  if (hasBytes(bytes, [0x50, 0x4b, 0x03, 0x04], 0)) return zipKind(bytes);
  if (hasBytes(bytes, [0x50, 0x4b, 0x05, 0x06], 0)) return 'an empty zip archive';
  if (wideText) return null;
  const sample = Math.min(bytes.length, SAMPLE_BYTES);
  let controls = 0;
  for (let index = 0; index < sample; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) controls += 1;
  }
  return controls > 4 && controls > sample / 10 ? 'a binary file' : null;
}

function zipKind(bytes: Uint8Array): string {
  let names = '';
  // Office writers put the telling parts first or last: local headers at the front, the directory at the end.
  const ends = [bytes.subarray(0, SAMPLE_BYTES), bytes.subarray(Math.max(0, bytes.length - SAMPLE_BYTES))];
  for (const part of ends) {
    for (let index = 0; index < part.length; index += 4096) {
      names += String.fromCharCode(...part.subarray(index, index + 4096));
    }
  }
  return ZIP_KINDS.find(([part]) => names.includes(part))?.[1] ?? 'a zip archive';
}

function hasBytes(bytes: Uint8Array, wanted: readonly (number | null)[], offset: number): boolean {
  if (bytes.length < offset + wanted.length) return false;
  return wanted.every((byte, index) => byte === null || bytes[offset + index] === byte);
}

function ascii(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}
