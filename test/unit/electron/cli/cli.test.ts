// The command line: every command, its JSON and its exit code; what only a process has is tried on processes.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { EDIT_NAMES } from '#shared/edits/index';

import { plumbline, plumblineProcess } from '../../../builders/plumbline-cli.ts';
import { temporaryFolder } from '../../../builders/temporary-vault.ts';

async function study(): Promise<{ vault: string; file(name: string, text: string | Buffer): string }> {
  const folder = temporaryFolder();
  const vault = path.join(folder, 'study.plumb');
  expect((await plumbline(['create', vault, '--name', 'Renewals', '--json'])).lines).toMatchObject([
    { ok: true, name: 'Renewals', seq: 0 },
  ]);
  return {
    vault,
    file: (name, text) => {
      writeFileSync(path.join(folder, name), text);
      return path.join(folder, name);
    },
  };
}

const INTERVIEW =
  'Interviewer: How did the renewal go?\nAna: Nobody could tell me the price. I made one up.\nInterviewer: And then?\nAna: Finance sent it back.\n';

test('inspect and import: what the columns of a table are can be said, wrong columns are refused', async () => {
  const { file, vault } = await study();
  const survey = file(
    'survey.csv',
    'Who,Where,Why did you leave us?\nAna,Lima,The price was on no page.\nBen,Oslo,Nobody trusted the numbers.\n',
  );
  const guessed = (await plumbline(['inspect', survey, '--json'])).lines[0];
  expect(guessed).toMatchObject({
    format: 'table',
    speakers: ['Question', 'Ana', 'Ben'],
    table: { mapping: { columns: { rows: 'respondents' } } },
  });
  const said = (await plumbline(['inspect', survey, '--text', '2', '--speaker', '1', '--no-heading', '--json'])).lines[0];
  expect(said).toMatchObject({ speakers: ['Who', 'Ana', 'Ben'], turns: [{ text: 'Where' }, { text: 'Lima' }, { text: 'Oslo' }] });
  expect(await plumbline(['inspect', survey, '--text', '9', '--json'])).toMatchObject({
    code: 1,
    lines: [{ error: expect.stringContaining('it has no column 9') }],
  });
  expect(await plumbline(['inspect', survey, '--as', 'sheet', '--json'])).toMatchObject({
    code: 1,
    lines: [{ error: expect.stringContaining('no format “sheet”') }],
  });
  expect((await plumbline(['import', vault, survey, '--questions', '2,3', '--respondent', '1', '--json'])).lines[0]).toMatchObject({
    ok: true,
    turns: 8,
  });
  const malformed = file('call.vtt', 'WEBVTT-x\n\n00:01.000 --> 00:02.500\n<v Ana>Hello\n');
  expect((await plumbline(['inspect', malformed, '--json'])).code).toBe(1);
  expect(await plumbline(['inspect', malformed, '--lenient', '--json'])).toMatchObject({ code: 0, lines: [{ speakers: ['Ana'] }] });
});

