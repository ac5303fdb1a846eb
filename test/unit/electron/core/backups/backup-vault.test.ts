// Backups of a real study in real folders: verified, pruned, mirrored, refused when they do not hold, restored into a new study.
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { findBackup, listBackups, placeFolders, secondPlace } from '#core/backups/backup-place';
import { backUp, backUpElsewhere, type BackupServices } from '#core/backups/backup-vault';
import { restoreBackup } from '#core/backups/restore-backup';
import { DEFAULT_BOUNDS } from '#core/backups/retention';
import { verifyBackup } from '#core/backups/verify-backup';
import { type Disk, nodeDisk } from '#core/vault/disk';
import { checkVault } from '#core/services/check';
import type { Vault } from '#core/vault/vault';
import { addSource, countedServices, openAgain, temporaryFolder, temporaryVault } from '#test/builders/temporary-vault';

function services(overrides: Partial<BackupServices> = {}): BackupServices {
  const { now } = countedServices();
  return { disk: nodeDisk, now, bounds: DEFAULT_BOUNDS, verify: (folder, files) => verifyBackup(nodeDisk, folder, files), ...overrides };
}

const ownPlace = (vault: Vault) => placeFolders(vault.files.folder);
const names = async (place: ReturnType<typeof placeFolders>): Promise<string[]> =>
  (await listBackups(nodeDisk, place)).map(({ name }) => name);

async function filledVault() {
  const opened = await temporaryVault();
  await addSource(
    opened.vault,
    'talk',
    [
      ['Ann', 'What happened?'],
      ['Karim', 'The price was too high for us.'],
    ],
    ['Karim'],
  );
  await opened.vault.edit('createTag', { name: 'Price' });
  return opened;
}

describe('making', () => {
  test('a backup is a study: verified, named by number, made once for one state', async () => {
    const { vault } = await filledVault();
    const first = await backUp(vault, 'by-hand', services());
    expect(first).toMatchObject({ fresh: true, entry: { number: 1, manifest: { seq: vault.seq, records: { tags: 1, sources: 1 } } } });
    expect(await backUp(vault, 'hourly', services())).toMatchObject({ fresh: false, entry: { name: first.entry.name } });
    await vault.edit('createTag', { name: 'Time' });
    const second = await backUp(vault, 'hourly', services());
    expect(second.entry.number).toBe(2);
    expect(statSync(second.entry.folder).mode & 0o077).toBe(0);
    expect(statSync(path.join(second.entry.folder, 'vault.json')).nlink).toBe(1);
  });

  test('edits go on while a backup is made', async () => {
    const { vault } = await filledVault();
    const making = backUp(vault, 'hourly', services());
    const edits = Array.from({ length: 20 }, (_, index) => vault.edit('createTag', { name: `Tag ${index}` }));
    await Promise.all(edits);
    const { entry } = await making;
    await verifyBackup(nodeDisk, entry.folder, entry.manifest?.files ?? []);
    expect(vault.state.all('tags').size).toBe(21);
  });

  test('a copy that does not hold gets no name and pushes nothing out', async () => {
    const { vault } = await filledVault();
    await backUp(vault, 'hourly', services());
    await vault.edit('createTag', { name: 'Time' });
    const flipping = services({
      bounds: { hourly: 1, daily: 0, weekly: 0 },
      verify: (folder, files) => {
        const file = path.join(folder, 'vault.json');
        const bytes = readFileSync(file);
        bytes.writeUInt8(bytes.readUInt8(300) ^ 1, 300);
        writeFileSync(file, bytes);
        return verifyBackup(nodeDisk, folder, files);
      },
    });
    await expect(backUp(vault, 'hourly', flipping)).rejects.toMatchObject({ code: 'vault-damaged' });
    expect(readdirSync(vault.files.backups)).toHaveLength(1);
  });

  test('a full disk in the middle leaves no half of a backup', async () => {
    const { vault } = await filledVault();
    await vault.checkpoint();
    const full: Disk = {
      ...nodeDisk,
      rename: (from, to) =>
        String(from).includes('.making') ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) : nodeDisk.rename(from, to),
    };
    await expect(backUp(vault, 'hourly', services({ disk: full }))).rejects.toThrow(/disk is full.*earlier backups are untouched/);
    expect(readdirSync(vault.files.backups)).toEqual([]);
  });

  test('large files lie compressed and are read back as they were', async () => {
    const { vault, folder } = await filledVault();
    const memo = 'a memo about prices '.repeat(4000);
    for (let index = 0; index < 15; index += 1) await vault.edit('addMemo', { title: `Memo ${index}`, text: memo });
    const { entry } = await backUp(vault, 'hourly', services());
    const [file] = entry.manifest?.files ?? [];
    expect(file).toMatchObject({ stored: 'gzip' });
    expect(file?.storedBytes).toBeLessThan((file?.bytes ?? 0) / 5);
    const to = path.join(path.dirname(folder), 'restored.plumb');
    await restoreBackup(nodeDisk, ownPlace(vault), entry, vault.files, to);
    expect(readFileSync(path.join(to, 'vault.json'))).toEqual(readFileSync(vault.files.snapshot));
    const gzip = path.join(entry.folder, 'vault.json.gz');
    writeFileSync(gzip, readFileSync(gzip).subarray(0, 500));
    await expect(verifyBackup(nodeDisk, entry.folder, entry.manifest?.files ?? [])).rejects.toMatchObject({ code: 'vault-damaged' });
  });

  test('a big step is preceded by a backup of what was', async () => {
    const { vault } = await filledVault();
    vault.beforeBulk = (reason) => backUp(vault, reason, services()).then(() => undefined);
    const rows = Array.from({ length: 2 }, (_, index) => ({ sourceId: 'talk', quote: ['price', 'high'][index] ?? '', tags: ['a', 'b'] }));
    await vault.edit('importQuotes', { rows });
    expect(await names(ownPlace(vault))).toEqual([]);
    const many = Array.from({ length: 600 }, (_, index) => ({ sourceId: 'talk', quote: 'price', tags: [`tag ${index}`] }));
    const before = vault.seq;
    await vault.edit('importQuotes', { rows: many });
    const [made] = await listBackups(nodeDisk, ownPlace(vault));
    expect(made?.manifest).toMatchObject({ reason: 'before-import', seq: before });
    const { seq } = vault;
    const tagIds = [...vault.state.all('tags').keys()];
    await vault.edit('deleteTags', { tagIds });
    expect((await listBackups(nodeDisk, ownPlace(vault))).at(-1)?.manifest).toMatchObject({ reason: 'before-delete', seq });
    expect(vault.state.all('tags').size).toBe(0);
  });
});

