// What is saved when one file after the other is gone, and what is said about it.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { checkFolder } from '#core/services/check';
import { diagnose, repairInto, restoreInto } from '#core/services/recovery-service';
import { nodeDisk } from '#core/vault/disk';
import { formatJournalLine, parseJournalLine } from '#core/vault/journal-line';
import { openVault } from '#core/vault/open-vault';
import { formatSnapshot, parseSnapshot } from '#core/vault/snapshot';
import { vaultFiles } from '#core/vault/vault-files';
import { reportInWords } from '#shared/model/recovery-report';

import { addSource, countedServices, openAgain, temporaryFolder, temporaryVault } from '../../../../builders/temporary-vault.ts';

const services = countedServices();
const tagsOf = (vault: { state: { all(name: 'tags'): ReadonlyMap<string, { name: string }> } }): string[] =>
  [...vault.state.all('tags').values()].map(({ name }) => name).sort();

/** Two checkpoints and a journal after them, as a killed program leaves it. */
async function killedStudy(): Promise<string> {
  const { vault, folder } = await temporaryVault();
  await addSource(vault, 's1', [['Ana', 'Nobody could tell me the price.']], ['Ana']);
  await vault.edit('createTag', { id: 'a', name: 'A' });
  await vault.checkpoint();
  await vault.edit('createTag', { id: 'b', name: 'B' });
  await vault.checkpoint();
  await vault.edit('createTag', { id: 'c', name: 'C' });
  await vault.edit('updateTag', { tagId: 'a', name: 'A, renamed' });
  const copy = path.join(temporaryFolder(), 'killed.plumb');
  cpSync(folder, copy, { recursive: true, filter: (file) => !path.basename(file).startsWith('.lock') });
  return copy;
}

async function repaired(folder: string) {
  const to = path.join(temporaryFolder(), 'new.plumb');
  const before = content(folder);
  const answer = await repairInto(services, folder, to, undefined);
  expect(content(folder)).toBe(before);
  const opened = await openAgain(to);
  return { ...answer, vault: opened.vault };
}

function content(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => `${entry.name} ${readFileSync(path.join(entry.parentPath, entry.name)).toString('base64')}`).join('\n');
}

const SNAPSHOTS = ['vault.json', 'vault.previous.json'];

test('without any snapshot the study is rebuilt from its first change on', async () => {
  const folder = await killedStudy();
  for (const name of SNAPSHOTS) rmSync(path.join(folder, name));
  const { report, sound, vault } = await repaired(folder);
  expect(tagsOf(vault)).toEqual(['A, renamed', 'B', 'C']);
  expect(report).toMatchObject({ base: { file: 'the history' }, goodSeq: 5, lost: [] });
  // The name was never changed, so no change tells it.
  expect(report.records.map(({ what }) => what).join(' ')).toContain('called “killed” now');
  expect(sound).toBe(true);
});

test('without snapshots and first history the newest backup is the beginning', async () => {
  const folder = await killedStudy();
  const backup = path.join(folder, 'backups', '000001-20260101T000000Z-hourly');
  mkdirSync(backup, { recursive: true });
  cpSync(path.join(folder, 'vault.previous.json'), path.join(backup, 'vault.json'));
  for (const name of SNAPSHOTS) writeFileSync(path.join(folder, name), '');
  const [first = ''] = readdirSync(path.join(folder, 'history')).sort();
  rmSync(path.join(folder, 'history', first));
  const { report, vault } = await repaired(folder);
  expect(tagsOf(vault)).toEqual(['A, renamed', 'B', 'C']);
  expect(vault.state.require('study', 'study').name).toBe('Test study');
  expect(report.base?.file).toBe('backups/000001-20260101T000000Z-hourly/vault.json');
});

test('with nothing else left, records are picked out of a damaged snapshot, and the report says that nothing vouches for them', async () => {
  const folder = await killedStudy();
  rmSync(path.join(folder, 'history'), { recursive: true });
  rmSync(path.join(folder, 'vault.previous.json'));
  const file = path.join(folder, 'vault.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"name":"B"', '"name":"X"'));
  const { report, vault } = await repaired(folder);
  expect(report.unverified).toBe(true);
  expect(reportInWords(report)).toContain('check names and words before relying on them');
  // The journal after it is believed on its own checksums.
  expect(tagsOf(vault)).toEqual(['A, renamed', 'C', 'X']);
});

