// Lists folders for choosing where a study lies, in hosts without a native dialog.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';
import type { FolderListing } from '#shared/rpc/answers';

import { type Disk, diskError, exists } from '../vault/disk.ts';

/**
 * Refuses paths that are not plainly a local folder: network shares leak credentials, device names are not folders (trust.md E13).
 * @returns the absolute, normalised path. @throws AppError('bad-input')
 */
export function checkedFolder(folder: string): string {
  const bad = folder.includes('\0') || /^(\\\\|\/\/)/.test(folder) || !path.isAbsolute(folder);
  if (bad) throw new AppError('bad-input', 'Give the full path of a folder on this computer.');
  return path.normalize(folder);
}

/** Also a study that has lost its snapshot is one, and can be opened to see what is left. */
async function looksLikeStudy(disk: Disk, folder: string): Promise<boolean> {
  for (const name of ['vault.json', 'vault.previous.json', 'journal.ndjson']) if (await exists(disk, path.join(folder, name))) return true;
  return false;
}

/** Sub-folders of a folder, studies marked; hidden folders and files are left out. */
export async function listFolder(disk: Disk, folder: string): Promise<FolderListing> {
  const here = checkedFolder(folder);
  try {
    const names = await disk.readdir(here, { withFileTypes: true });
    const folders = names
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .sort((left, right) => left.name.localeCompare(right.name));
    const entries = await Promise.all(
      folders.map(async (entry) => {
        const child = path.join(here, entry.name);
        return { name: entry.name, folder: child, isVault: await looksLikeStudy(disk, child) };
      }),
    );
    const parent = path.dirname(here);
    return { folder: here, parent: parent === here ? null : parent, entries };
  } catch (error) {
    throw diskError(error, `The folder “${path.basename(here)}” could not be read`, 'Choose another one.');
  }
}
