// A damaged history: what still verifies is kept, what is lost is named, and nothing is called missing that is there.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { checkFolder } from '#core/services/check';
import { diagnose, repairInto } from '#core/services/recovery-service';
import { type Disk, nodeDisk } from '#core/vault/disk';
import { vaultFiles } from '#core/vault/vault-files';
import { reportInWords } from '#shared/model/recovery-report';

import { addSource, countedServices, openAgain, temporaryFolder, temporaryVault } from '../../../../builders/temporary-vault.ts';

const services = countedServices();

/** Two parts of six changes each; all of it is in the snapshot. */
async function studyWithHistory(): Promise<{ folder: string; parts: string[] }> {
  const { vault, folder } = await temporaryVault();
  await addSource(vault, 's1', [['Ana', 'Nobody could tell me the price.']], ['Ana']);
  for (const name of ['A', 'B', 'C', 'D', 'E']) await vault.edit('createTag', { id: name.toLowerCase(), name });
  await vault.checkpoint();
  for (const name of ['F', 'G', 'H', 'I', 'J', 'K']) await vault.edit('createTag', { id: name.toLowerCase(), name });
  await vault.close();
  const copy = path.join(temporaryFolder(), 'kept.plumb');
  cpSync(folder, copy, { recursive: true });
  const parts = readdirSync(path.join(copy, 'history')).sort();
  expect(parts).toHaveLength(2);
  return { folder: copy, parts: parts.map((name) => path.join(copy, 'history', name)) };
}

/** Flips one bit in the name of a line's edit, or in its chain hash. */
function flip(file: string, line: number, place: 'entry' | 'chain'): void {
  const lines = readFileSync(file, 'latin1').split('\n');
  const text = lines[line] ?? '';
  const at = text.indexOf(place === 'entry' ? '"label"' : '"chain"') + 10;
  lines[line] = `${text.slice(0, at)}${String.fromCharCode(text.charCodeAt(at) ^ 1)}${text.slice(at + 1)}`;
  writeFileSync(file, lines.join('\n'), 'latin1');
}

async function repaired(folder: string) {
  const to = path.join(temporaryFolder(), 'new.plumb');
  const answer = await repairInto(services, folder, to, undefined);
  return { ...answer, to };
}

