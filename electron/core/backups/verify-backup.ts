// Proves a backup: reads its files back from the disk, compares checksums, and loads the study that is in them.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';
import { currentSchemaVersion } from '#shared/model/migrations/index';

import { type ContentCipher, plainContent } from '../vault/crypto/content-cipher.ts';
import { type Disk, errorCode, isAbsent } from '../vault/disk.ts';
import { checkedStateSteps } from '../vault/load-vault.ts';
import { withPauses } from '../vault/pauses.ts';
import { readJournal } from '../vault/read-journal.ts';
import { parseSnapshotAsMaps, type RawRecordMaps } from '../vault/snapshot.ts';
import { type BackupFile, storedName } from './backup-manifest.ts';
import { readStored } from './copy-file.ts';

/** What was found in a backup that holds. */
export interface VerifiedBackup {
  vaultId: string;
  seq: number;
  schemaVersion: number;
  /** Records by collection. */
  records: Record<string, number>;
}

/** The same with the records themselves, as they lie there: of the backup's own data version. */
export interface LoadedBackup extends Omit<VerifiedBackup, 'records'> {
  records: RawRecordMaps;
}

/**
 * Reads and loads everything, in stretches between which others get their turn; a study of today's data version is checked record by record as on opening.
 * @throws AppError('vault-damaged') saying what does not hold, or the operating system's error.
 */
export async function verifyBackup(
  disk: Disk,
  folder: string,
  files: readonly BackupFile[],
  cipher: ContentCipher = plainContent,
): Promise<VerifiedBackup> {
  const { records, ...head } = await loadBackup(disk, folder, files, cipher);
  return { ...head, records: Object.fromEntries([...records].map(([name, byId]) => [name, byId.size])) };
}

/** As verifyBackup, for those who look further into it. @throws the same. */
export async function loadBackup(
  disk: Disk,
  folder: string,
  files: readonly BackupFile[],
  cipher: ContentCipher = plainContent,
): Promise<LoadedBackup> {
  const read = (file: BackupFile): Promise<Buffer> => readNamed(disk, folder, file);
  const snapshotFile = files.find(({ name }) => name === 'vault.json');
  if (!snapshotFile) throw new AppError('vault-damaged', 'The backup holds no vault.json.');
  const { vaultId, schemaVersion, records, ...head } = await parseSnapshotAsMaps(
    await cipher.openFile('snapshot', await read(snapshotFile)),
    'vault.json',
  );
  let { seq, chain } = head;
  for (const file of files.filter(({ name }) => name.endsWith('.ndjson'))) {
    const reading = await withPauses(readJournal(await read(file), seq, chain, cipher));
    if (reading.problem) throw new AppError('vault-damaged', `${file.name}, line ${reading.problem.line}: ${reading.problem.reason}.`);
    for (const entry of reading.entries) for (const change of entry.changes) putRaw(records, change);
    seq += reading.entries.length;
    chain = reading.chain;
  }
  if (schemaVersion === currentSchemaVersion()) {
    await withPauses(checkedStateSteps(new Map([...records].map(([name, byId]) => [name, byId.values()]))));
  }
  return { vaultId, seq, schemaVersion, records };
}

/** One file of a backup, checked against its sum. @throws AppError('vault-damaged') naming it, or the operating system's error. */
export async function readNamed(disk: Disk, folder: string, file: BackupFile): Promise<Buffer> {
  const name = storedName(file);
  try {
    return await readStored(disk, path.join(folder, name), file);
  } catch (error) {
    if (isAbsent(error)) throw new AppError('vault-damaged', `${name} is missing.`);
    if (errorCode(error) === 'EISDIR') throw new AppError('vault-damaged', `${name} is a folder, and a file should be there.`);
    if (!(error instanceof AppError) || error.code !== 'vault-damaged') throw error;
    throw new AppError('vault-damaged', `${name} is not what was written: its checksum does not match.`);
  }
}

function putRaw(records: RawRecordMaps, { collection, id, after }: { collection: string; id: string; after: object | null }): void {
  let byId = records.get(collection);
  if (!byId) records.set(collection, (byId = new Map()));
  if (after === null) byId.delete(id);
  else byId.set(id, { ...after, id });
}