test('inspect: turns, speakers, cues; a bad file is said and the others are read', async () => {
  const { file } = await study();
  const text = file('ana.txt', INTERVIEW);
  const captions = file('call.vtt', 'WEBVTT\n\n1\n00:01.000 --> 00:02.500\n<v Ana>Hello\n');
  const bad = file('photo.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]));
  const { code, lines } = await plumbline(['inspect', text, captions, bad, '/nowhere.txt', '--json']);
  expect(code).toBe(1);
  expect(lines[0]).toMatchObject({ file: text, ok: true, format: 'text', encoding: 'utf-8', speakers: ['Interviewer', 'Ana'] });
  expect(lines[0]?.['turns']).toHaveLength(4);
  expect(lines[0]).not.toHaveProperty('cues');
  expect(lines[1]).toMatchObject({
    ok: true,
    format: 'webvtt',
    cues: [{ id: '1', startMs: 1000, endMs: 2500, text: '<v Ana>Hello' }],
    turns: [{ speaker: 'Ana', startMs: 1000, endMs: 2500, text: 'Hello' }],
  });
  expect(lines[2]).toMatchObject({ file: bad, ok: false, error: expect.stringContaining('photo.txt') });
  expect(lines[3]).toMatchObject({ ok: false, error: expect.stringContaining('no such file') });
});

test('import, quotes, themes, verdicts, export and check over one vault', async () => {
  const { vault, file } = await study();
  const imported = await plumbline(['import', vault, file('ana.txt', INTERVIEW), file('empty.txt', ''), '--json']);
  expect(imported.code).toBe(1);
  expect(imported.lines).toMatchObject([
    {
      ok: true,
      format: 'text',
      encoding: 'utf-8',
      turns: 4,
      words: 21,
      speakers: ['Interviewer', 'Ana'],
      startMs: null,
      endMs: null,
      warnings: [],
    },
    { ok: false, error: expect.stringMatching(/empty/) },
  ]);
  const csv = file(
    'quotes.csv',
    'quote,tags,participant,source,note\n"Nobody could tell me the price",Price fog;Renewal,,ana,first\n"The price came last",price fog,P02,,\n"It was never on the page, ever","Price fog",Karim,,\n"Nobody said this",x,,ana,\n,x,,ana,\n',
  );
  const quotes = await plumbline(['quotes', vault, csv, '--json']);
  expect(quotes.code).toBe(1);
  expect(quotes.lines.map((line) => [line['row'], line['ok']])).toEqual([
    [1, true],
    [2, true],
    [3, true],
    [4, false],
    [5, false],
  ]);
  const snippetIds = quotes.lines.slice(0, 3).map((line) => line['snippet']);
  const applied = await plumbline(
    ['apply', vault],
    [
      { edit: 'createTheme', input: { id: 'fog', name: 'Buyers cannot see a price', snippetIds } },
      {
        edit: 'addDepartment',
        input: {
          id: 'sales',
          name: 'Sales',
          assumptions: [
            { id: 'talk', statement: 'They want to talk first' },
            { id: 'other', statement: 'Nobody asked' },
          ],
        },
      },
      { edit: 'setEvidence', input: { assumptionId: 'talk', themeId: 'fog', relation: 'contradicts', reason: 'They looked for a number' } },
      { edit: 'setEvidence', input: { assumptionId: 'talk', themeId: 'fog', relation: 'sideways' } },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n'),
  );
  expect(applied.lines.map((line) => line['ok'])).toEqual([true, true, true, false]);
  expect((await plumbline(['themes', vault, '--json'])).lines).toMatchObject([
    { theme: 'fog', name: 'Buyers cannot see a price', snippets: snippetIds },
  ]);
  expect((await plumbline(['verdicts', vault, '--json'])).lines).toMatchObject([
    {
      department: 'Sales',
      assumption: 'They want to talk first',
      verdict: 'contradicted',
      participants: { supporting: 0, contradicting: 3, refining: 0 },
    },
    { assumption: 'Nobody asked', verdict: 'not tested', participants: { supporting: 0, contradicting: 0, refining: 0 } },
  ]);
  const weighing = [
    { edit: 'overrideVerdict', input: { assumptionId: 'other', verdict: 'thin', reason: 'Heard in passing' } },
    { edit: 'addRivalSet', input: { name: 'First contact', assumptionIds: ['talk', 'other'] } },
  ].map((line) => JSON.stringify(line));
  expect((await plumbline(['apply', vault, '--json'], weighing.join('\n'))).lines.map((line) => line['ok'])).toEqual([true, true]);
  expect((await plumbline(['verdicts', vault, '--json'])).lines).toMatchObject([
    { verdict: 'contradicted', word: 'contradicted', computed: 'contradicted', override: null, secondHand: { contradicting: 0 } },
    { verdict: 'thin', word: 'thin (by hand)', computed: 'not tested', override: { reason: 'Heard in passing' } },
  ]);
  expect((await plumbline(['rivals', vault, '--json'])).lines).toMatchObject([
    {
      name: 'First contact',
      ranking: [
        { assumptionId: 'other', inconsistency: 0 },
        { assumptionId: 'talk', inconsistency: 1 },
      ],
      open: 1,
    },
  ]);
  expect((await plumbline(['matrix', vault, '--json'])).lines).toMatchObject([
    { themeId: 'fog', cells: [{ assumptionId: 'talk', relation: 'contradicts' }, { relation: 'open' }] },
    { warning: 'contradicted by several people', assumptionId: 'talk', contradicting: 3 },
  ]);
  expect((await plumbline(['confidence', vault, '--json'])).lines).toMatchObject([
    { themeId: 'fog', confirmed: null, proposed: { adequacy: { concern: 'moderate' } } },
    { assumptionId: 'talk' },
    { assumptionId: 'other', proposed: { overall: 'very-low' } },
  ]);
  expect((await plumbline(['search', vault, 'tlel', '--everything', '--json'])).lines).toEqual(
    expect.arrayContaining([expect.objectContaining({ kind: 'turn', context: expect.stringMatching(/tell/i) })]),
  );
  expect((await plumbline(['search', vault, 'tell', 'ME', '--json'])).lines).toMatchObject([
    { title: 'ana', turn: 1, speaker: 'Ana', startOffset: 13, endOffset: 20 },
  ]);
  const out = path.join(path.dirname(vault), 'readout.html');
  expect((await plumbline(['export', vault, '--format', 'html', '--out', out])).code).toBe(0);
  const html = readFileSync(out, 'utf8');
  expect(html).toContain('Nobody could tell me the price');
  expect(html).not.toMatch(/\bAna\b|Karim/);
  expect((await plumbline(['export', vault, '--format', 'pdf', '--out', out])).code).toBe(1);
  expect((await plumbline(['check', vault, '--json'])).lines).toMatchObject([{ ok: true, transcripts: 2, problems: [] }]);
});

test('rhythm and signals: the log, the habits, and a score imported twice', async () => {
  const { vault, file } = await study();
  const edits = [
    { edit: 'setGoal', input: { person: 'Nora', role: 'Head of Sales' } },
    {
      edit: 'logConversation',
      input: { heldOn: '2026-06-01', kind: 'visit', minutes: 90, people: [{ name: 'Nora', listener: 'leader' }] },
    },
    { edit: 'addRhythmItem', input: { title: 'Read complaints', cadence: 'monthly', firstDueOn: '2026-06-10' } },
  ].map((line) => JSON.stringify(line));
  expect((await plumbline(['apply', vault], edits.join('\n'))).code).toBe(0);
  expect((await plumbline(['rhythm', vault, '--as-of', '2026-06-30', '--json'])).lines).toMatchObject([
    { about: 'last', on: '2026-06-01', days: 29, conversations: 1 },
    { about: 'person', name: 'Nora', days: 29 },
    { about: 'role', name: 'Head of Sales', days: 29 },
    { about: 'exposure', name: 'Nora', hours: 1.5, enough: false, floorHours: 2 },
    { about: 'goal', name: 'Nora', had: 1, perMonth: 2, reached: false },
    { about: 'listening', leaderShare: 1 },
    { about: 'habit', title: 'Read complaints', state: 'overdue', daysOver: 20 },
    { about: 'conversation', kind: 'visit', genuine: true },
  ]);
  expect((await plumbline(['rhythm', vault, '--as-of', 'today'])).code).toBe(1);
  const ics = `${vault}.ics`;
  expect((await plumbline(['rhythm', vault, '--as-of', '2026-06-30', '--ics', ics, '--json'])).lines).toMatchObject([{ ok: true }]);
  expect((await plumbline(['listening', vault])).code).toBe(0);
  const scores = file('scores.csv', 'Date,Score\n2026-01-03,10\n2026-01-09,6\n2026-01-20,9\n2026-02-01,5\n');
  const read = ['signals', vault, scores, '--name', 'NPS', '--kind', 'nps', '--json'];
  expect((await plumbline(read)).lines).toMatchObject([{ ok: true, points: [{ on: '2026-01-01', answers: 3 }, { value: -100 }] }]);
  expect((await plumbline(read)).code).toBe(0);
  expect((await plumbline(['signals', vault, '--json'])).lines).toMatchObject([{ name: 'NPS', kind: 'nps', unexplained: ['2026-02-01'] }]);
});

test('dump holds every collection; a damaged vault is reported by check', async () => {
  const { vault } = await study();
  const [state] = (await plumbline(['dump', vault, '--json'])).lines;
  expect(state).toMatchObject({
    schemaVersion: 1,
    seq: 0,
    records: { study: { study: { name: 'Renewals' } }, tags: {}, evidenceLinks: {} },
  });
  await plumbline(['apply', vault], '{"edit":"createTag","input":{"name":"A"}}');
  const file = path.join(vault, 'vault.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"name":"A"', '"name":"B"'));
  const { code, lines } = await plumbline(['check', vault, '--json']);
  expect(code).toBe(1);
  expect(lines).toMatchObject([{ ok: false, code: 'vault-damaged', problems: [{ what: expect.stringContaining('vault.json') }] }]);
});

test('suggest-themes proposes in the form of themes', async () => {
  const { vault, file } = await study();
  const topics = [
    ['price', 'quote', 'budget', 'invoice', 'discount'],
    ['support', 'engineer', 'ticket', 'phone', 'answer'],
    ['dashboard', 'report', 'export', 'sheet', 'chart'],
  ];
  const rows = Array.from({ length: 45 }, (_, index) => {
    const words = topics[index % 3] ?? [];
    return `"the ${words[index % 5]} and the ${words[(index + 1) % 5]} with a ${words[(index + 2) % 5]} ${words[(index + 3) % 5]}",,P${index},,`;
  });
  await plumbline(['quotes', vault, file('many.csv', `quote,tags,participant,source,note\n${rows.join('\n')}\n`)]);
  const proposals = (await plumbline(['suggest-themes', vault, '--json'])).lines;
  expect(proposals.length).toBeGreaterThanOrEqual(2);
  for (const proposal of proposals) {
    expect(proposal).toMatchObject({ theme: expect.any(String), name: expect.any(String), words: expect.any(Array) });
    expect((proposal['snippets'] as string[]).length).toBeGreaterThan(2);
  }
});

test('edits lists every edit with its schema', async () => {
  const { lines } = await plumbline(['edits', '--json']);
  expect(lines.map((line) => line['edit'])).toEqual([...EDIT_NAMES]);
  for (const line of lines) expect(line['input']).toMatchObject({ type: 'object' });
});

test('wrong use says how it is used and ends with 2', async () => {
  expect(await plumbline([])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('plumbline create') });
  expect(await plumbline(['import'])).toMatchObject({ code: 2, stderr: expect.stringContaining('import <vault>') });
  expect(await plumbline(['nonsense'])).toMatchObject({ code: 2, stderr: expect.stringContaining('nonsense') });
  expect(await plumbline(['dump', '--nonsense'])).toMatchObject({ code: 2, stderr: expect.stringContaining('--nonsense') });
  expect(await plumbline(['dump', '/nowhere/at.plumb', '--json'])).toMatchObject({ code: 1, stderr: expect.stringContaining('at.plumb') });
  expect(await plumbline(['help'])).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('plumbline create') });
});

