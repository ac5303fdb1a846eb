// backup.json: what one backup holds, with checksums; and the names of backup folders.
import type { LifeMoment } from './life-clock.ts';

export const BACKUP_REASONS = ['hourly', 'by-hand', 'before-migration', 'before-import', 'before-delete', 'before-restore'] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

export const BACKUP_FORMAT = 'plumbline-backup-1';

/** One file of a backup. */
export interface BackupFile {
  /** Path in the study's folder: `vault.json`, `journal.ndjson`, `history/…`. */
  name: string;
  /** How it lies in the backup; gzip adds `.gz` to the name. */
  stored: 'plain' | 'gzip';
  /** Bytes and SHA-256 of the file as it stood in the study. */
  bytes: number;
  sha256: string;
  /** Bytes it takes in the backup. */
  storedBytes: number;
}

export interface BackupManifest extends LifeMoment {
  vaultId: string;
  number: number;
  reason: BackupReason;
  /** The last entry it includes. */
  seq: number;
  schemaVersion: number;
  /** Records by collection. */
  records: Record<string, number>;
  /** When it was last read back, checked and loaded whole; ISO 8601. */
  verifiedAt: string;
  files: BackupFile[];
}

const NAME = /^(\d{6})-(\d{8}T\d{6}Z)-([a-z-]+)$/;

/** Folder name of a backup: number first, so that names sort in the order of making. */
export function backupName(number: number, at: string, reason: BackupReason): string {
  const time = at.replace(/\.\d+/, '').replace(/[-:]/g, '');
  return `${String(number).padStart(6, '0')}-${time}-${reason}`;
}

/** The number in such a name; null for other names. */
export function backupNumber(name: string): number | null {
  const match = NAME.exec(name);
  return match && (BACKUP_REASONS as readonly string[]).includes(match[3] ?? '') ? Number(match[1]) : null;
}

/** Name of a file inside the backup's folder. */
export function storedName(file: Pick<BackupFile, 'name' | 'stored'>): string {
  return file.stored === 'gzip' ? `${file.name}.gz` : file.name;
}