test('a folder of which nothing can be read says so, and nothing is written', async () => {
  const folder = path.join(temporaryFolder(), 'gone.plumb');
  mkdirSync(path.join(folder, 'backups', 'some'), { recursive: true });
  await expect(openVault(folder, countedServices())).rejects.toMatchObject({ code: 'vault-damaged' });
  writeFileSync(path.join(folder, 'journal.ndjson'), Buffer.alloc(4096));
  await expect(openVault(folder, countedServices())).rejects.toMatchObject({ code: 'vault-damaged', details: { recoverable: false } });
  const to = path.join(temporaryFolder(), 'new.plumb');
  await expect(repairInto(services, folder, to, undefined)).rejects.toMatchObject({ code: 'vault-damaged' });
  expect(existsSync(to)).toBe(false);
  expect((await checkFolder(nodeDisk, vaultFiles(folder))).readable).toBe(false);
});

test('a history part that backups still hold closes the gap', async () => {
  const folder = await killedStudy();
  rmSync(path.join(folder, 'vault.json'));
  const second = readdirSync(path.join(folder, 'history')).sort()[1] ?? '';
  const kept = path.join(folder, 'backups', '000001-20260101T000000Z-by-hand', 'history');
  mkdirSync(kept, { recursive: true });
  cpSync(path.join(folder, 'history', second), path.join(kept, second));
  rmSync(path.join(folder, 'history', second));
  const { report, vault } = await repaired(folder);
  expect(report.lost).toEqual([]);
  expect(tagsOf(vault)).toEqual(['A, renamed', 'B', 'C']);
});

test('a change of a wrong form with a checksum that holds is set right by its last good form, and what it names is let go', async () => {
  const folder = await killedStudy();
  const file = path.join(folder, 'vault.json');
  const data = parseSnapshot(readFileSync(file), 'vault.json');
  const source = data.records['sources']?.['s1'] ?? {};
  source['participantId'] = 'nobody';
  (data.records['tags']?.['b'] ?? {})['name'] = 7;
  writeFileSync(file, formatSnapshot(data));
  const check = await checkFolder(nodeDisk, vaultFiles(folder));
  expect(check.problems.map(({ what }) => what).join(' ')).toMatch(/tags\/b does not hold.*sources\/s1: the field “participantId” names/);
  const opened = await openAgain(folder, countedServices(), { acceptDamage: true });
  expect(tagsOf(opened.vault)).toEqual(['A, renamed', 'B', 'C']);
  expect(opened.vault.state.require('sources', 's1').participantId).toBeNull();
  const [place = ''] = readdirSync(path.join(folder, 'quarantine'));
  expect(readFileSync(path.join(folder, 'quarantine', place, 'set-aside.json'), 'utf8')).toContain('"nobody"');
});

test('a line that is whole but holds no change is passed over, and the ones behind it are kept', async () => {
  const folder = await killedStudy();
  const file = path.join(folder, 'journal.ndjson');
  const [first = '', second = ''] = readFileSync(file, 'utf8').split('\n');
  const parsed = parseJournalLine(Buffer.from(first));
  if (typeof parsed === 'string') throw new Error(parsed);
  const poison = formatJournalLine({ ...parsed.entry, changes: 'none' as never }, 'f'.repeat(64)).line;
  writeFileSync(file, Buffer.concat([poison, Buffer.from(`${second}\n`)]));
  const { report, vault } = await repaired(folder);
  expect(tagsOf(vault)).toEqual(['A, renamed', 'B']);
  expect(report.lost).toMatchObject([{ fromSeq: 4, toSeq: 4, label: 'Create tag C' }]);
});

test('what builds on a missing change is left out and named; what does not is kept', async () => {
  const { vault, folder } = await temporaryVault();
  await addSource(vault, 's1', [['Ana', 'Nobody could tell me the price.']], ['Ana']);
  await vault.checkpoint();
  await vault.edit('createTag', { id: 'lost', name: 'Lost' });
  const range = { startTurn: 0, startOffset: 0, endTurn: 0, endOffset: 6 };
  await vault.edit('createSnippet', { sourceId: 's1', range, tagIds: ['lost'] });
  await vault.edit('createTag', { id: 'kept', name: 'Kept' });
  const copy = path.join(temporaryFolder(), 'copy.plumb');
  cpSync(folder, copy, { recursive: true, filter: (file) => !path.basename(file).startsWith('.lock') });
  const journal = path.join(copy, 'journal.ndjson');
  writeFileSync(journal, readFileSync(journal, 'utf8').replace('"Lost"', '"L0st"'));
  const { report, vault: saved, sound } = await repaired(copy);
  expect(tagsOf(saved)).toEqual(['Kept']);
  expect(report).toMatchObject({ goodSeq: 1, keptAfter: 1, lost: [{ fromSeq: 2 }, { fromSeq: 3, label: 'Tag snippet' }] });
  expect(sound).toBe(true);
  // Their undo would refer to changes that are not there any more.
  expect(saved.undoLabel).toBeNull();
});

