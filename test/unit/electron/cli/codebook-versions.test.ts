// `codebook-versions`: listed, compared with now and written as CSV, over a study on disk.
import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { expect, it } from 'vitest';

import { plumbline } from '#test/builders/plumbline-cli';

it('lists versions, tells what changed since, and writes one as it was', async () => {
  const vault = path.join(mkdtempSync(path.join(os.tmpdir(), 'plumbline-versions-')), 'study');
  await plumbline(['create', vault, '--name', 'Study']);
  const apply = async (edits: unknown[]): Promise<void> => {
    const run = await plumbline(['apply', vault, '--json'], edits.map((each) => `${JSON.stringify(each)}\n`).join(''));
    expect(run.code, run.stderr).toBe(0);
  };
  await apply([
    { edit: 'createTag', input: { id: 'price', name: 'Price', definition: '=An amount' } },
    { edit: 'saveCodebookVersion', input: { id: 'one', name: 'First', day: '2026-05-01' } },
    { edit: 'updateTag', input: { tagId: 'price', name: 'Cost' } },
    { edit: 'createTag', input: { name: 'Trust' } },
    { edit: 'saveCodebookVersion', input: { name: 'Second', day: '2026-05-02' } },
  ]);
  const list = (await plumbline(['codebook-versions', vault, '--json'])).lines as { name: string; tags: number }[];
  expect(list.map(({ name, tags }) => [name, tags])).toEqual([
    ['First', 1],
    ['Second', 2],
  ]);
  const since = await plumbline(['codebook-versions', vault, '--compare', 'First', '--json']);
  expect((since.lines as { kind: string }[]).map(({ kind }) => kind)).toEqual(['added', 'renamed']);
  expect(since.stderr.trim()).toBe('First and now: 1 new, 1 renamed.');
  const between = await plumbline(['codebook-versions', vault, '--compare', 'Second', '--with', 'one']);
  expect(between.stdout.trim().split('\n')).toEqual(['“Trust” is gone; no snippet had it.', '“Cost” is called “Price” now.']);
  const out = path.join(path.dirname(vault), 'first.csv');
  expect((await plumbline(['codebook-versions', vault, '--version', 'First', '--out', out])).code).toBe(0);
  expect(readFileSync(out, 'utf8').split('\r\n')[1]).toBe('Price,Price,"\'=An amount",,,,1,0,0');
  const unknown = await plumbline(['codebook-versions', vault, '--compare', 'Third']);
  expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('No codebook version is called “Third”.')]);
}, 120_000);
