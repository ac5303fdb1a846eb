// A package with pseudonyms names nobody in any of its files, keeps every snippet and coding in its place, and comes back into a sound study.
import path from 'node:path';

import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';

import { exportProject } from '#core/exchange/export-project';
import { commitProject, planProject } from '#core/exchange/import-project';
import { readExchange } from '#core/exchange/read-exchange';
import { checkVault } from '#core/services/check';
import { fillSampleStudy } from '#core/services/sample-study';
import { nodeDisk } from '#core/vault/disk';
import type { Vault } from '#core/vault/vault';
import { createNameMask } from '#shared/domain/readout/name-mask';
import { findInFiles, formsOf } from '#test/builders/canaries';
import { plumbline } from '#test/builders/plumbline-cli';
import { addSource, temporaryFolder, temporaryVault } from '#test/builders/temporary-vault';
import { refiFaults } from '#test/builders/validate-refi';

const NOW = '2026-02-03T04:05:06.000Z';
const RESOURCES = path.resolve(import.meta.dirname, '../../../../../resources/sample-study');

/** Everything in the package as one text. */
const textIn = (bytes: Uint8Array): string =>
  Object.values(unzipSync(bytes))
    .map((part) => Buffer.from(part).toString('utf8'))
    .join('\n');

async function importInto(vault: Vault, bytes: Uint8Array): Promise<void> {
  let ids = 0;
  const context = { newId: () => `new${(ids += 1)}`, now: NOW, by: 'importer' };
  await commitProject(vault, planProject('study.qdpx', await readExchange('study.qdpx', bytes), vault.state, context).plan);
}

test('the sample study with pseudonyms: no name in any file, valid, every coding kept, and sound when it comes back', async () => {
  const { vault } = await temporaryVault();
  let ids = 0;
  await fillSampleStudy(vault, RESOURCES, () => `s${(ids += 1)}`);
  const before = JSON.stringify(vault.state.toRecords());
  const { find } = createNameMask(vault.state);
  const plain = await exportProject(vault, 'qdpx', NOW);
  const masked = await exportProject(vault, 'qdpx', NOW, { names: 'pseudonyms' });
  const names = [...vault.state.all('participants').values()].map(({ name }) => name).filter((name) => name !== '');
  expect(names.length).toBeGreaterThan(5);
  expect(names.some((name) => textIn(plain.bytes).includes(name))).toBe(true);
  for (const [file, part] of Object.entries(unzipSync(masked.bytes))) {
    const content = Buffer.from(part);
    for (const name of names) for (const form of formsOf(name)) expect(content.includes(form), `${name} in ${file}`).toBe(false);
    if (file.endsWith('.txt')) expect(find(content.toString('utf8')), file).toEqual([]);
  }
  const xml = Buffer.from(unzipSync(masked.bytes)['project.qde'] ?? []).toString('utf8');
  expect((await refiFaults('project', xml)) ?? []).toEqual([]);
  expect(masked.report.brings).toEqual(plain.report.brings);
  expect(masked.report.changes.join(' ')).toContain('Participants appear under their pseudonyms');
  expect(masked.report.changes.join(' ')).not.toContain('real names');
  // The study that it was made from is as it was.
  expect(JSON.stringify(vault.state.toRecords())).toBe(before);
  const { vault: back } = await temporaryVault();
  await importInto(back, masked.bytes);
  expect(await checkVault(nodeDisk, back)).toMatchObject({ ok: true, problems: [] });
  const codings = ({ state }: Vault): string[] =>
    [...state.all('taggings').values()].map(({ snippetId, tagId }) => `${snippetId} ${tagId}`);
  expect(codings(back).sort()).toEqual(codings(vault).sort());
  for (const participant of back.state.all('participants').values()) {
    expect(participant.name).toBe('');
    expect(vault.state.require('participants', participant.id).pseudonym).toBe(participant.pseudonym);
  }
  const { mask } = createNameMask(vault.state);
  for (const snippet of back.state.all('snippets').values())
    expect(snippet.quote).toBe(mask(vault.state.require('snippets', snippet.id).quote));
}, 120_000);

