// Saves a whole study at another place from what is in memory and what can still be read: the way out when its own disk fails.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';

import { type Disk, diskError, isAbsent, makeFolder, syncFolder, writeFileDurably } from './disk.ts';
import { parseJournalLine } from './journal-line.ts';
import { readOrNull, snapshotDatabase } from './snapshot.ts';
import type { Vault } from './vault.ts';
import { historyPartName, type VaultFiles, vaultFiles } from './vault-files.ts';

/**
 * Writes the study into a new or empty folder: records and undo steps from memory, transcripts, attachments and history as they lie
 * in the old one. The study itself is not touched. @returns sentences about what could not be read any more.
 * @throws AppError('conflict') when the folder holds anything, AppError('disk').
 */
export async function copyVault(vault: Vault, folder: string, disk: Disk): Promise<string[]> {
  const target = vaultFiles(folder, vault.files.cipher);
  const name = path.basename(folder);
  try {
    await vault.settled();
    const there = await disk.readdir(folder).catch((error: unknown) => {
      if (isAbsent(error)) return [] as string[];
      throw error;
    });
    if (there.length > 0) throw new AppError('conflict', `The folder “${name}” is not empty. Choose another name or an empty folder.`);
    for (const part of [folder, target.history, target.transcripts, target.backups]) await makeFolder(disk, part);
    const keys = vault.files.cipher.encrypted ? await disk.readFile(vault.files.keys) : null;
    if (keys) await writeFileDurably(disk, target.keys, keys);
    const notices = await copyContent(vault, target, disk);
    // Last, so that a copy that was cut short is not taken for a study.
    const database = snapshotDatabase(disk, target);
    database.data = vault.snapshotData();
    await database.write();
    await syncFolder(disk, path.dirname(folder));
    return notices;
  } catch (error) {
    throw diskError(error, `The copy “${name}” could not be saved`, 'The study is as it was. Choose another folder, best on another disk.');
  }
}

async function copyContent(vault: Vault, target: VaultFiles, disk: Disk): Promise<string[]> {
  const { files } = vault;
  const notices: string[] = [];
  for (const part of ['transcripts', 'attachments', 'history'] as const) {
    for (const file of await disk.readdir(files[part]).catch(() => [] as string[])) {
      if (file.endsWith('.tmp')) continue;
      await makeFolder(disk, target[part]);
      const copied = await copyFile(disk, path.join(files[part], file), path.join(target[part], file));
      if (!copied) notices.push(`“${part}/${file}” could not be read and is missing in the copy.`);
    }
  }
  // Where the history begins, and who was deleted for good: without the second an older backup could bring them back.
  for (const file of [files.historyStart, files.tombstones]) await copyFile(disk, file, path.join(target.folder, path.basename(file)));
  for (const source of vault.state.all('sources').values()) {
    const file = vault.transcripts.fileOf(source.id, source.transcript.revision);
    const copied = await readOrNull(disk, path.join(target.transcripts, path.basename(file)));
    if (!copied) notices.push(`The transcript of “${source.title}” is missing in the copy; its snippets keep their words.`);
  }
  if (!(await copyJournal(vault, target, disk)))
    notices.push('In the copy, the latest steps cannot be undone: their entries could not be read.');
  return notices;
}

/** @returns false when it cannot be read. Errors of writing are the caller's. */
async function copyFile(disk: Disk, from: string, to: string): Promise<boolean> {
  const bytes = await disk.readFile(from).catch(() => null);
  if (bytes) await writeFileDurably(disk, to, bytes);
  return bytes !== null;
}

/** The snapshot of the copy holds everything, so the journal goes to its history at once. */
async function copyJournal(vault: Vault, target: VaultFiles, disk: Disk): Promise<boolean> {
  const bytes = await readOrNull(disk, vault.files.journal).catch(() => undefined);
  if (bytes === undefined) return false;
  if (bytes === null || bytes.length === 0) return true;
  const first = parseJournalLine(bytes.subarray(0, bytes.indexOf(0x0a)), vault.files.cipher);
  if (typeof first === 'string') return false;
  // A refused edit may have left its line behind the good ones; the copy ends where the study does.
  let end = 0;
  for (let seq = first.entry.seq; seq <= vault.seq; seq += 1) {
    const next = bytes.indexOf(0x0a, end);
    if (next < 0) return false;
    end = next + 1;
  }
  await writeFileDurably(disk, path.join(target.history, historyPartName(first.entry.seq, vault.seq)), bytes.subarray(0, end));
  return true;
}
