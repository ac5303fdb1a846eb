// Finds the copies that sync programs leave beside a study's own files when two computers wrote at once.
import path from 'node:path';

import type { Disk } from '../disk.ts';
import { parseHistoryPartName, type VaultFiles } from '../vault-files.ts';

/** Own files end so while they are written: no copies of anybody's. */
const OWN_LEFTOVER = /\.tmp$/;
const OWN_NAMES = new Set(['vault.json', 'vault.previous.json', 'vault.keys.json', 'journal.ndjson', 'journal.mark']);
const COPY_OF_VAULT = /^(vault|journal)\b.*\.(json|ndjson)$/i;
const COPY_OF_PART = /^\d{12}-\d{12}\b.*\.ndjson$/;
const TRANSCRIPT = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\.\d+\.json$/;

/**
 * Names of such copies, relative to the vault: “vault (conflicted copy).json” (Dropbox, Nextcloud), “journal 2.ndjson” (iCloud),
 * “vault-LAPTOP.json” (OneDrive), “vault.sync-conflict-20260101-120000-ABCDEFG.json” (Syncthing), and the like.
 * Any file that begins like one of ours, ends like it, and is not it.
 */
export async function findConflictCopies(disk: Disk, files: VaultFiles): Promise<string[]> {
  const inside = async (folder: string, isCopy: (name: string) => boolean): Promise<string[]> => {
    const names = await disk.readdir(folder).catch(() => [] as string[]);
    const prefix = path.relative(files.folder, folder).replaceAll('\\', '/');
    return names
      .filter((name) => !OWN_LEFTOVER.test(name) && isCopy(name))
      .sort()
      .map((name) => (prefix === '' ? name : `${prefix}/${name}`));
  };
  return [
    ...(await inside(files.folder, (name) => COPY_OF_VAULT.test(name) && !OWN_NAMES.has(name))),
    ...(await inside(files.history, (name) => COPY_OF_PART.test(name) && parseHistoryPartName(name) === null)),
    ...(await inside(files.transcripts, (name) => /^[A-Za-z0-9].*\.json$/.test(name) && !TRANSCRIPT.test(name))),
  ];
}

/** Those of the copies that may hold journal lines. */
export function mayHoldLines(name: string): boolean {
  return name.endsWith('.ndjson');
}