test('a snippet that begins inside of a name takes the whole pseudonym, and a codebook that names somebody does not', async () => {
  const { vault } = await temporaryVault();
  await addSource(
    vault,
    's1',
    [
      ['Ann', 'So, Zebedee Quibble, how was it?'],
      ['Zebedee Quibble', 'Zebedee Quibble was fine.'],
    ],
    ['Zebedee Quibble'],
  );
  const pseudonym = [...vault.state.all('participants').values()].find(({ name }) => name === 'Zebedee Quibble')?.pseudonym;
  const { result } = await vault.edit('createTag', { name: 'As Zebedee Quibble said' });
  const range = { startTurn: 0, startOffset: 6, endTurn: 0, endOffset: 24 };
  await vault.edit('createSnippet', { sourceId: 's1', range, tagIds: [String(result['tagId'])], note: 'Zebedee Quibble again' });
  const { bytes } = await exportProject(vault, 'qdpx', NOW, { names: 'pseudonyms' });
  expect(textIn(bytes)).not.toMatch(/Zebedee|Quibble/);
  const { vault: back } = await temporaryVault();
  await importInto(back, bytes);
  const [snippet] = [...back.state.all('snippets').values()];
  expect(snippet?.quote).toBe(`${pseudonym}, how`);
  expect(await checkVault(nodeDisk, back)).toMatchObject({ ok: true, problems: [] });
  const codebook = await exportProject(vault, 'qdc', NOW, { names: 'pseudonyms' });
  expect(Buffer.from(codebook.bytes).toString('utf8')).toContain(`As ${pseudonym} said`);
});

test('the command line writes it, and says how many interviews and snippets stay out', async () => {
  const { vault, folder } = await temporaryVault();
  const { participantId } = (await vault.edit('addParticipant', { name: 'Zebedee', pseudonym: 'P07' })).result as { participantId: string };
  await addSource(
    vault,
    's1',
    [
      ['Ann', 'And you?'],
      ['Zebedee', 'It was fine.'],
      ['Karim', 'Zebedee is right.'],
    ],
    ['Zebedee', 'Karim'],
  );
  await addSource(vault, 's2', [['Karim', 'I told Zebedee so.']], ['Karim']);
  await vault.edit('mapSpeakers', { sourceId: 's1', speakers: [{ label: 'Zebedee', role: 'participant', participantId }] });
  const mark = (sourceId: string, turn: number, end: number) =>
    vault.edit('createSnippet', { sourceId, range: { startTurn: turn, startOffset: 0, endTurn: turn, endOffset: end } });
  await mark('s1', 1, 6);
  await mark('s1', 2, 7);
  await mark('s2', 0, 6);
  await vault.close();
  const file = path.join(temporaryFolder(), 'study.qdpx');
  const args = ['export', folder, '--format', 'qdpx', '--out', file, '--json', '--pseudonyms'];
  expect((await plumbline(args)).lines[0]).toMatchObject({
    ok: true,
    leftOut: { interviews: 0, ofInterviews: 2, snippets: 0, ofSnippets: 3 },
  });
  const consent = { status: 'withdrawn', scope: 'team', givenOn: null, expiresOn: null, note: '' };
  await plumbline(['apply', folder], `${JSON.stringify({ edit: 'recordConsent', input: { participantId, consent } })}\n`);
  const run = await plumbline(args);
  expect(run.lines[0]).toMatchObject({ leftOut: { interviews: 1, ofInterviews: 2, snippets: 2, ofSnippets: 3, blockedSnippets: 1 } });
  expect(run.stderr).toContain(
    '1 of 2 interviews stays out for want of consent, and with it 2 of 3 snippets, 1 of them of others in the same interviews.',
  );
  // Somebody whose interview stays out is not named in the others either.
  expect(findInFiles([path.dirname(file)], ['Zebedee'])).toEqual([]);
  const pack = await plumbline(['pack', folder, '--out', path.join(temporaryFolder(), 'pack.plumb'), '--json']);
  expect(pack.stderr).toContain('1 of 2 interviews stays out for want of consent, and with it 2 of 3 snippets');
  expect(pack.lines[0]).toMatchObject({ sources: 1, leftOutCounts: { interviews: 1, snippets: 2 } });
});
