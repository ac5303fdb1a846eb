// A checkpoint: the journal so far becomes a history part, then the snapshot is replaced.
import path from 'node:path';

import { type Disk, diskError } from './disk.ts';
import type { Journal } from './journal.ts';
import { type SnapshotData, snapshotDatabase } from './snapshot.ts';
import { historyPartName, type VaultFiles } from './vault-files.ts';

/**
 * Moves first, writes second: between the two, opening starts from the older snapshot and replays the part.
 * The caller has just seen the edit queue idle; the journal holds exactly the entries up to data.seq.
 * @throws AppError('disk'); the edits are safe in either place.
 */
export async function writeCheckpoint(
  disk: Disk,
  files: VaultFiles,
  journal: Journal,
  firstSeq: number,
  data: SnapshotData,
): Promise<void> {
  try {
    if (journal.length > 0) await journal.rotate(path.join(files.history, historyPartName(firstSeq, data.seq)));
    const database = snapshotDatabase(disk, files);
    database.data = data;
    await database.write();
  } catch (error) {
    throw diskError(error, 'The checkpoint could not be written', 'Your edits are safe in the journal.');
  }
}
