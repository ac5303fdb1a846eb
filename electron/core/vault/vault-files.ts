// Where things lie in a vault folder, and how their content is written.
import path from 'node:path';

import { type ContentCipher, plainContent } from './crypto/content-cipher.ts';

/** Paths of one vault. Journal parts in history/ are named after the first and last entry they hold. */
export function vaultFiles(folder: string, cipher: ContentCipher = plainContent) {
  return {
    folder,
    /** Turns content into the bytes of the files below and back. */
    cipher,
    snapshot: path.join(folder, 'vault.json'),
    previousSnapshot: path.join(folder, 'vault.previous.json'),
    journal: path.join(folder, 'journal.ndjson'),
    savedMark: path.join(folder, 'journal.mark'),
    history: path.join(folder, 'history'),
    transcripts: path.join(folder, 'transcripts'),
    attachments: path.join(folder, 'attachments'),
    backups: path.join(folder, 'backups'),
    quarantine: path.join(folder, 'quarantine'),
    keys: path.join(folder, 'vault.keys.json'),
    /** Where the history begins, when its oldest parts were dropped. */
    historyStart: path.join(folder, 'history-start.json'),
    /** Who was deleted for good: ids only. */
    tombstones: path.join(folder, 'tombstones.json'),
    /** A deletion that is under way. */
    purge: path.join(folder, 'purge.json'),
    /** Other folders that hold backups of this study. */
    backupPlaces: path.join(folder, 'backup-places.json'),
    lock: path.join(folder, '.lock'),
  };
}

export type VaultFiles = ReturnType<typeof vaultFiles>;

const PART = /^(\d{12})-(\d{12})\.ndjson$/;

/** File name of a journal part. */
export function historyPartName(firstSeq: number, lastSeq: number): string {
  return `${String(firstSeq).padStart(12, '0')}-${String(lastSeq).padStart(12, '0')}.ndjson`;
}

/** Reads such a name; null for other files. */
export function parseHistoryPartName(name: string): { firstSeq: number; lastSeq: number } | null {
  const match = PART.exec(name);
  return match ? { firstSeq: Number(match[1]), lastSeq: Number(match[2]) } : null;
}
