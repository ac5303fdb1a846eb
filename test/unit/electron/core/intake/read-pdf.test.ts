// PDF documents: lines become paragraphs, columns are read one after the other, and what pages repeat is left out.
import { describe, expect, it } from 'vitest';

import { readSourceFile } from '#core/intake/read-source-file';
import { pdfOf, type PrintedLine } from '#test/builders/documents';

const read = (...pages: PrintedLine[][]) => readSourceFile('talk.pdf', pdfOf(pages));
const column = (texts: readonly string[], x = 50, top = 780, step = 12): PrintedLine[] =>
  texts.map((text, at) => ({ text, x, y: top - at * step }));
const LONG = 'and so we went on with the old prices for another year without asking anybody about';

describe('PDF documents', () => {
  it('finds speakers, joins wrapped lines and undoes hyphens', async () => {
    const { turns, format } = await read(
      column([
        'Interviewer: How did the renewal go?',
        `Ana: It was slow, ${LONG} the well-`,
        'known reasons, and the inter-',
        'national prices were well-known.',
        'Interviewer: Why?',
        'Ana: Who knows.',
      ]),
    );
    expect(format).toBe('pdf');
    expect(turns.map(({ speaker, text }) => `${speaker}: ${text}`)).toEqual([
      'Interviewer: How did the renewal go?',
      `Ana: It was slow, ${LONG} the well-known reasons, and the international prices were well-known.`,
      'Interviewer: Why?',
      'Ana: Who knows.',
    ]);
  });

  it('reads two columns one after the other, below a title across the page', async () => {
    const left = Array.from({ length: 8 }, (_, at) => `left column line ${at} with some more words in`);
    const right = Array.from({ length: 8 }, (_, at) => `right column line ${at} with some more words in`);
    const { turns } = await read([
      { text: 'A title that stands across both of the columns of this page, as titles often do', x: 50, y: 810, size: 13 },
      ...column(left, 50),
      ...column(right, 320),
    ]);
    const text = turns.map((turn) => turn.text).join(' ');
    expect(text.indexOf('left column line 7')).toBeLessThan(text.indexOf('right column line 0'));
    expect(text).toMatch(/^A title/u);
  });

  it('keeps names beside the words in their row', async () => {
    const rows = ['Interviewer', 'Ana', 'Interviewer', 'Ana', 'Interviewer', 'Ana', 'Interviewer', 'Ana'];
    const { turns } = await read([
      ...column(rows, 50, 780, 30),
      ...column(
        rows.map((_, at) => `sentence number ${at} of the talk`),
        200,
        780,
        30,
      ),
    ]);
    expect(turns.map((turn) => turn.speaker)).toEqual(rows);
    expect(turns[3]?.text).toBe('sentence number 3 of the talk');
  });

  it('leaves out repeated edges and the numbers of paragraphs, and goes on over the end of a page', async () => {
    const page = (number: number, ...lines: PrintedLine[]): PrintedLine[] => [
      { text: `Study 7, printed 2026-01-0${number}`, x: 50, y: 820 },
      ...lines,
      { text: `${number} / 3`, x: 500, y: 20 },
    ];
    const numbered = (value: number, text: string, y: number): PrintedLine[] => [
      { text: String(value), x: 30, y },
      { text, x: 50, y },
    ];
    const { turns, warnings } = await read(
      page(
        1,
        ...numbered(1, 'Ana: I pay by card.', 780),
        ...numbered(2, 'Ben: Why?', 750),
        ...numbered(3, `Ana: It is quick, ${LONG} it`, 720),
      ),
      page(2, { text: 'at all, as far as I know.', x: 50, y: 780 }, ...numbered(4, 'Ben: Oh.', 750), ...numbered(5, 'Ana: Yes.', 720)),
      page(3, ...numbered(6, 'Ben: 42', 780), ...numbered(7, 'Ana: Well.', 750)),
    );
    expect(turns.map(({ speaker, text }) => `${speaker}: ${text}`)).toEqual([
      'Ana: I pay by card.',
      'Ben: Why?',
      `Ana: It is quick, ${LONG} it at all, as far as I know.`,
      'Ben: Oh.',
      'Ana: Yes.',
      'Ben: 42',
      'Ana: Well.',
    ]);
    expect(warnings.join(' ')).toContain('2 lines at the edge of the pages');
    expect(warnings.join(' ')).toContain('The numbers of lines or paragraphs in the margin were left out.');
  });

  it('says that scanned pages were not read', async () => {
    const { warnings } = await read(column(['Ana: Hello.', 'Ben: Hi.', 'Ana: Bye.', 'Ben: Bye.']), []);
    expect(warnings[0]).toBe('1 of 2 pages holds no text, only pictures or nothing; what is on it was not read.');
    await expect(read([], [])).rejects.toMatchObject({
      message:
        'talk.pdf was not imported: its pages hold pictures only and no text (it was probably scanned). Nothing was changed. Let a program with text recognition (OCR) make a text of it, and import that.',
    });
  });

  it.each([
    ['nothing after its first line', Buffer.from('%PDF-1.7\n'), 'cut off or damaged'],
    ['noise', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5000, 0x7b)]), 'cut off or damaged'],
    ['a password', encrypted(), 'protected with a password'],
  ])('refuses a file with %s', async (_what, bytes, sentence) => {
    await expect(readSourceFile('talk.pdf', bytes)).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringContaining(sentence),
    });
  });
});

/** Says that it is encrypted (standard handler, revision 2) with keys that no empty password opens. */
function encrypted(): Buffer {
  const key = '00'.repeat(32);
  const text = Buffer.from(pdfOf([column(['Ana: Hello.'])])).toString('latin1');
  return Buffer.from(
    text.replace('trailer <<', `trailer << /Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<00> <00>]`),
    'latin1',
  );
}
