// `backup`, `restore`, `history` and `purge` on the command line.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { findInFiles } from '../../../builders/canaries.ts';
import { plumbline } from '../../../builders/plumbline-cli.ts';
import { temporaryFolder } from '../../../builders/temporary-vault.ts';

describe('backup, restore, history and purge', () => {
  test('a backup is listed, restored by number, and opens as it was', async () => {
    const folder = temporaryFolder();
    const [vault, restored, second] = ['study.plumb', 'restored.plumb', 'second'].map((name) => path.join(folder, name)) as [
      string,
      string,
      string,
    ];
    mkdirSync(second);
    await plumbline(['create', vault, '--name', 'Study']);
    await plumbline(['apply', vault], '{"edit":"createTag","input":{"name":"Price"}}\n');
    expect((await plumbline(['backup', vault, '--second', second, '--json'])).lines[0]).toMatchObject({
      ok: true,
      fresh: true,
      number: 1,
      seq: 1,
    });
    await plumbline(['apply', vault], '{"edit":"createTag","input":{"name":"Later"}}\n');
    expect((await plumbline(['backup', vault, '--list', '--json'])).lines).toMatchObject([{ ok: true, number: 1, reason: 'by-hand' }]);
    const [place = ''] = readdirSync(second);
    for (const from of [vault, path.join(second, place)]) {
      const to = `${restored}-${path.basename(from)}`;
      expect((await plumbline(['restore', from, '--backup', '1', '--to', to, '--json'])).lines[0]).toMatchObject({
        ok: true,
        seq: 1,
        opened: true,
      });
      expect((await plumbline(['check', to])).code).toBe(0);
      expect((await plumbline(['dump', to])).stdout).not.toContain('Later');
    }
    const again = await plumbline(['restore', vault, '--backup', '1', '--to', vault, '--json']);
    expect([again.code, again.lines[0]?.['ok']]).toEqual([1, false]);
    expect((await plumbline(['restore', vault, '--backup', '7', '--to', `${restored}2`])).stderr).toContain('There is no backup “7”');
  });

  test('the list says of each backup what was found just now, and check names a damaged one', async () => {
    const vault = path.join(temporaryFolder(), 'study.plumb');
    await plumbline(['create', vault, '--name', 'Study']);
    for (const name of ['Price', 'Later']) {
      await plumbline(['apply', vault], `${JSON.stringify({ edit: 'createTag', input: { name } })}\n`);
      await plumbline(['backup', vault]);
    }
    expect((await plumbline(['backup', vault, '--list'])).stdout.match(/verified now$/gm)).toHaveLength(2);
    const [first = ''] = readdirSync(path.join(vault, 'backups')).sort();
    const file = path.join(vault, 'backups', first, 'vault.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Price', 'Prize'));
    const list = await plumbline(['backup', vault, '--list']);
    expect([list.code, list.stdout.split('\n')[0], list.stdout.match(/verified/g)]).toEqual([
      1,
      expect.stringMatching(/^000001-.* damaged: vault\.json is not what was written: its checksum does not match\.$/),
      ['verified'],
    ]);
    expect((await plumbline(['backup', vault, '--list', '--json'])).lines).toMatchObject([
      { ok: false, verifiedAt: null },
      { ok: true, faults: [] },
    ]);
    const check = await plumbline(['check', vault]);
    expect([check.code, check.stdout]).toEqual([1, expect.stringContaining(`The backup ${first} is damaged: vault.json`)]);
  }, 60_000);

  test('the history is listed newest first, and the study shown as it was', async () => {
    const vault = path.join(temporaryFolder(), 'study.plumb');
    await plumbline(['create', vault, '--name', 'Study']);
    const edits = ['Price', 'Later'].map((name) => JSON.stringify({ edit: 'createTag', input: { name } }));
    await plumbline(['apply', vault], `${edits.join('\n')}\n`);
    const { lines } = await plumbline(['history', vault, '--json']);
    expect(lines).toMatchObject([
      { seq: 2, label: 'Create tag Later', records: 1, undone: false },
      { seq: 1, label: 'Create tag Price' },
    ]);
    expect((await plumbline(['history', vault, '--limit', '1'])).stdout).not.toContain('Price');
    const [past] = (await plumbline(['dump', vault, '--as-of', '1', '--json'])).lines as { seq: number; records: { tags: object } }[];
    expect([past?.seq, Object.keys(past?.records.tags ?? {}).length]).toEqual([1, 1]);
    expect((await plumbline(['dump', vault, '--as-of', '3'])).stderr).toContain('from change 0 to 2');
  });

  test('purge says before what goes, and leaves no byte of the person', async () => {
    const folder = temporaryFolder();
    const vault = path.join(folder, 'study.plumb');
    const file = path.join(folder, 'talk.txt');
    writeFileSync(file, 'Interviewer: How was it?\nQuillfeather: The zanzibar price was wrong.\n');
    await plumbline(['create', vault, '--name', 'Study']);
    await plumbline(['import', vault, file, '--json']);
    await plumbline(['backup', vault]);
    const preview = (await plumbline(['purge', vault, '--participant', 'P01', '--preview', '--json'])).lines[0] as {
      plan: { sources: unknown[] };
    };
    expect(preview.plan.sources).toHaveLength(1);
    expect(findInFiles([vault], ['zanzibar', 'Quillfeather'])).not.toEqual([]);
    const done = await plumbline(['purge', vault, '--participant', 'P01', '--json']);
    expect(done.lines[0]).toMatchObject({ ok: true, deleted: { sources: 1 } });
    expect(done.stdout).not.toContain('Quillfeather');
    expect(findInFiles([vault], ['zanzibar', 'Quillfeather'])).toEqual([]);
    expect((await plumbline(['check', vault])).code).toBe(0);
    expect((await plumbline(['purge', vault, '--participant', 'P01', '--json'])).code).toBe(1);
  });

  test('purge reaches somebody who was removed from the list, and an interview that was removed', async () => {
    const folder = temporaryFolder();
    const vault = path.join(folder, 'study.plumb');
    const file = path.join(folder, 'talk.txt');
    writeFileSync(file, 'Interviewer: How was it?\nQuillfeather: The zanzibar price was wrong.\n');
    await plumbline(['create', vault, '--name', 'Study']);
    const sourceId = (await plumbline(['import', vault, file, '--json'])).lines[0]?.['source'];
    const { plan } = (await plumbline(['purge', vault, '--participant', 'P01', '--preview', '--json'])).lines[0] as {
      plan: { participantId: string };
    };
    await plumbline(['apply', vault], `${JSON.stringify({ edit: 'removeSources', input: { sourceIds: [sourceId] } })}\n`);
    await plumbline(['apply', vault], `${JSON.stringify({ edit: 'removeParticipant', input: { participantId: plan.participantId } })}\n`);
    expect((await plumbline(['purge', vault, '--list', '--json'])).lines).toEqual([
      { participantId: plan.participantId, pseudonym: 'P01', name: 'Quillfeather' },
    ]);
    expect(findInFiles([vault], ['zanzibar', 'Quillfeather'])).not.toEqual([]);
    expect((await plumbline(['purge', vault, '--participant', 'P01', '--json'])).lines[0]).toMatchObject({
      ok: true,
      deleted: { sources: 1 },
    });
    expect(findInFiles([vault], ['zanzibar', 'Quillfeather'])).toEqual([]);
    expect((await plumbline(['purge', vault, '--list', '--json'])).lines).toEqual([]);
  }, 60_000);
});
