// Backups inside the vault folder: verified copies of everything but the transcripts, which are never rewritten.
import path from 'node:path';

import { type Disk, makeFolder, syncFolder, writeFileDurably } from './disk.ts';
import { readOrNull } from './snapshot.ts';
import type { VaultFiles } from './vault-files.ts';

/**
 * Copies snapshot, journal and history to backups/<time>-<reason>/; each copy is read back. @returns the folder's path.
 * Transcript files are write-once and stay where they are, so a copy of the records is a whole backup.
 */
export async function makeBackup(disk: Disk, files: VaultFiles, now: string, reason: string): Promise<string> {
  const folder = path.join(files.backups, `${now.replace(/[:.]/g, '-')}-${reason}`);
  await makeFolder(disk, path.join(folder, 'history'));
  for (const file of [files.snapshot, files.previousSnapshot, files.journal]) {
    const bytes = await readOrNull(disk, file);
    if (bytes) await writeFileDurably(disk, path.join(folder, path.basename(file)), bytes);
  }
  const parts = await disk.readdir(files.history).catch(() => [] as string[]);
  for (const part of parts) {
    const bytes = await readOrNull(disk, path.join(files.history, part));
    if (bytes) await writeFileDurably(disk, path.join(folder, 'history', part), bytes);
  }
  await syncFolder(disk, files.backups);
  return folder;
}
