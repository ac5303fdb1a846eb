// Warns while there is still room: a study on a disk that is nearly full would soon be refused its edits.
import { stat, statfs } from 'node:fs/promises';

import type { VaultFiles } from '../vault/vault-files.ts';

/** Room that any study should have left (bytes), however small it is (trust.md D8). */
const LEAST_ROOM = 200 * 1024 * 1024;
/** Snapshots that should fit beside the one that is there: the new one, the previous one, a backup. */
const SNAPSHOTS = 3;

/** A sentence when little room is left where the study lies, else null; also null where the system cannot tell. Never throws. */
export async function littleRoom(files: Pick<VaultFiles, 'folder' | 'snapshot'>): Promise<string | null> {
  try {
    const { bavail, bsize } = await statfs(files.folder);
    const snapshot = await stat(files.snapshot).then(
      ({ size }) => size,
      () => 0,
    );
    const free = bavail * bsize;
    if (free >= Math.max(LEAST_ROOM, SNAPSHOTS * snapshot)) return null;
    return `Only ${Math.floor(free / 1024 / 1024)} MB are left on the disk of this study. Make room soon: once it is full, changes can no longer be saved. What is saved stays as it is.`;
  } catch {
    return null;
  }
}
