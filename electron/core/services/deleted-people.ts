// People who were deleted for good stay deleted: also in a copy of the study that somebody made before and opens now.
import { isPerson, pendingTombstones, readTombstones, writePurge } from '../purge/tombstones.ts';
import { openVault, type OpenedVault } from '../vault/open-vault.ts';
import type { VaultServices } from '../vault/vault.ts';
import type { SettingsService } from './settings.ts';

/**
 * Compares what this computer knows with what the study knows, and brings both up to date: the study is closed and opened again when
 * somebody has to be deleted from it. @returns the study to go on with.
 */
export async function withoutDeletedPeople(opened: OpenedVault, services: VaultServices, settings: SettingsService): Promise<OpenedVault> {
  const { vault, notices } = opened;
  const { files, id } = vault;
  const { disk } = services;
  // Names that were replaced are known nowhere any more: a copy from before keeps them.
  const here = (await readTombstones(disk, files.tombstones).catch(() => [])).filter(isPerson);
  const pending = pendingTombstones(settings.deletedOf(id), here);
  if (pending.length === 0 || vault.readOnlyReason) {
    await settings.rememberDeleted(id, here).catch(() => undefined);
    return opened;
  }
  await writePurge(disk, files, { tombstones: pending, stage: 'begun' });
  await vault.close(true);
  const again = await openVault(files.folder, services, { cipher: files.cipher });
  return { ...again, notices: [...notices, ...again.notices] };
}
