// `query` on the command line: the sample study asked in both forms, as JSON lines and as CSV.
import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { beforeAll, expect, it } from 'vitest';

import { plumbline } from '#test/builders/plumbline-cli';

let vault = '';

beforeAll(async () => {
  vault = path.join(mkdtempSync(path.join(os.tmpdir(), 'plumbline-query-')), 'study');
  await plumbline(['create', vault, '--name', 'Sample', '--sample']);
}, 120_000);

it('finds the same by the short form, by JSON and by the name of a saved query', async () => {
  const all = await plumbline(['query', vault, '--where', '', '--json']);
  const starred = await plumbline(['query', vault, '--where', 'not starred', '--json']);
  const json = JSON.stringify({ is: 'not', of: { is: 'starred' } });
  expect(starred.lines.length).toBeGreaterThan(0);
  expect(all.stderr).toMatch(/^\d+ (person|people), \d+ snippets?\.$/m);
  expect((await plumbline(['query', vault, '--where', json, '--json'])).lines).toEqual(starred.lines);
  const saved = await plumbline(
    ['apply', vault, '--json'],
    `${JSON.stringify({ edit: 'addQuery', input: { name: 'Plain', where: JSON.parse(json) } })}\n`,
  );
  expect(saved.stderr + saved.stdout).toContain('queryId');
  expect((await plumbline(['query', vault, '--where', 'Plain', '--json'])).lines).toEqual(starred.lines);
}, 120_000);

it('writes CSV with one row a snippet', async () => {
  const out = path.join(path.dirname(vault), 'found.csv');
  const run = await plumbline(['query', vault, '--where', 'kind:interview', '--format', 'csv', '--out', out]);
  expect([run.code, readFileSync(out, 'utf8').startsWith('\ufeffQuote,Participant,Segment,')]).toEqual([0, true]);
}, 120_000);

it('says what is wrong with a query', async () => {
  const run = await plumbline(['query', vault, '--where', 'tag:Nowhere-at-all']);
  expect([run.code, run.stderr.trim()]).toEqual([1, expect.stringContaining('No tag is called “Nowhere-at-all”.')]);
}, 120_000);
