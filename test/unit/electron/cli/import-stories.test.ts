// `import-stories`: tickets and survey answers from real files into a real study on disk, a line of the answer for each row.
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { beforeAll, expect, test } from 'vitest';

import { workbookBytes } from '#core/exchange/write-tables';
import { plumbline } from '#test/builders/plumbline-cli';

let folder: string;
let vault: string;
const file = (name: string, content: string | Uint8Array): string => {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
};
const records = async (collection: string): Promise<Record<string, unknown>[]> => {
  const [dump] = (await plumbline(['dump', vault, '--json'])).lines as {
    records: Record<string, Record<string, Record<string, unknown>>>;
  }[];
  return Object.values(dump?.records[collection] ?? {});
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'plumbline-stories-'));
  vault = path.join(folder, 'study');
  const made = await plumbline(['create', vault, '--name', 'Study']);
  if (made.code !== 0) throw new Error('The study for the tests could not be made.');
});

test('tickets: bad rows are named with their lines, the others go in', async () => {
  const tickets = file(
    'tickets.csv',
    'Ticket,Created,Customer,Message,Priority,E-mail\n' +
      'T-1,2026-05-03,Ana,"Wrong.\n\nTwice.",high,ana@a.example\n\n' +
      'T-2,,Ben,,low,\n' +
      'T-3,03/04/2026,ana,Late again.,low,\n',
  );
  const asked = ['import-stories', vault, tickets, '--kind', 'complaint', '--columns', 'unused=E-mail'];
  const report = await plumbline([...asked, '--report', '--json']);
  expect(report.lines.map(({ source }) => source ?? null)).toEqual([null, null, null]);
  const run = await plumbline([...asked, '--json']);
  expect(run.code).toBe(1);
  expect(run.stderr).toContain('1 column is left out: E-mail.');
  expect(run.lines).toEqual([
    expect.objectContaining({ row: 1, line: 2, ok: true, source: expect.any(String), facts: { Severity: 'high' } }),
    { row: 2, line: 6, ok: false, error: 'There are no words in it.' },
    expect.objectContaining({ row: 3, line: 7, ok: true, heldOn: null, facts: { Severity: 'low', 'Date as written': '03/04/2026' } }),
  ]);
  const sources = await records('sources');
  expect(sources.map(({ kind, title, fileName }) => [kind, title, fileName])).toEqual([
    ['complaint', 'T-1', 'tickets.csv'],
    ['complaint', 'T-3', 'tickets.csv'],
  ]);
  expect(await records('participants')).toHaveLength(1);
}, 120_000);

test('survey answers of a workbook: a source for each respondent, what was asked above what was answered', async () => {
  const survey = file(
    'survey.xlsx',
    await workbookBytes([
      { name: 'About', rows: [['Made in June']] },
      {
        name: 'Answers',
        rows: [
          ['Respondent', 'What do you like most?', 'What would you change?', 'Rating'],
          ['R1', 'The search is very quick.', 'I would like to have an undo.', 9],
          ['R2', '', '', 3],
        ],
      },
    ]),
  );
  const run = await plumbline(['import-stories', vault, survey, '--kind', 'survey-answers', '--json']);
  expect(run.lines).toEqual([
    expect.objectContaining({ row: 1, line: 2, ok: true, who: 'R1', facts: { Score: '9' } }),
    expect.objectContaining({ row: 2, line: 3, ok: false }),
  ]);
  const id = String(run.lines[0]?.['source']);
  const source = (await records('sources')).find((record) => record['id'] === id);
  expect(source).toMatchObject({
    kind: 'survey-answers',
    speakers: [
      { label: 'Question', role: 'interviewer', participantId: null },
      { label: 'R1', role: 'participant', participantId: expect.any(String) },
    ],
    transcript: { turns: 4 },
  });
  expect((await plumbline(['check', vault])).code).toBe(0);
}, 120_000);

test('letters are read as --encoding says; of transcripts too', async () => {
  const bytes = Buffer.from('Ticket,Customer,Message\nT-9,Jos\u00e9,Le d\u00e9lai.\n', 'latin1');
  const table = file('old.csv', bytes);
  const title = async (...more: string[]): Promise<unknown> =>
    (await plumbline(['import-stories', vault, table, '--kind', 'complaint', '--report', '--json', ...more])).lines[0]?.['who'];
  expect(await title()).toBe('José');
  expect(await title('--encoding', 'utf-8')).toBe('Jos\ufffd');
  expect((await plumbline(['import-stories', vault, table, '--kind', 'complaint', '--encoding', 'klingon'])).stderr).toContain(
    '--encoding takes one of',
  );
  const talk = file('talk.csv', Buffer.from('Speaker,Text\nAna,Who decides?\nJos\u00e9,My brother does.\n', 'latin1'));
  expect((await plumbline(['inspect', talk, '--json', '--encoding', 'utf-8'])).lines[0]).toMatchObject({
    encoding: 'utf-8',
    speakers: expect.arrayContaining(['Ana', 'Jos\ufffd']),
  });
}, 120_000);

test('what cannot be understood is said, and nothing goes in', async () => {
  const table = file('plain.csv', 'a,b\n1,2\n');
  const before = (await records('sources')).length;
  const error = async (...more: string[]): Promise<string> => (await plumbline(['import-stories', vault, table, ...more])).stderr;
  expect(await error()).toContain('--kind and one of frontline-story, complaint');
  expect(await error('--kind', 'interview')).toContain('--kind and one of');
  expect(await error('--kind', 'complaint', '--columns', 'words=Text')).toContain('There is no column called “Text”. There are: a, b.');
  expect(await error('--kind', 'complaint', '--columns', 'text=a')).toContain(
    '--columns takes words, who, day, title, fact, unused, not “text”.',
  );
  expect(await error('--kind', 'complaint', '--columns', 'unused=#1,unused=#2')).toContain('Say which column holds the words');
  expect(await error('--kind', 'complaint', '--sheet', '7')).toContain('There is no sheet “7”.');
  expect(await records('sources')).toHaveLength(before);
}, 120_000);
