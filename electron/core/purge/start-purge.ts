// Decides a deletion: from here on it happens when the study is opened the next time, whatever stops the program before.
import { AppError } from '#shared/lib/app-error';

import { type Disk, diskError } from '../vault/disk.ts';
import type { Vault } from '../vault/vault.ts';
import type { PlannedPurge } from './plan-purge.ts';
import { readPurge, sealNames, writePurge } from './tombstones.ts';

/**
 * Writes down what is to be deleted. The caller closes the study and opens it again at once.
 * @param replaceMentions also takes the person's names out of texts that the researcher typed, in the history too.
 * @throws AppError('conflict') when another deletion is not finished yet, 'disk': nothing was changed.
 */
export async function startPurge(vault: Vault, planned: PlannedPurge, disk: Disk, replaceMentions: boolean): Promise<void> {
  if (vault.readOnlyReason) throw vault.readOnlyReason;
  try {
    if (await readPurge(disk, vault.files)) {
      throw new AppError('conflict', 'Another participant is being deleted. Close the study and open it again to finish that first.');
    }
    const tombstones = planned.tombstones.map((tombstone) => ({ ...tombstone, mentionsReplaced: replaceMentions }));
    await writePurge(disk, vault.files, {
      tombstones,
      stage: 'begun',
      ...(replaceMentions ? { names: await sealNames(vault.files, planned.names) } : {}),
    });
  } catch (error) {
    throw diskError(error, 'The deletion could not be begun', 'Nothing was changed.');
  }
}
