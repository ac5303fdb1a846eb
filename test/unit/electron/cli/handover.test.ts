// `gate`, `digest` and `handoff` on the command line: a gate refused, drafted, completed and passed; a month and a pack as Markdown.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';

import { plumbline } from '#test/builders/plumbline-cli';
import { temporaryFolder } from '#test/builders/temporary-vault';

test('a gate is passed only with both texts; the draft fills what is empty and keeps what was written', async () => {
  const folder = temporaryFolder();
  const vault = path.join(folder, 'study.plumb');
  await plumbline(['create', vault, '--name', 'Fuel', '--json']);
  const apply = (...edits: object[]) => plumbline(['apply', vault, '--json'], edits.map((each) => `${JSON.stringify(each)}\n`).join(''));
  const people = [{ name: 'Olga', listener: 'leader' }];
  const visit = { heldOn: '2026-06-12', kind: 'visit', people, learned: 'They print it.', influence: 'A print view comes first.' };
  expect((await apply({ edit: 'addGate', input: { id: 'g1', name: 'Concept' } }, { edit: 'logConversation', input: visit })).code).toBe(0);
  const gate = (...words: string[]) => plumbline(['gate', vault, ...words, '--as-of', '2026-06-30', '--json']);
  expect((await gate()).lines).toMatchObject([{ gateId: 'g1', state: 'open', recent: 1, passed: null }]);
  const refused = await gate('concept', '--pass');
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('summary of recent conversations')]);
  expect((await gate('Concept', '--draft')).lines).toMatchObject([
    { conversations: 1, shaped: expect.stringContaining('A print view comes first.') },
  ]);
  await apply({ edit: 'updateGate', input: { gateId: 'g1', shaped: 'By hand.' } });
  expect((await gate('g1', '--draft', '--apply')).lines).toMatchObject([{ ok: true, filled: ['summary'] }]);
  expect((await gate('g1', '--pass')).lines).toMatchObject([{ ok: true, passedOn: '2026-06-30' }]);
  expect((await gate()).lines).toMatchObject([{ state: 'passed', shaped: 'By hand.', passed: { on: '2026-06-30' } }]);
  expect((await gate('nowhere')).code).toBe(1);
  const text = (await plumbline(['digest', vault, '--month', '2026-06', '--format', 'md'])).stdout;
  expect(text).toContain('12 June 2026, visit, Olga: They print it.');
  const out = path.join(folder, 'june.docx');
  const asWord = ['digest', vault, '--month', '2026-06', '--format', 'docx', '--json'];
  expect(await plumbline(asWord)).toMatchObject({ code: 1, stderr: expect.stringContaining('--out <file>') as string });
  expect((await plumbline([...asWord, '--out', out])).lines).toMatchObject([{ ok: true, file: out }]);
  expect(strFromU8(unzipSync(readFileSync(out))['word/document.xml'] ?? new Uint8Array())).toContain(
    '12 June 2026, visit, Olga: They print it.',
  );
  expect((await plumbline(['digest', vault, '--format', 'pdf', '--json'])).code).toBe(1);
  expect((await plumbline(['digest', vault, '--month', '2026-13', '--json'])).code).toBe(1);
  expect((await plumbline(['handoff', vault, '--json'])).lines).toMatchObject([{ about: 'pack', heard: 0 }]);
});

test('a brief and before and after, of a department that has one statement', async () => {
  const vault = path.join(temporaryFolder(), 'study.plumb');
  await plumbline(['create', vault, '--name', 'Fuel', '--json']);
  const sales = { edit: 'addDepartment', input: { id: 'd1', name: 'Sales', protects: 'The number it promised.' } };
  const talk = {
    edit: 'addAssumption',
    input: { id: 'a1', departmentId: 'd1', statement: 'Buyers call first', origin: 'anecdote', dated: '2026-01-05' },
  };
  expect((await plumbline(['apply', vault, '--json'], `${JSON.stringify(sales)}\n${JSON.stringify(talk)}\n`)).code).toBe(0);
  expect((await plumbline(['before-after', vault, '--json'])).lines).toMatchObject([
    { name: 'Sales', assumptionId: 'a1', statement: 'Buyers call first', verdict: 'not tested', forecast: null, keptBack: 0 },
  ]);
  expect((await plumbline(['before-after', vault, '--format', 'md'])).stdout).toContain('| From an anecdote of 5 January 2026;');
  expect((await plumbline(['brief', vault, 'sales', '--json'])).lines).toMatchObject([
    { departmentId: 'd1', protects: 'The number it promised.' },
  ]);
  expect((await plumbline(['brief', vault])).stdout).toContain(
    '### What to acknowledge before you ask\n\nNobody has written this down yet.',
  );
  expect((await plumbline(['brief', vault, 'nowhere'])).code).toBe(1);
});