test('a transcript that is missing, empty or altered is named, the study opens, and its snippets keep their words', async () => {
  const folder = await killedStudy();
  const file = path.join(folder, 'transcripts', 's1.1.json');
  const text = readFileSync(file, 'utf8');
  for (const [how, write] of [
    ['is missing', () => rmSync(file)],
    ['is empty', () => writeFileSync(file, '')],
    ['was altered', () => writeFileSync(file, text.replace('price', 'prize'))],
  ] as const) {
    write();
    const check = await checkFolder(nodeDisk, vaultFiles(folder));
    expect(check.problems.map(({ what }) => what)).toEqual([expect.stringContaining(`“Source s1” ${how}`)]);
  }
  const { report, sound, vault } = await repaired(folder);
  expect(report.transcripts.map(({ what }) => what)).toEqual([expect.stringContaining('Compare it with the original')]);
  expect(sound).toBe(true);
  expect((await vault.turns('s1'))[0]?.text).toContain('prize');
  rmSync(file);
  const opened = await openAgain(folder);
  expect(opened.notices).toEqual([expect.stringContaining('transcripts/s1.1.json')]);
});

test('copies of sync programs are named by check and by the report, and left where they are', async () => {
  const folder = await killedStudy();
  const copies = [
    'vault (conflicted copy).json',
    'journal 2.ndjson',
    'vault.sync-conflict-20260101-120000-ABCDEFG.json',
    'vault-LAPTOP.json',
  ];
  for (const name of copies) cpSync(path.join(folder, name.endsWith('ndjson') ? 'journal.ndjson' : 'vault.json'), path.join(folder, name));
  cpSync(path.join(folder, 'transcripts', 's1.1.json'), path.join(folder, 'transcripts', 's1.1 (1).json'));
  const check = await checkFolder(nodeDisk, vaultFiles(folder));
  expect(check.problems.map(({ file }) => file).sort()).toEqual([...copies, 'transcripts/s1.1 (1).json'].sort());
  expect((await diagnose(services, folder, undefined)).report.conflictCopies).toHaveLength(5);
});

test('a journal that was put back from an older copy is noticed', async () => {
  const folder = await killedStudy();
  const [first = ''] = readdirSync(path.join(folder, 'history')).sort();
  cpSync(path.join(folder, 'history', first), path.join(folder, 'journal.ndjson'));
  await expect(openVault(folder, countedServices())).rejects.toMatchObject({
    code: 'vault-damaged',
    details: { problems: expect.arrayContaining([expect.stringContaining('journal.ndjson is an older copy')]) },
  });
});

test('check works while another program writes, and says so of nothing', async () => {
  const { vault, folder } = await temporaryVault();
  let checks = 0;
  const writing = (async () => {
    for (let edit = 0; edit < 60; edit += 1) {
      await vault.edit('createTag', { name: `Tag ${edit}` });
      if (edit % 10 === 9) await vault.checkpoint();
    }
  })();
  for (let running = true; running;) {
    const report = await checkFolder(nodeDisk, vaultFiles(folder));
    expect(report.problems).toEqual([]);
    checks += 1;
    running = await Promise.race([writing.then(() => false), new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 5))]);
  }
  expect(checks).toBeGreaterThan(1);
});

test('a backup becomes a study of its own', async () => {
  const folder = await killedStudy();
  const backup = path.join(folder, 'backups', '000002-20260102T000000Z-hourly');
  mkdirSync(backup, { recursive: true });
  cpSync(path.join(folder, 'vault.previous.json'), path.join(backup, 'vault.json'));
  writeFileSync(path.join(folder, 'vault.json'), 'x');
  const { backups } = await diagnose(services, folder, undefined);
  expect(backups).toMatchObject([{ name: path.basename(backup), seq: 2 }]);
  const to = path.join(temporaryFolder(), 'restored.plumb');
  expect(await restoreInto(services, folder, path.basename(backup), to, undefined)).toMatchObject({ sound: true, problems: [] });
  const opened = await openAgain(to);
  expect(tagsOf(opened.vault)).toEqual(['A']);
  expect((await opened.vault.turns('s1')).length).toBe(1);
  await expect(restoreInto(services, folder, '../..', `${to}2`, undefined)).rejects.toMatchObject({ code: 'not-found' });
});
