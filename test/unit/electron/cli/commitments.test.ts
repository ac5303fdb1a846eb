// Commitments and forecasts on the command line; a sealed one that was changed by hand in either file is reported by `check`.
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { beforeAll, expect, it } from 'vitest';

import { plainContent } from '#core/vault/crypto/content-cipher';
import { lineOf, nextChain, parseJournalLine } from '#core/vault/journal-line';
import { formatSnapshot, parseSnapshot } from '#core/vault/snapshot';
import { temporaryVault } from '#test/builders/temporary-vault';
import { plumbline } from '#test/builders/plumbline-cli';

let vault = '';
const id = 'the-ranges-pilot';

const apply = (edits: readonly [string, unknown][]) =>
  plumbline(['apply', vault, '--json'], edits.map(([edit, input]) => `${JSON.stringify({ edit, input })}\n`).join(''));

beforeAll(async () => {
  vault = path.join(mkdtempSync(path.join(os.tmpdir(), 'plumbline-commitments-')), 'study');
  await plumbline(['create', vault, '--name', 'Pricing']);
  const terms = { statement: 'they dropped us for lack of a price', atLeast: 5, of: 8, owner: 'Dana', action: 'run the pilot' };
  const run = await apply([
    ['addCommitment', { id, ...terms, dueOn: '2026-07-15' }],
    ['giveForecast', { commitmentId: id, person: 'Omar', probability: 70 }],
    ['signCommitment', { commitmentId: id, name: 'Dana' }],
    ['sealCommitments', { commitmentIds: [id] }],
  ]);
  if (run.code !== 0) throw new Error(run.stderr);
}, 120_000);

it('tells what was agreed, its seal, and who was how sure once that is revealed', async () => {
  const [told] = (await plumbline(['commitments', vault, '--json'])).lines;
  expect(told).toMatchObject({ commitmentId: id, seal: 'sealed', sealProblem: null, state: 'not linked', heard: 0, outcome: 'open' });
  expect((await plumbline(['commitments', vault])).stdout).toContain('sealed');
  expect((await plumbline(['forecasts', vault, '--json'])).lines[0]).toMatchObject({ person: 'Omar', probability: null, happened: null });
  expect((await apply([['revealForecasts', { commitmentId: id }]])).code).toBe(0);
  expect((await plumbline(['forecasts', vault, '--json'])).lines).toMatchObject([
    { kind: 'forecast', probability: 70 },
    { kind: 'score', person: 'Omar', brier: null, missing: 10 },
  ]);
  expect((await plumbline(['check', vault])).code).toBe(0);
}, 120_000);

const SEAL = expect.stringContaining('was changed outside of Plumbline, and its seal does not fit') as unknown;

async function problemsOf(folder: string): Promise<unknown[]> {
  const { code, lines } = await plumbline(['check', folder, '--json']);
  expect(code).toBe(1);
  return ((lines[0] as { problems: { what: string }[] }).problems ?? []).map(({ what }) => what);
}

it('reports terms changed by hand in the journal, its checksum and chain made to fit', async () => {
  const open = await temporaryVault();
  await open.vault.edit('addCommitment', {
    id,
    statement: 'they need a number',
    atLeast: 5,
    owner: 'Dana',
    action: 'pilot',
    dueOn: '2026-07-15',
  });
  await open.vault.edit('signCommitment', { commitmentId: id, name: 'Dana' });
  await open.vault.edit('sealCommitments', { commitmentIds: [id] });
  await open.vault.settled();
  // As a program leaves it that was killed: everything is in the journal.
  const copy = `${vault}-journal`;
  cpSync(open.folder, copy, { recursive: true });
  await open.vault.close();
  const file = path.join(copy, 'journal.ndjson');
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const at = lines.findIndex((line) => line.includes('sealCommitments'));
  let chain = (JSON.parse(lines[at - 1] ?? '{}') as { chain: string }).chain;
  const altered = lines.map((line, index) => {
    if (index < at) return line;
    const parsed = parseJournalLine(Buffer.from(line));
    if (typeof parsed === 'string') throw new Error(parsed);
    const json = Buffer.from(JSON.stringify(parsed.entry).replaceAll('"atLeast":5', '"atLeast":8'));
    chain = nextChain(chain, json);
    return lineOf(json, chain, plainContent).toString('utf8').trimEnd();
  });
  writeFileSync(file, `${altered.join('\n')}\n`);
  expect(await problemsOf(copy)).toContainEqual(SEAL);
}, 120_000);

it('reports terms changed by hand in vault.json, its checksum made to fit', async () => {
  const copy = `${vault}-snapshot`;
  cpSync(vault, copy, { recursive: true });
  // A restored backup begins with a snapshot that holds everything.
  expect((await plumbline(['backup', copy])).code).toBe(0);
  const file = path.join(copy, 'vault.json');
  const data = parseSnapshot(readFileSync(file), 'vault.json');
  const commitment = data.records['commitments']?.[id] as { owner: string } | undefined;
  expect(commitment?.owner).toBe('Dana');
  if (commitment) commitment.owner = 'Nobody in particular';
  writeFileSync(file, formatSnapshot(data));
  expect(await problemsOf(copy)).toContainEqual(SEAL);
}, 120_000);
