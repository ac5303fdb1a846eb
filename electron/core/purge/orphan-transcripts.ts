// Transcript files that nothing refers to, as an import leaves them that was killed before its step was written.
import path from 'node:path';

import { storedName } from '../backups/backup-manifest.ts';
import { type BackupEntry, type BackupPlace, listBackups, placeFolders } from '../backups/backup-place.ts';
import { readStored } from '../backups/copy-file.ts';
import { type Disk, exists, makeFolder, syncFolder } from '../vault/disk.ts';
import { readSnapshotFile } from '../vault/read-snapshot.ts';
import { parseSnapshot } from '../vault/snapshot.ts';
import type { VaultFiles } from '../vault/vault-files.ts';
import { readPast } from './read-past.ts';

/**
 * The transcript files of a place whose source is in no snapshot, in no kept step of the history, and in no backup from before that history.
 * An empty list whenever any of those cannot be read: what they need is not known then. Reads nothing but names when there are no strays.
 */
export async function orphanTranscripts(disk: Disk, files: VaultFiles, place = placeFolders(files.folder)): Promise<string[]> {
  const names = await disk.readdir(place.transcripts).catch(() => [] as string[]);
  const present = await sourcesInSnapshots(disk, files);
  if (!present) return [];
  const strays = names.filter((name) => !present.ids.has(sourceIdOf(name)));
  if (strays.every((name) => sourceIdOf(name) === '')) return [];
  const past = await readPast(disk, files);
  if (!past.whole || past.lastSeq < present.seq) return [];
  const older = await sourcesInBackups(disk, files, place, past.startSeq);
  if (!older) return [];
  return strays.filter((name) => {
    const id = sourceIdOf(name);
    return id !== '' && !past.sources.has(id) && !older.has(id);
  });
}

/** Empty for a file that is no transcript. */
const sourceIdOf = (name: string): string => /^([A-Za-z0-9_-]+)\.\d+\.json$/.exec(name)?.[1] ?? '';

/** Null when the study has no snapshot that holds, or one that does not. */
async function sourcesInSnapshots(disk: Disk, files: VaultFiles): Promise<{ ids: Set<string>; seq: number } | null> {
  const ids = new Set<string>();
  const snapshots = [
    await readSnapshotFile(disk, files.snapshot, 'vault.json', files.cipher),
    await readSnapshotFile(disk, files.previousSnapshot, 'vault.previous.json', files.cipher),
  ];
  for (const reading of snapshots) {
    if (reading.kind === 'damaged') return null;
    if (reading.kind === 'good') for (const id of Object.keys(reading.data.records['sources'] ?? {})) ids.add(id);
  }
  const [newest] = snapshots;
  return newest?.kind === 'good' ? { ids, seq: newest.data.seq } : null;
}

/** Those in backups of a time that the history no longer reaches back to; null when one of them cannot be read. */
async function sourcesInBackups(disk: Disk, files: VaultFiles, place: BackupPlace, startSeq: number): Promise<Set<string> | null> {
  const ids = new Set<string>();
  for (const entry of await listBackups(disk, place)) {
    if (entry.manifest && entry.manifest.seq >= startSeq) continue;
    const found = await sourcesInBackup(disk, files, entry).catch(() => null);
    if (!found) return null;
    for (const id of found) ids.add(id);
  }
  return ids;
}

async function sourcesInBackup(disk: Disk, { cipher }: VaultFiles, { folder, manifest }: BackupEntry): Promise<string[] | null> {
  const file = manifest?.files.find(({ name }) => name === 'vault.json');
  if (!file || manifest?.files.length !== 1) return null;
  const content = await readStored(disk, path.join(folder, storedName(file)), file);
  return Object.keys(parseSnapshot(await cipher.openFile('snapshot', content), 'vault.json').records['sources'] ?? {});
}

/** Takes them away for good. To be called with the lock held, while nothing is imported. */
export async function removeOrphans(disk: Disk, files: VaultFiles, place = placeFolders(files.folder)): Promise<void> {
  const orphans = await orphanTranscripts(disk, files, place);
  for (const name of orphans) await disk.rm(path.join(place.transcripts, name), { force: true });
  if (orphans.length > 0) await syncFolder(disk, place.transcripts);
}

/**
 * After a program that was killed: removes what its import left, half-written files among it. In a study from which something was put into
 * quarantine the texts are put there too, since that may be the step which names them. Never a reason not to open.
 * @param present sources of the study: without a stray file nothing more is read.
 */
export async function clearInterruptedImport(
  disk: Disk,
  files: VaultFiles,
  present: Pick<ReadonlyMap<string, unknown>, 'has'>,
): Promise<void> {
  const names = await disk.readdir(files.transcripts).catch(() => [] as string[]);
  for (const name of names) {
    if (name.endsWith('.tmp')) await disk.rm(path.join(files.transcripts, name), { force: true }).catch(() => undefined);
  }
  if (names.every((name) => name.endsWith('.tmp') || present.has(sourceIdOf(name)))) return;
  try {
    if (!(await exists(disk, files.quarantine))) return await removeOrphans(disk, files);
    const orphans = await orphanTranscripts(disk, files);
    const aside = path.join(files.quarantine, 'transcripts');
    if (orphans.length > 0) await makeFolder(disk, aside);
    for (const name of orphans) await disk.rename(path.join(files.transcripts, name), path.join(aside, name));
  } catch {
    // They lie there until the next time; `check` names them.
  }
}
