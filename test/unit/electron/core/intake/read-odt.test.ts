// OpenDocument texts: paragraphs, tables, lists, notes, tracked changes, and what stays closed.
import { describe, expect, it } from 'vitest';

import { readSourceFile } from '#core/intake/read-source-file';
import type { ParsedTranscript } from '#shared/domain/transcript/parsed-transcript';
import { odtOf } from '#test/builders/documents';

const read = (text: string, more: Record<string, string> = {}): Promise<ParsedTranscript> => readSourceFile('talk.odt', odtOf(text, more));
const spoken = ({ turns }: ParsedTranscript): string[] => turns.map(({ speaker, text }) => `${speaker ?? '-'}: ${text}`);
const lines = (...texts: string[]): string => texts.map((text) => `<text:p>${text}</text:p>`).join('');
const cell = (text: string): string => `<table:table-cell>${lines(text)}</table:table-cell>`;

describe('OpenDocument texts', () => {
  it('finds speakers in paragraphs, with spaces, tabs and breaks as written', async () => {
    const found = await read(
      lines(
        '<text:span>Ana:</text:span>  I\n   pay<text:s text:c="2"/>by<text:tab/>card<text:line-break/>mostly.',
        'Ben: Why?',
        'Ana: Quick.',
        'Ben: Oh.',
      ),
    );
    expect(spoken(found)).toEqual(['Ana: I pay  by\tcard\nmostly.', 'Ben: Why?', 'Ana: Quick.', 'Ben: Oh.']);
    expect(found.format).toBe('odt');
  });

  it('makes turns of a table with speakers, and passes over covered and repeated cells', async () => {
    const row = (...cells: string[]): string =>
      `<table:table-row>${cells.map(cell).join('')}<table:table-cell table:number-columns-repeated="1000000"/></table:table-row>`;
    const found = await read(
      `<table:table>${row('Speaker', 'Text')}${row('Ana', 'I pay.')}${row('Ben', 'Why?')}</table:table>`.replaceAll('1000000', '3'),
    );
    expect(spoken(found)).toEqual(['Ana: I pay.', 'Ben: Why?']);
  });

  it('reads tracked changes as accepted, footnotes last, and leaves remarks out', async () => {
    const found = await read(
      `<text:tracked-changes><text:changed-region><text:deletion>${lines('gone')}</text:deletion></text:changed-region></text:tracked-changes>` +
        lines(
          `Kept<text:note><text:note-citation>1</text:note-citation><text:note-body>${lines('A note.')}</text:note-body></text:note><office:annotation>${lines('remark')}</office:annotation> text`,
        ),
    );
    expect(spoken(found)).toEqual(['-: Kept text', '-: A note.']);
    expect(found.warnings.slice(0, 2)).toEqual([
      'The document has tracked changes. They were read as accepted: insertions are in, deletions are left out.',
      '1 comment in the margin was left out.',
    ]);
  });

  it('reads text boxes and their tables after the paragraph that holds them', async () => {
    const box = `<draw:frame><draw:text-box>${lines('In a box')}<table:table><table:table-row>${cell('x')}${cell('y')}</table:table-row></table:table></draw:text-box></draw:frame>`;
    expect(spoken(await read(lines(`Before ${box}after`, 'Next')))).toEqual(['-: Before after', '-: In a box', '-: x   y', '-: Next']);
  });

  it('reads a flat document', async () => {
    const flat =
      '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="t"><office:body><office:text><text:p>Hello</text:p></office:text></office:body></office:document>';
    expect(await readSourceFile('a.fodt', Buffer.from(flat))).toMatchObject({ format: 'odt', turns: [{ text: 'Hello' }] });
  });

  it.each([
    ['nothing', odtOf(''), 'it holds no text'],
    ['a password', odtOf(lines('x'), { 'META-INF/manifest.xml': '<manifest><encryption-data/></manifest>' }), 'protected with a password'],
    ['no content', odtOf('').slice(0, 90), 'cut off or damaged'],
    ['broken content', odtOf('<text:p>'), 'damaged inside'],
  ])('refuses %s', async (_what, bytes, sentence) => {
    await expect(readSourceFile('talk.odt', bytes)).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringContaining(sentence),
    });
  });
});
