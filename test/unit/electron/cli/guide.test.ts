// `guide`, `flag-question`, `recruits` and `invite` on the command line, from an empty study to verdicts.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { plumbline } from '#test/builders/plumbline-cli';
import { temporaryFolder } from '#test/builders/temporary-vault';

const linesOf = (edits: readonly object[]): string => edits.map((each) => `${JSON.stringify(each)}\n`).join('');

test('questions are flagged, found in the transcripts, confirmed, and reach the verdicts', async () => {
  const folder = temporaryFolder();
  const vault = path.join(folder, 'study.plumb');
  await plumbline(['create', vault, '--name', 'Fuel', '--json']);
  const files = ['Ana', 'Ben'].map((name) => {
    const file = path.join(folder, `${name}.txt`);
    writeFileSync(
      file,
      `Interviewer: Let us begin. What do you do about the cost of fuel?\n${name}: Nothing much.\nInterviewer: I see.\n${name}: We drive.\n`,
    );
    return file;
  });
  const sourceIds = (await plumbline(['import', vault, ...files, '--json'])).lines.map((line) =>
    String(line['sourceId'] ?? line['source'] ?? line['id']),
  );
  expect(sourceIds).toHaveLength(2);
  const edits = [
    { edit: 'addDepartment', input: { name: 'Marketing', assumptions: [{ id: 'fuel', statement: 'Buyers ask for reports' }] } },
    {
      edit: 'addQuestions',
      input: {
        questions: [
          { id: 'q1', text: 'What do you do about the cost of fuel?', assumptionIds: ['fuel'] },
          { id: 'q2', text: 'Don’t you like our reports?' },
          { id: 'q3', text: 'Was halten Sie von den Berichten?' },
        ],
      },
    },
  ];
  const applied = await plumbline(['apply', vault, '--json'], linesOf(edits));
  expect([applied.code, applied.stderr]).toEqual([0, '']);
  const guide = async () => (await plumbline(['guide', vault, '--json'])).lines;
  const [first, second, third] = await guide();
  expect(first).toMatchObject({
    number: 1,
    checked: true,
    flags: [],
    tests: [{ assumptionId: 'fuel' }],
    coverage: { asked: 0, proposed: 2 },
  });
  expect(second).toMatchObject({ flags: [{ flag: 'leading' }, { flag: 'closed' }] });
  expect(third).toMatchObject({ checked: false, flags: [] });
  expect((await guide()).find((line) => line['about'] === 'interview')).toMatchObject({
    cells: [{ questionId: 'q1', state: 'proposed', turn: 0 }, { state: 'open' }, { state: 'open' }],
  });
  const verdict = async () => (await plumbline(['verdicts', vault, '--json'])).lines[0];
  expect(await verdict()).toMatchObject({ verdict: 'not tested', asked: { people: 0 } });
  expect((await plumbline(['guide', vault, '--apply', '--json'])).lines).toMatchObject([{ ok: true, confirmed: 2 }]);
  expect(await verdict()).toMatchObject({ verdict: 'asked but nobody raised it', asked: { people: 2, silent: 2 } });
  expect((await guide())[0]).toMatchObject({ coverage: { asked: 2, proposed: 0 } });
  expect((await plumbline(['check', vault])).code).toBe(0);
}, 120_000);

test('a question is flagged without a study', async () => {
  expect((await plumbline(['flag-question', 'How easy was it to sign up?', '--json'])).lines).toMatchObject([
    { checked: true, flags: [{ flag: 'leading' }] },
  ]);
  expect((await plumbline(['flag-question', 'Wie war es?'])).stdout).toContain('not checked');
}, 120_000);

test('people are listed in the order in which to ask them, and invited', async () => {
  const folder = temporaryFolder();
  const vault = path.join(folder, 'study.plumb');
  await plumbline(['create', vault, '--name', 'Fuel', '--json']);
  const meeting = { startsAt: '2026-06-30T09:00:00.000Z', minutes: 45, place: 'By video' };
  await plumbline(
    ['apply', vault, '--json'],
    linesOf([
      { edit: 'addRecruit', input: { newParticipant: { name: 'Ben Cold', reached: 'cold' } } },
      { edit: 'addRecruit', input: { newParticipant: { id: 'ana', name: 'Ana Real', reached: 'advocate' }, strength: 'strong', meeting } },
    ]),
  );
  const list = await plumbline(['recruits', vault, '--json']);
  expect(list.lines.map((line) => [line['about'], line['who']])).toEqual([
    ['recruit', 'P02'],
    ['recruit', 'P01'],
    ['may introduce', 'P02'],
  ]);
  expect(list.stdout).not.toContain('Ana Real');
  const out = path.join(folder, 'out');
  mkdirSync(out);
  expect((await plumbline(['invite', vault, 'P02', '--out', out, '--json'])).lines[0]).toMatchObject({ ok: true, recruitId: 'ana' });
  expect(readFileSync(path.join(out, 'invitation-P02.txt'), 'utf8')).toContain('Dear Ana Real,');
  expect(readFileSync(path.join(out, 'invitation-P02.ics'), 'utf8')).toContain('DTSTART:20260630T090000Z\r\nDURATION:PT45M\r\n');
  expect((await plumbline(['invite', vault, 'P01', '--json'])).lines[0]).toMatchObject({ calendar: null, files: [] });
  expect((await plumbline(['invite', vault, 'P09', '--json'])).code).toBe(1);
}, 120_000);
