// Rows of tables with where each begins in its file, whatever stands between them.
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { workbookBytes } from '#core/exchange/write-tables';
import { readRows } from '#core/intake/read-rows';

const utf8 = new TextEncoder();
const linesOf = async (text: string): Promise<number[]> => (await readRows('a.csv', utf8.encode(text), undefined)).sheets[0]?.lines ?? [];

it('counts the lines of a file: empty ones, those in cells, the line that names the delimiter', async () => {
  expect(await linesOf('a,b\n1,2\n')).toEqual([1, 2]);
  expect(await linesOf('a;b\r\n\r\n"1\r\n1";2\r\n;\r\n3;4')).toEqual([1, 3, 6]);
  expect(await linesOf('sep=;\na;b\n1;2')).toEqual([2, 3]);
});

it('numbers the rows of a workbook as it shows them', async () => {
  const bytes = await workbookBytes([{ name: 'One', rows: [['a'], [''], ['b']] }]);
  expect((await readRows('a.xlsx', bytes, undefined)).sheets).toEqual([{ name: 'One', rows: [['a'], ['b']], lines: [1, 3] }]);
});

it('finds each row at its line, for any cells', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'b', ',', ';', '"', '\n', ' ') });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (cells) => {
      const rows = [['Key', 'Text'], ...cells.map(([one, two], at) => [`k${at}${one}`, two])];
      let line = 1;
      const expected: number[] = [];
      const text = rows.map((row) => {
        expected.push(line);
        const written = row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',');
        line += written.split('\n').length;
        return written;
      });
      const { sheets } = await readRows('a.csv', utf8.encode(`sep=,\n${text.join('\n')}`), undefined);
      expect(sheets[0]?.rows).toEqual(rows);
      expect(sheets[0]?.lines).toEqual(expected.map((each) => each + 1));
    }),
  );
});
