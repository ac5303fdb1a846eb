// Takes the backups in a study's own folder along when it is encrypted or decrypted: none stays that opens otherwise than the study.
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import { convertJournal } from '../vault/convert-journal.ts';
import type { ContentCipher } from '../vault/crypto/content-cipher.ts';
import { type Disk, makeFolder, syncFolder, writeFileDurably } from '../vault/disk.ts';
import { writeSealedJson } from '../vault/sealed-json.ts';
import type { VaultFiles } from '../vault/vault-files.ts';
import { BACKUP_FORMAT, type BackupFile, storedName } from './backup-manifest.ts';
import { type BackupEntry, type BackupPlace, listBackups, placeFolders } from './backup-place.ts';
import { readStored, sha256Of } from './copy-file.ts';
import { PLAIN_UP_TO, STAGING } from './make-backup.ts';

const compressed = promisify(gzip);

/** Name under which the old form waits for its removal. */
const OLD = '.converted';

/**
 * Converts every backup that holds; one that does not, and whatever else lies there, is removed. Can be stopped and begun anew at any point.
 * @param from opens both forms. @throws the operating system's error.
 */
export async function convertBackups(
  disk: Disk,
  files: VaultFiles,
  from: ContentCipher,
  to: ContentCipher,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const place = placeFolders(files.folder);
  const entries = await listBackups(disk, place);
  const known = new Set(entries.map(({ name }) => name));
  for (const name of await disk.readdir(place.backups).catch(() => [] as string[])) {
    if (!known.has(name)) await disk.rm(path.join(place.backups, name), { recursive: true, force: true });
  }
  for (const [done, entry] of entries.entries()) {
    progress(done, entries.length);
    await convertBackup(disk, place, entry, from, to);
  }
  if (entries.length > 0) await syncFolder(disk, place.backups);
}

async function convertBackup(disk: Disk, place: BackupPlace, entry: BackupEntry, from: ContentCipher, to: ContentCipher): Promise<void> {
  const staging = path.join(place.backups, STAGING);
  await disk.rm(staging, { recursive: true, force: true });
  const converted = await contentsOf(disk, entry, from, to).catch((error: unknown) => {
    if (isOfSystem(error)) throw error;
    return null;
  });
  if (!entry.manifest || !converted) {
    await disk.rm(entry.folder, { recursive: true, force: true });
    return;
  }
  for (const { file, stored } of converted) {
    const target = path.join(staging, storedName(file));
    await makeFolder(disk, path.dirname(target));
    // Read back and compared before it counts.
    await writeFileDurably(disk, target, stored);
  }
  const manifest = { ...entry.manifest, files: converted.map(({ file }) => file) };
  await writeSealedJson(disk, path.join(staging, 'backup.json'), BACKUP_FORMAT, manifest);
  const old = path.join(place.backups, OLD);
  await disk.rename(entry.folder, old);
  await disk.rename(staging, entry.folder);
  await disk.rm(old, { recursive: true, force: true });
}

/** The files of a backup in their other form. @throws AppError('vault-damaged') when one does not hold. */
async function contentsOf(
  disk: Disk,
  { folder, manifest }: BackupEntry,
  from: ContentCipher,
  to: ContentCipher,
): Promise<{ file: BackupFile; stored: Buffer }[]> {
  const contents: { file: BackupFile; stored: Buffer }[] = [];
  for (const file of manifest?.files ?? []) {
    const content = await readStored(disk, path.join(folder, storedName(file)), file);
    const bytes = file.name.endsWith('.ndjson')
      ? convertJournal(content, file.name, from, to)
      : await to.sealFile('snapshot', await from.openFile('snapshot', content));
    const packed = !to.encrypted && bytes.length > PLAIN_UP_TO;
    const stored = packed ? await compressed(bytes, { level: 4 }) : bytes;
    const form = { stored: packed ? 'gzip' : 'plain', bytes: bytes.length, sha256: sha256Of(bytes), storedBytes: stored.length } as const;
    contents.push({ file: { name: file.name, ...form }, stored });
  }
  return contents;
}

/** A file that cannot be read at the moment, unlike one that does not hold. */
const isOfSystem = (error: unknown): boolean => typeof (error as { syscall?: unknown }).syscall === 'string' && !isGone(error);

const isGone = (error: unknown): boolean => (error as { code?: unknown }).code === 'ENOENT';
