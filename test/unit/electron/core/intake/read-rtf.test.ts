// Rich text: code pages, Unicode, what is left out, tables, and damage.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readSourceFile } from '#core/intake/read-source-file';
import type { ParsedTranscript } from '#shared/domain/transcript/parsed-transcript';

const read = (content: string): Promise<ParsedTranscript> => readSourceFile('talk.rtf', Buffer.from(`{\\rtf1\\ansi ${content}}`, 'latin1'));
const texts = async (content: string): Promise<string[]> =>
  (await read(content)).turns.map(({ speaker, text }) => (speaker === null ? text : `${speaker}: ${text}`));

describe('rich text', () => {
  it('finds speakers', async () => {
    expect(await texts('\\b Ana:\\b0  I pay.\\par Ben: Why?\\par Ana: Quick,\\line mostly.\\par Ben: Oh.')).toEqual([
      'Ana: I pay.',
      'Ben: Why?',
      'Ana: Quick,\nmostly.',
      'Ben: Oh.',
    ]);
  });

  it.each([
    ['Windows-1252', "caf\\'e9 \\'80", 'café €'],
    ['the code page of the file', "\\ansicpg1251\\'cf\\'f0", 'Пр'],
    ['the character set of a font', "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset161 B;}}\\f0\\'e1{\\f1\\'e1}\\f0\\'e1", 'áαá'],
    ['letters of two bytes, the second of them plain', "\\ansicpg932\\'83A\\'83\\'42", 'アィ'],
    ['Macintosh', "\\mac\\'8e", 'é'],
    ['DOS', "\\pca\\'82\\'d5", 'éı'],
    ['the Symbol font', '{\\fonttbl{\\f3\\fcharset2 Symbol;}}{\\f3 abg}', 'αβγ'],
    ['Unicode and its substitute', '\\u8364?\\uc2\\u-10179 ab\\u-8704 ab x\\uc0\\u233 y', '€😀 xéy'],
    ['a substitute written as a byte', "\\u233\\'e9!", 'é!'],
    ['signs', '\\ldblquote x\\rdblquote\\emdash a\\~b\\_c\\-d \\{\\}\\\\', '“x”—a b‑cd {}\\'],
  ])('reads %s', async (_what, content, text) => expect(await texts(content)).toEqual([text]));

  it.each([
    [
      'tables of fonts, colours and styles',
      '{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red1;}{\\stylesheet{\\s1 Head;}}{\\info{\\title T}}x',
      'x',
    ],
    ['unknown destinations', '{\\*\\secret hidden}x{\\*\\bkmkstart a}', 'x'],
    ['pictures with raw bytes', '{\\pict\\bin3 }{}}{\\pict ffd8}x', 'x'],
    ['deleted and hidden text', '{\\deleted no}{\\v no}x\\deleted no\\deleted0 y\\v no\\plain z', 'xyz'],
    ['codes of fields, not their results', '{\\field{\\*\\fldinst PAGE}{\\fldrslt 4}}', '4'],
    ['headers, and the old text of a pair', '{\\header Top}{\\upr{old}{\\*\\ud new}}', 'new'],
    ['bullets of lists', '{\\listtext\\bullet\\tab}x', 'x'],
  ])('leaves out %s', async (_what, content, text) => expect(await texts(content)).toEqual([text]));

  it('makes turns of a table with speakers, and a last turn of footnotes', async () => {
    const row = (...cells: string[]): string => `\\trowd\\pard\\intbl ${cells.map((cell) => `${cell}\\cell `).join('')}\\row`;
    const found = await read(
      `${row('Speaker', 'Text')}${row('Ana', 'I pay{\\footnote She laughed.}\\par by card.')}${row('Ben', 'Why?')}\\pard`,
    );
    expect(found.turns.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['Ana', 'I pay\nby card.'],
      ['Ben', 'Why?'],
      [null, 'She laughed.'],
    ]);
  });

  it('reads what a file that is cut off holds, and says so', async () => {
    const found = await readSourceFile('a.rtf', Buffer.from('{\\rtf1 Hello {\\b wor'));
    expect(found.turns[0]?.text).toBe('Hello wor');
    expect(found.warnings.join(' ')).toContain('ends in the middle');
  });

  it.each([
    ['no text', '{\\rtf1 {\\pict ffd8}}', 'it holds pictures but no text'],
    ['groups without end', `{\\rtf1 ${'{'.repeat(5000)}x`, 'lie too deep'],
  ])('refuses %s', async (_what, content, sentence) => {
    await expect(readSourceFile('a.rtf', Buffer.from(content))).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringContaining(sentence),
    });
  });

  it('meets any mixture of tokens with text or a sentence', async () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '\\par',
      ' a',
      "\\'e",
      "\\'e9",
      '\\u',
      '\\u-1 ',
      '\\bin9',
      '\\cell',
      '\\row',
      '\\intbl',
      '\\footnote',
      '\\*',
      '\\fonttbl',
      '\\f1',
      '\\uc3',
      '\\',
      'é',
      '\0',
      '\n',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 40 }), async (parts) => {
        const found = readSourceFile('a.rtf', Buffer.from(`{\\rtf1${parts.join('')}`, 'latin1'));
        await found.catch((error: unknown) => expect(error).toMatchObject({ code: 'unreadable-file' }));
      }),
      { numRuns: 300 },
    );
  });
});