describe('a second folder', () => {
  test('gets backups, transcripts and history, only what is new, and restores without the study', async () => {
    const { vault, folder } = await filledVault();
    const second = temporaryFolder();
    const use = services();
    const place = secondPlace(second, vault.id, folder);
    await backUp(vault, 'hourly', use);
    await backUpElsewhere(vault, second, use);
    const transcript = path.join(place.transcripts, 'talk.1.json');
    const written = statSync(transcript).mtimeMs;
    await addSource(vault, 'more', [['Bo', 'Support never answered.']], ['Bo']);
    await backUp(vault, 'hourly', use);
    await backUpElsewhere(vault, second, use);
    expect(statSync(transcript).mtimeMs).toBe(written);
    expect(readdirSync(place.transcripts).sort()).toEqual(['more.1.json', 'talk.1.json']);
    expect(await names(place)).toEqual(await names(ownPlace(vault)));
    const state = JSON.stringify(vault.state.toRecords());
    await vault.close();
    rmSync(folder, { recursive: true });
    const to = path.join(path.dirname(folder), 'again.plumb');
    const entry = findBackup(await listBackups(nodeDisk, place), 'latest');
    if (!entry) throw new Error('no backup');
    await restoreBackup(nodeDisk, place, entry, null, to);
    const restored = await openAgain(to);
    expect(JSON.stringify(restored.vault.state.toRecords())).toBe(state);
    expect(restored.vault.undoLabel).toContain('Import');
    await restored.vault.undo();
    expect(await checkVault(nodeDisk, restored.vault)).toMatchObject({ ok: true });
  });

  test('that is not there is said, and the study’s own backup stands', async () => {
    const { vault } = await filledVault();
    await backUp(vault, 'hourly', services());
    await expect(backUpElsewhere(vault, path.join(temporaryFolder(), 'unplugged'), services())).rejects.toThrow(/is not there/);
    expect(await names(ownPlace(vault))).toHaveLength(1);
  });
});

describe('restoring', () => {
  test('refuses a folder that holds something, and a backup that was changed', async () => {
    const { vault, folder } = await filledVault();
    const { entry } = await backUp(vault, 'hourly', services());
    await expect(restoreBackup(nodeDisk, ownPlace(vault), entry, vault.files, folder)).rejects.toMatchObject({ code: 'conflict' });
    const to = path.join(path.dirname(folder), 'new.plumb');
    const kept = path.join(path.dirname(folder), 'kept');
    cpSync(entry.folder, kept, { recursive: true });
    appendFileSync(path.join(entry.folder, 'vault.json'), ' ');
    await expect(restoreBackup(nodeDisk, ownPlace(vault), entry, vault.files, to)).rejects.toMatchObject({ code: 'vault-damaged' });
    expect(existsSync(to)).toBe(false);
    expect(existsSync(`${to}.restoring`)).toBe(false);
    rmSync(entry.folder, { recursive: true });
    renameSync(kept, entry.folder);
    await restoreBackup(nodeDisk, ownPlace(vault), entry, vault.files, to);
    expect(existsSync(path.join(to, 'vault.json'))).toBe(true);
  });

  test('an earlier state comes back with the history up to it', async () => {
    const { vault, folder } = await filledVault();
    const { entry } = await backUp(vault, 'hourly', services());
    await vault.edit('createTag', { name: 'Later' });
    await vault.checkpoint();
    const to = path.join(path.dirname(folder), 'earlier.plumb');
    await restoreBackup(nodeDisk, ownPlace(vault), entry, vault.files, to);
    const restored = await openAgain(to);
    expect([...restored.vault.state.all('tags').values()].map(({ name }) => name)).toEqual(['Price']);
    expect(await checkVault(nodeDisk, restored.vault)).toMatchObject({ ok: true, problems: [] });
    await restored.vault.edit('createTag', { name: 'Another way' });
    expect((await restored.reopen()).vault.state.all('tags').size).toBe(2);
  });
});
