// What a window is told of a study that was opened.
import type { VaultStatus } from '#shared/rpc/answers';

import { readPackNote } from '../merge/coding-pack.ts';
import type { Disk } from '../vault/disk.ts';
import type { Vault } from '../vault/vault.ts';

/** Where a study was opened, and what happened then. */
export type OpenedStudy = Pick<VaultStatus, 'folder' | 'name' | 'sample' | 'notices'>;

/** Of a study as it is now, not as it was. */
export async function statusOf(disk: Disk, { files, openedForReading, readOnlyReason }: Vault, study: OpenedStudy): Promise<VaultStatus> {
  const codingPack = (await readPackNote(disk, files)) !== null;
  const { encrypted } = files.cipher;
  return { ...study, encrypted, codingPack, openedForReading, lookingBack: null, readOnlyReason: readOnlyReason?.message ?? null };
}