test('as a process: exit codes, answers on standard output, messages on standard error, edits from standard input', () => {
  const vault = path.join(temporaryFolder(), 'study.plumb');
  const made = plumblineProcess(['create', vault, '--name', 'Renewals', '--json']);
  expect([made.code, made.lines, made.stderr]).toMatchObject([0, [{ ok: true, name: 'Renewals', seq: 0 }], '']);
  const edits = '{"edit":"createTag","input":{"name":"A"}}\n{"edit":"createTag","input":{"name":7}}\n';
  const applied = plumblineProcess(['apply', vault], edits);
  expect([applied.code, applied.lines]).toMatchObject([
    1,
    [
      { ok: true, seq: 1 },
      { ok: false, code: 'bad-input' },
    ],
  ]);
  expect(plumblineProcess(['check', vault])).toMatchObject({ code: 0, stderr: '' });
  const refused = plumblineProcess(['dump', `${vault}-none`, '--json']);
  expect([refused.code, refused.lines, refused.stderr]).toMatchObject([1, [{ ok: false }], expect.stringContaining('study.plumb-none')]);
  expect(plumblineProcess(['check', `${vault}-none`]).code).toBe(2);
  expect(plumblineProcess(['nonsense'])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('There is no command') });
});

test('check and repair: exit codes, the report, and a damaged folder that is only read', async () => {
  const { vault, file } = await study();
  await plumbline(['import', vault, file('ana.txt', INTERVIEW)]);
  expect((await plumbline(['check', vault])).code).toBe(0);
  expect(await plumbline(['check', path.join(vault, 'nowhere')])).toMatchObject({
    code: 2,
    stdout: expect.stringContaining('The folder “nowhere” is not there.'),
  });
  const snapshot = path.join(vault, 'vault.json');
  const damaged = readFileSync(snapshot, 'utf8').replace('Renewals', 'Renewal5');
  writeFileSync(snapshot, damaged);
  expect(await plumbline(['check', vault, '--json'])).toMatchObject({ code: 1, lines: [{ ok: false, readable: true }] });
  const out = `${vault}-repaired`;
  const repair = await plumbline(['repair', vault, '--out', out]);
  expect(repair.code).toBe(0);
  expect(repair.stdout).toContain('vault.json is not what Plumbline wrote: its checksum does not match.');
  expect(repair.stdout).toContain('The damaged one was not touched.');
  expect(readFileSync(snapshot, 'utf8')).toBe(damaged);
  expect((await plumbline(['check', out])).code).toBe(0);
  expect((await plumbline(['dump', out, '--json'])).lines[0]).toMatchObject({
    seq: 1,
    records: { study: { study: { name: 'Renewals' } } },
  });
  expect(await plumbline(['repair', vault, '--out', out])).toMatchObject({ code: 2, stderr: expect.stringContaining('is not empty') });
  expect((await plumbline(['repair', vault, '--out', path.join(vault, 'inside')])).code).toBe(2);
});
