// Tables: what is guessed of their columns, what a person may say instead, and hostile ones.
import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/lib/app-error';
import type { TableChoice } from '#shared/model/table';
import { readSourceFile } from '#core/intake/read-source-file';
import { readTable } from '#core/intake/read-table';
import { SHARED_DATA_FOLDER, sharedData } from '#test/builders/shared-data';

const utf8 = new TextEncoder();
const read = (text: string, table: TableChoice = {}, fileName = 'a.csv'): ReturnType<typeof readTable> =>
  readTable(fileName, utf8.encode(text), { table });

const SURVEY =
  'Timestamp,Respondent,What made you look?,What stopped you?\n2026/03/01,Karim,"We had outgrown the spreadsheet, all of us.",The price was on no page.\n2026/03/02,Ana,My controller asked for an audit trail.,\n2026/03/03,Tom,,\n2026/03/04,Ana,A friend showed it to me one evening.,Our legal team wanted it in the country.\n';
const TALK = 'Start,Speaker,Text\n00:01,Host,Did it work?\n00:05,Sol,"It took\n three weekends."\n01:10,Host,\n01:13,Sol,Nobody knew.\n';

function workbook(sheet: string): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    'xl/workbook.xml':
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Talk" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, utf8.encode(text)])));
}
const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe('readTable', () => {
  it('one row a turn: speakers, times and texts by their headings', async () => {
    const { turns, warnings, table } = await read(TALK);
    expect(turns).toEqual([
      { speaker: 'Host', startMs: 1000, endMs: null, text: 'Did it work?' },
      { speaker: 'Sol', startMs: 5000, endMs: null, text: 'It took\n three weekends.' },
      { speaker: 'Sol', startMs: 73_000, endMs: null, text: 'Nobody knew.' },
    ]);
    expect(warnings).toEqual(['1 row without words was left out.']);
    expect(table?.mapping).toEqual({ sheet: 0, heading: true, columns: { rows: 'turns', speaker: 1, text: 2, start: 0, end: null } });
  });

  it('one row a respondent: the questions ask, the respondents answer, equal names are told apart', async () => {
    const { turns, speakers, warnings, table } = await read(SURVEY);
    expect(table?.mapping.columns).toEqual({ rows: 'respondents', name: 1, questions: [2, 3] });
    expect(speakers).toEqual(['Question', 'Karim', 'Ana', 'Ana (2)']);
    expect(turns.slice(0, 3).map((turn) => `${turn.speaker}: ${turn.text}`)).toEqual([
      'Question: What made you look?',
      'Karim: We had outgrown the spreadsheet, all of us.',
      'Question: What stopped you?',
    ]);
    expect(turns).toHaveLength(10);
    expect(warnings).toHaveLength(3);
  });

  it('follows what a person says about rows, headings and columns', async () => {
    const turns = await read(SURVEY, { rows: 'turns', columns: { rows: 'turns', speaker: 1, text: 3, start: null, end: null } });
    expect(turns.speakers).toEqual(['Karim', 'Ana']);
    const plain = await read('Ana;Hello there\nBen;Hi\nAna;So\n');
    expect([plain.table?.mapping.heading, plain.turns.length, plain.speakers]).toEqual([false, 3, ['Ana', 'Ben']]);
    expect((await read('Ana;Hello there\nBen;Hi\nAna;So\n', { heading: true, rows: 'turns' })).turns).toHaveLength(2);
    await expect(read(TALK, { columns: { rows: 'turns', speaker: null, text: 9, start: null, end: null } })).rejects.toThrow(
      'it has no column 10',
    );
    await expect(read(TALK, { sheet: 3 })).rejects.toThrow('it has no sheet 4');
    const silent = await read(SURVEY, { columns: { rows: 'respondents', name: 1, questions: [] } });
    expect([silent.turns, silent.warnings.at(-1)]).toEqual([[], 'There are no words in the columns chosen.']);
  });

  it('finds what stands between the cells, also where Excel says it', async () => {
    for (const text of [
      'sep=;\nspeaker;text\nAna;Hi, you\nAna;Ho\n',
      'speaker\ttext\nAna\tHi, you\nAna\tHo\n',
      'speaker|text\nAna|Hi, you\nAna|Ho\n',
    ]) {
      expect((await read(text)).turns[0]).toEqual({ speaker: 'Ana', startMs: null, endMs: null, text: 'Hi, you' });
    }
  });

  it('reads workbooks, and refuses those that span more than anybody fills', async () => {
    const rows = `<row r="1">${cell('A1', 'Speaker')}${cell('B1', 'Text')}</row><row r="2">${cell('A2', 'Ana')}${cell('B2', 'Hi')}</row><row r="3">${cell('A3', 'Ana')}${cell('B3', 'Ho')}</row><row r="4">${cell('A4', 'Ben')}${cell('B4', 'So')}</row>`;
    const found = await readSourceFile('talk.xlsx', workbook(rows));
    expect([found.format, found.table?.workbook, found.speakers, found.turns.length]).toEqual(['table', true, ['Ana', 'Ben'], 3]);
    const far = workbook(`<row r="1">${cell('A1', 'x')}</row><row r="1048576">${cell('XFD1048576', 'y')}</row>`);
    await expect(readSourceFile('far.xlsx', far)).rejects.toThrow('spans 1,048,576 rows');
    await expect(readSourceFile('broken.xlsx', workbook('<row r="1"><c r="A1" t="s"><v>99'))).rejects.toThrow(AppError);
    await expect(readSourceFile('empty.xlsx', workbook(''))).rejects.toThrow('its table is empty');
    // A workbook is no text: the choice of another format changes nothing.
    expect((await readSourceFile('talk.xlsx', workbook(rows), { format: 'text' })).format).toBe('table');
  });

  it('reads a CSV file as text when a person says so', async () => {
    const found = await readSourceFile('a.csv', utf8.encode('Ana: Hi\nBen: Ho\nAna: So\n'), { format: 'text' });
    expect(found.speakers).toEqual(['Ana', 'Ben']);
  });

  it('gives turns with sound times or a refusal for any table', async () => {
    const part = fc.oneof(
      fc.constantFrom(
        ',',
        ';',
        '\t',
        '"',
        '\n',
        '\r\n',
        'Speaker',
        'Text',
        'Start',
        'Why?',
        '00:01',
        '12',
        'Ana',
        '\0',
        'Timestamp',
        'end_ms',
      ),
      fc.string({ maxLength: 6 }),
    );
    const choice = fc.record(
      { heading: fc.boolean(), rows: fc.constantFrom('turns' as const, 'respondents' as const) },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 40 }), choice, async (parts, table) => {
        try {
          const { turns, speakers } = await read(parts.join(''), table);
          for (const { speaker, text, startMs, endMs } of turns) {
            expect([text, speaker]).toEqual([text.normalize('NFC').trim(), speaker?.trim() ?? null]);
            expect([text === '', speaker === '', text.includes('\0')]).toEqual([false, false, false]);
            expect([startMs, endMs].every((time) => time === null || (Number.isSafeInteger(time) && time >= 0))).toBe(true);
          }
          expect(new Set(speakers).size).toBe(speakers.length);
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== 'unreadable-file') throw error;
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe.skipIf(sharedData('documents/qualcoder-examples') === null)(`shared tables (need ${SHARED_DATA_FOLDER})`, () => {
  it.each([
    ['documents/qualcoder-examples/survey456.csv', ['ID4', 'ID5', 'ID6'], ['freetext']],
    ['documents/qualcoder-examples/survey789.xlsx', ['ID7', 'ID8', 'ID9'], ['Qual_hobby_opinions', 'Qual_pet_opinions']],
  ])('%s: the free answers of each respondent', async (path, respondents, questions) => {
    const { speakers, turns } = await readSourceFile(path, readFileSync(sharedData(path) ?? ''));
    expect(speakers).toEqual(['Question', ...respondents]);
    expect([...new Set(turns.filter((turn) => turn.speaker === 'Question').map((turn) => turn.text))]).toEqual(questions);
    expect(turns).toHaveLength(respondents.length * questions.length * 2);
  });

  it.each([
    'documents/qualcoder-examples/cases123.csv',
    'documents/qualcoder-examples/cases456.xlsx',
    'transcripts/sheffield/Interview_Participant_-_Facesheet_information.xlsx',
    'taguette/codebook-history/codebook_20220301_7.csv',
  ])('%s: a table that is no talk is read row by row', async (path) => {
    const { table, turns } = await readSourceFile(path, readFileSync(sharedData(path) ?? ''));
    expect(table?.mapping).toMatchObject({ heading: true, columns: { rows: 'respondents', name: 0 } });
    expect(turns.length).toBe((table?.rows ?? 0) * 2);
  });
});
