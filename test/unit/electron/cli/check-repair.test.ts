// `check` and `repair` on folders that hold no study, or something of the wrong kind: finished sentences and the documented exit codes.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { plumbline } from '../../../builders/plumbline-cli.ts';
import { temporaryFolder } from '../../../builders/temporary-vault.ts';

async function study(): Promise<{ vault: string; out: string }> {
  const folder = temporaryFolder();
  const vault = path.join(folder, 'study.plumb');
  await plumbline(['create', vault, '--name', 'Study']);
  return { vault, out: path.join(folder, 'repaired.plumb') };
}

test('a journal that is a folder: 1 from check, a study with what there is from repair', async () => {
  const { vault, out } = await study();
  rmSync(path.join(vault, 'journal.ndjson'), { force: true });
  mkdirSync(path.join(vault, 'journal.ndjson'));
  const check = await plumbline(['check', vault, '--json']);
  expect([check.code, check.lines[0]]).toMatchObject([1, { ok: false, readable: true, problems: [{ file: 'journal.ndjson' }] }]);
  const repair = await plumbline(['repair', vault, '--out', out]);
  expect([repair.code, repair.stdout]).toEqual([
    0,
    expect.stringContaining('journal.ndjson is a folder, and a file should be there. It was left out.'),
  ]);
  expect((await plumbline(['check', out])).code).toBe(0);
});

test('where nothing can be read both end with 2, and nothing is written', async () => {
  const { vault, out } = await study();
  for (const folder of [path.join(vault, 'vault.json'), path.join(vault, 'transcripts'), `${vault}-none`]) {
    for (const args of [
      ['check', folder],
      ['repair', folder, '--out', out],
    ]) {
      const { code, stdout, stderr } = await plumbline(args);
      expect([code, `${stdout}${stderr}`]).toEqual([2, expect.not.stringContaining('inside Plumbline')]);
      expect(`${stdout}${stderr}`).toContain(`“${path.basename(folder)}”`);
    }
  }
  expect(existsSync(out)).toBe(false);
  const onto = await plumbline(['repair', vault, '--out', path.dirname(out), '--json']);
  expect([onto.code, onto.lines[0]]).toMatchObject([2, { ok: false, code: 'conflict', out: null }]);
});

test('a history with a gap: said at each opening, and the study can be changed', async () => {
  const { vault } = await study();
  for (const name of ['A', 'B']) await plumbline(['apply', vault], `${JSON.stringify({ edit: 'createTag', input: { name } })}\n`);
  const [first = ''] = readdirSync(path.join(vault, 'history'));
  rmSync(path.join(vault, 'history', first));
  const apply = await plumbline(['apply', vault], `${JSON.stringify({ edit: 'createTag', input: { name: 'C' } })}\n`);
  expect([apply.code, apply.lines[0]]).toMatchObject([0, { ok: true, seq: 3 }]);
  const said = 'The history of this study is not whole: change 1 is missing from the folder “history”.';
  expect(apply.stderr).toContain(said);
  const history = await plumbline(['history', vault]);
  expect([history.code, history.stderr, history.stdout.split('\n').length]).toEqual([0, expect.stringContaining(said), 3]);
});
