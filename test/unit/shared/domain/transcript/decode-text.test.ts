// Encodings, line ends, zero bytes and files that are no text.
import { describe, expect, it } from 'vitest';

import { decodeText } from '#shared/domain/transcript/decode-text';
import { AppError } from '#shared/lib/app-error';

const utf8 = new TextEncoder();

function wide(text: string, size: 2 | 4, littleEndian: boolean, mark: boolean): Uint8Array {
  const content = mark ? `\uFEFF${text}` : text;
  const values =
    size === 2
      ? Array.from({ length: content.length }, (_, index) => content.charCodeAt(index))
      : Array.from(content, (sign) => sign.codePointAt(0) ?? 0);
  const bytes = new Uint8Array(values.length * size);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) {
    if (size === 2) view.setUint16(index * 2, value, littleEndian);
    else view.setUint32(index * 4, value, littleEndian);
  }
  return bytes;
}

function refusalOf(bytes: Uint8Array): string {
  try {
    decodeText(bytes, { fileName: 'talk.txt' });
  } catch (error) {
    if (error instanceof AppError && error.code === 'unreadable-file') return error.message;
    throw error;
  }
  return 'it was read';
}

describe('decodeText', () => {
  const text = 'Zoë: “Grüße”, 日本語, 🙂 and more\n';

  it.each([
    ['utf-8', utf8.encode(text)],
    ['utf-8-bom', utf8.encode(`\uFEFF${text}`)],
    ['utf-16le', wide(text, 2, true, true)],
    ['utf-16be', wide(text, 2, false, true)],
    ['utf-32le', wide(text, 4, true, true)],
    ['utf-32be', wide(text, 4, false, true)],
  ])('reads %s without a notice', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text, encoding, warnings: [] });
  });

  it('reads Windows-1252 with a notice, also the letters that Latin-1 lacks', () => {
    const bytes = Uint8Array.from([0x41, 0x6e, 0x61, 0x3a, 0x20, 0x93, 0x63, 0x61, 0x66, 0xe9, 0x94, 0x20, 0x80, 0x35]);
    const decoded = decodeText(bytes);
    expect(decoded.text).toBe('Ana: “café” €5');
    expect(decoded.encoding).toBe('windows-1252');
    expect(decoded.warnings.join(' ')).toContain('Windows-1252');
  });

  it('keeps UTF-8 for a file that is damaged or cut in the middle of a letter', () => {
    const bytes = utf8.encode('Zoë, François, José, naïve, déjà vu').subarray(0, -3);
    const damaged = Uint8Array.from([...utf8.encode('é é é é '), 0xe9, 0x20, 0x78]);
    expect(decodeText(bytes).encoding).toBe('utf-8');
    expect(decodeText(damaged).text).toBe('é é é é \uFFFD x');
    expect(decodeText(damaged).warnings.join(' ')).toContain('1 letter could not be read');
  });

  it('reads WebVTT as UTF-8 with replacement marks, as its specification says, unless it is clearly another encoding', () => {
    const few = Uint8Array.from([...utf8.encode('WEBVTT\n\n00:01.000 --> 00:02.000\n'), 0xc5, 0x57]);
    const many = Uint8Array.from([
      ...utf8.encode('WEBVTT\n\n00:01.000 --> 00:02.000\n'),
      ...Array.from({ length: 20 }, () => [0xe9, 0x20]).flat(),
    ]);
    expect(decodeText(few)).toMatchObject({ encoding: 'utf-8' });
    expect(decodeText(few).text).toContain('\uFFFDW');
    expect(decodeText(many)).toMatchObject({ encoding: 'windows-1252' });
    expect(decodeText(few, { encoding: 'windows-1252' }).text).toContain('ÅW');
  });

  it('finds UTF-16 without a byte order mark', () => {
    expect(decodeText(wide('Ana: hello there', 2, true, false))).toMatchObject({ text: 'Ana: hello there', encoding: 'utf-16le' });
    expect(decodeText(wide('Ana: hello there', 2, false, false))).toMatchObject({ text: 'Ana: hello there', encoding: 'utf-16be' });
  });

  it('brings all line ends to LF and keeps blank lines', () => {
    expect(decodeText(utf8.encode('a\r\nb\rc\n\r\n\r\nd')).text).toBe('a\nb\nc\n\n\nd');
  });

  it('makes zero bytes visible and says so', () => {
    const decoded = decodeText(utf8.encode('Ana said\0 hello to all of you'));
    expect(decoded.text).toBe('Ana said\uFFFD hello to all of you');
    expect(decoded.warnings.join(' ')).toContain('1 zero byte');
  });

  it('strips one byte order mark only', () => {
    expect(decodeText(utf8.encode('\uFEFF\uFEFFWEBVTT\n')).text).toBe('\uFEFFWEBVTT\n');
  });

  it.each([
    ['PDF', utf8.encode('%PDF-1.7\n...')],
    ['rich text', utf8.encode('{\\rtf1\\ansi hello}')],
    ['SQLite', utf8.encode('SQLite format 3\0....')],
    ['Word document', Uint8Array.from([0x50, 0x4b, 3, 4, ...utf8.encode('....word/document.xml')])],
    ['OpenDocument text', Uint8Array.from([0x50, 0x4b, 3, 4, ...utf8.encode('mimetypeapplication/vnd.oasis.opendocument.text')])],
    ['zip archive', Uint8Array.from([0x50, 0x4b, 3, 4, ...utf8.encode('....notes.bin')])],
    ['old Office', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])],
    ['MP4', Uint8Array.from([0, 0, 0, 32, ...utf8.encode('ftypisom')])],
    ['binary', Uint8Array.from({ length: 400 }, (_, index) => (index * 37) % 256)],
    ['no text', new Uint8Array(0)],
    ['no text', utf8.encode(' \r\n\t \n')],
  ])('refuses %s and says what it is', (name, bytes) => {
    const message = refusalOf(bytes);
    expect(message).toContain(name);
    expect(message).toMatch(/^talk\.txt was not imported: .+ Nothing was changed\. .+\.$/u);
  });
});
