// Encrypting a study that was not, and the way back: file after file, each readable at every moment.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';

import { emptyOtherPlaces } from '../backups/backup-place.ts';
import { convertBackups } from '../backups/convert-backups.ts';
import { convertJournal } from './convert-journal.ts';
import { type ContentCipher, type ContentName, plainContent } from './crypto/content-cipher.ts';
import { type Disk, diskError, exists, syncFolder, writeFileDurably } from './disk.ts';
import { readOrNull } from './snapshot.ts';
import type { VaultFiles } from './vault-files.ts';
import { type Conversion, openingBoth, removeKeyFile, requireBegunFrom, writeKeyFile } from './vault-keys.ts';

/** Told before each file: how many are done, and of how many. */
export type ConversionProgress = (done: number, total: number) => void;

/**
 * Rewrites every file of a study that is closed and locked by the caller. The key file says `encrypting` or `decrypting` until all are done:
 * a conversion that was interrupted goes on when it is asked for again, files of both kinds open meanwhile.
 * Backups in the study's own folder are converted too, as far as they hold. Those in other folders are removed, for they would still show
 * everything or open nowhere; the next backup is copied there anew.
 * @param conversion from conversionOf. @param cipher of the key file. @throws AppError('vault-damaged') naming the file that does not open, AppError('disk').
 */
export async function convertVault(
  disk: Disk,
  files: VaultFiles,
  conversion: Conversion,
  cipher: ContentCipher,
  progress: ConversionProgress = () => undefined,
): Promise<void> {
  try {
    await convertFiles(disk, files, conversion, cipher, progress);
  } catch (error) {
    throw diskError(
      error,
      'The study could not be converted',
      'Nothing of it is lost: opening it with its passphrase goes on where this stopped.',
    );
  }
}

async function convertFiles(
  disk: Disk,
  files: VaultFiles,
  { during, after }: Conversion,
  cipher: ContentCipher,
  progress: ConversionProgress,
): Promise<void> {
  if (await exists(disk, files.purge)) {
    throw new AppError(
      'conflict',
      'A participant is still being deleted. Open the study once to finish that, then try again. Nothing was changed.',
    );
  }
  await requireBegunFrom(disk, files, during);
  await writeKeyFile(disk, files, during);
  const from = openingBoth(cipher);
  const to = after ? cipher : plainContent;
  await removeHalfWritten(disk, files.folder);
  const work = await contentFiles(disk, files);
  for (const [done, { file, name }] of work.entries()) {
    progress(done, work.length);
    const bytes = await readOrNull(disk, file);
    if (!bytes) continue;
    const converted =
      name === 'journal' ? convertJournal(bytes, file, from, to) : await to.sealFile(name, await from.openFile(name, bytes));
    await writeFileDurably(disk, file, converted);
  }
  await convertBackups(disk, files, from, to, progress);
  await emptyOtherPlaces(disk, files);
  if (after) await writeKeyFile(disk, files, after);
  else await removeKeyFile(disk, files);
  await syncFolder(disk, files.folder);
  progress(work.length, work.length);
}

/** What a program that was stopped was writing: it counts for nothing, does not open, and may hold words that are not sealed. */
async function removeHalfWritten(disk: Disk, folder: string): Promise<void> {
  for (const file of await listFiles(disk, folder)) {
    if (file.endsWith('.tmp')) await disk.rm(path.join(folder, file), { force: true });
  }
}

interface ContentFile {
  file: string;
  name: ContentName | 'journal';
}

async function contentFiles(disk: Disk, files: VaultFiles): Promise<ContentFile[]> {
  const inFolder = async (folder: string, nameOf: (file: string) => ContentFile['name']): Promise<ContentFile[]> =>
    (await listFiles(disk, folder)).map((file) => ({ file: path.join(folder, file), name: nameOf(file) }));
  const transcripts = await inFolder(files.transcripts, (file) => `transcript ${path.basename(file, '.json')}`);
  const parts = await inFolder(files.history, () => 'journal');
  return [
    ...transcripts,
    ...parts,
    // What was found damaged is kept as it was found, inside the seal.
    ...(await inFolder(files.quarantine, () => 'attachment quarantine')),
    // Today the note of a coding pack is all that lies there.
    ...(await inFolder(files.attachments, () => 'attachment coding-pack')),
    { file: files.historyStart, name: 'attachment history-start' },
    { file: files.journal, name: 'journal' },
    { file: files.previousSnapshot, name: 'snapshot' },
    { file: files.snapshot, name: 'snapshot' },
  ];
}

/** Names under a folder, also in folders inside it; none when there is no such folder. */
async function listFiles(disk: Disk, folder: string): Promise<string[]> {
  const entries = await disk.readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}