test.each([
  { place: 'entry', until: 2 },
  // The line behind it can no longer be proven to follow; it is believed.
  { place: 'chain', until: 3 },
] as const)('a flipped bit in the $place of one line costs that line and those before it, and is named', async ({ place, until }) => {
  const { folder, parts } = await studyWithHistory();
  flip(parts[0] ?? '', 1, place);
  const { report, to, sound } = await repaired(folder);
  expect(sound).toBe(true);
  expect(report).toMatchObject({ goodSeq: 12, lost: [], records: [] });
  expect(report.findings.map(({ file, line, what }) => [file, line, what])).toEqual([
    [
      expect.stringMatching(/^history\//),
      2,
      expect.stringMatching(new RegExp(`checksum does not match.*steps up to change ${until} can no longer be looked back at`)),
    ],
  ]);
  expect(reportInWords(report)).toContain(`the steps up to change ${until} can no longer be looked back at or undone`);
  expect(reportInWords(report)).not.toContain('Nothing of your work is known to be missing');
  const check = await checkFolder(nodeDisk, vaultFiles(to));
  expect(check.ok).toBe(true);
  const kept = readdirSync(path.join(to, 'history')).map(
    (name) =>
      readFileSync(path.join(to, 'history', name), 'utf8')
        .trim()
        .split('\n').length,
  );
  expect(kept).toEqual([6 - until, 6]);
  // The part as it was found lies beside the report.
  const [quarantine = ''] = readdirSync(path.join(to, 'quarantine'));
  const aside = path.join(to, 'quarantine', quarantine, 'history', path.basename(parts[0] ?? ''));
  expect(readFileSync(aside)).toEqual(readFileSync(parts[0] ?? ''));
  // Undo goes back as far as the history does.
  const { vault } = await openAgain(to);
  for (let step = 12; step > until; step -= 1) await vault.undo();
  await expect(vault.undo()).rejects.toMatchObject({ code: 'conflict' });
  expect(vault.state.all('tags').size).toBe(until - 1);
});

test('a part in the middle that is gone costs what lies before it, and the part behind stays as it was', async () => {
  const { folder, parts } = await studyWithHistory();
  rmSync(parts[0] ?? '');
  const { report, to, sound } = await repaired(folder);
  expect(sound).toBe(true);
  expect(report.findings.map(({ what }) => what).join(' ')).toMatch(/changes 1 to 6 are missing.*up to change 7 /);
  expect(readdirSync(path.join(to, 'history'))).toHaveLength(1);
  expect((await checkFolder(nodeDisk, vaultFiles(to))).ok).toBe(true);
});

test('with both snapshots gone and a backup left, nothing is called missing that is there', async () => {
  const { folder } = await studyWithHistory();
  const backup = path.join(folder, 'backups', '000001-20260101T000000Z-hourly');
  mkdirSync(backup, { recursive: true });
  cpSync(path.join(folder, 'vault.json'), path.join(backup, 'vault.json'));
  for (const name of ['vault.json', 'vault.previous.json']) rmSync(path.join(folder, name));
  const { report, sound } = await repaired(folder);
  expect(sound).toBe(true);
  expect(report).toMatchObject({ goodSeq: 12, lost: [], records: [] });
});

test('a missing transcript is not called nothing', async () => {
  const { folder } = await studyWithHistory();
  rmSync(path.join(folder, 'transcripts', 's1.1.json'));
  const { report } = await diagnose(services, folder, undefined);
  expect(reportInWords(report)).toContain('Every change of your work is saved, but one transcript is missing or altered.');
  expect(reportInWords(report)).not.toContain('Nothing of your work');
});

test('a repair onto a full disk leaves nothing behind', async () => {
  const { folder } = await studyWithHistory();
  let files = 0;
  const open: Disk['open'] = async (file, flags, mode) => {
    if (flags === 'wx' && (files += 1) > 3) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    return nodeDisk.open(file, flags, mode);
  };
  const full = { ...services, disk: { ...nodeDisk, open } };
  const to = path.join(temporaryFolder(), 'new.plumb');
  await expect(repairInto(full, folder, to, undefined)).rejects.toThrow(/the disk is full.*The damaged one was not touched/);
  expect(existsSync(to)).toBe(false);
  const empty = temporaryFolder();
  await expect(repairInto(full, folder, empty, undefined)).rejects.toMatchObject({ code: 'disk' });
  expect(readdirSync(empty)).toEqual([]);
});

test('a line of the journal that stands there twice is taken out at opening, and said', async () => {
  const { vault, folder } = await temporaryVault();
  for (const name of ['A', 'B', 'C']) await vault.edit('createTag', { name });
  const copy = path.join(temporaryFolder(), 'killed.plumb');
  cpSync(folder, copy, { recursive: true, filter: (file) => !path.basename(file).startsWith('.lock') });
  const journal = path.join(copy, 'journal.ndjson');
  const lines = readFileSync(journal, 'utf8').trimEnd().split('\n');
  const before = lines.length;
  lines.splice(2, 0, lines[1] ?? '');
  writeFileSync(journal, `${lines.join('\n')}\n`);
  const opened = await openAgain(copy);
  expect(opened.notices.join(' ')).toContain('A change stood in journal.ndjson twice, word for word (from line 3 on)');
  expect(readFileSync(journal, 'utf8').trimEnd().split('\n')).toHaveLength(before);
  await opened.vault.edit('createTag', { name: 'D' });
  await opened.vault.close();
  expect(await checkFolder(nodeDisk, vaultFiles(copy))).toMatchObject({ ok: true, problems: [] });
});

test('a block of a part that stands there twice is kept once', async () => {
  const { folder, parts } = await studyWithHistory();
  const [, second = ''] = parts;
  const lines = readFileSync(second, 'latin1').split(/(?<=\n)/);
  const at = (line: number): number => lines.slice(0, line).join('').length + 8;
  const text = lines.join('');
  writeFileSync(second, `${text.slice(0, at(3))}${text.slice(at(1), at(3))}${text.slice(at(3))}`, 'latin1');
  const { to, sound } = await repaired(folder);
  expect((await checkFolder(nodeDisk, vaultFiles(to))).problems).toEqual([]);
  expect(sound).toBe(true);
});
