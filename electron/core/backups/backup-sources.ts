// Which files make up a backup of a study as it stands on the disk.
import path from 'node:path';

import type { Disk } from '../vault/disk.ts';
import { listHistoryParts } from '../vault/history.ts';
import type { VaultFiles } from '../vault/vault-files.ts';
import type { BackupSource } from './make-backup.ts';

/** After a checkpoint the snapshot alone is everything; transcripts and history parts are written once and stay where they are. */
export function sourcesAfterCheckpoint(files: VaultFiles): BackupSource[] {
  return [{ name: 'vault.json', file: files.snapshot }];
}

/**
 * The snapshot with every entry after it, without changing anything: for a study that is not open yet.
 * @param snapshotSeq the entry that the snapshot includes. @param journalLength bytes of the journal that hold good lines.
 */
export async function sourcesBeforeOpening(
  disk: Disk,
  files: VaultFiles,
  snapshotSeq: number,
  journalLength: number,
): Promise<BackupSource[]> {
  const parts = (await listHistoryParts(disk, files)).filter((part) => part.lastSeq > snapshotSeq);
  return [
    { name: 'vault.json', file: files.snapshot },
    ...parts.map(({ file }) => ({ name: `history/${path.basename(file)}`, file })),
    ...(journalLength > 0 ? [{ name: 'journal.ndjson', file: files.journal, length: journalLength }] : []),
  ];
}
