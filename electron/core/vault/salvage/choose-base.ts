// Finds the records to begin from when a study is damaged: the newest snapshot whose checksum holds, or what is left.
import path from 'node:path';

import type { UndoStack } from '#shared/model/journal-entry';
import type { RawRecords } from '#shared/model/migrations/index';
import type { RecoveryFinding } from '#shared/model/recovery-report';

import type { Disk } from '../disk.ts';
import { foreignFiles } from '../foreign-files.ts';
import { readSnapshotFile } from '../read-snapshot.ts';
import { readOrNull } from '../snapshot.ts';
import type { VaultFiles } from '../vault-files.ts';
import { readLooseRecords } from './loose-records.ts';

export interface Base {
  /** How the person knows it: “vault.json”, “backups/…/vault.json”, “the history”. */
  file: string;
  /** Null when no file tells it any more. */
  vaultId: string | null;
  schemaVersion: number;
  seq: number;
  /** Null when it is not known: the first line behind it is believed then. */
  chain: string | null;
  undo: UndoStack | null;
  savedAt: string | null;
  records: RawRecords;
  /** The records were read from a file whose checksum does not hold. */
  unverified: boolean;
}

export interface BaseSearch {
  base: Base | null;
  findings: RecoveryFinding[];
  /** The highest number that a damaged head still shows. */
  claimedSeq: number;
}

/** The study's own snapshots: the one that reaches furthest, unless the other files say that it is of another study. */
export async function findOwnBase(disk: Disk, files: VaultFiles): Promise<BaseSearch> {
  const search: BaseSearch = { base: null, findings: [], claimedSeq: 0 };
  const good: Base[] = [];
  for (const [file, name] of [
    [files.snapshot, 'vault.json'],
    [files.previousSnapshot, 'vault.previous.json'],
  ] as const) {
    const reading = await readSnapshotFile(disk, file, name, files.cipher);
    if (reading.kind === 'good') good.push(baseOf(name, reading.data));
    if (reading.kind === 'damaged') {
      search.claimedSeq = Math.max(search.claimedSeq, reading.claimedSeq ?? 0);
      search.findings.push({ file: name, line: null, what: reading.what });
    }
    if (reading.kind === 'missing' && (name === 'vault.json' || good.length === 0)) {
      search.findings.push({ file: name, line: null, what: `${name} is missing.` });
    }
  }
  const own = await withoutForeign(disk, files, good);
  for (const { file } of good.filter((base) => !own.includes(base))) {
    search.findings.push({ file, line: null, what: `${file} is of another study than the history and the other files, and was left out.` });
  }
  search.base = own.toSorted((left, right) => right.seq - left.seq)[0] ?? null;
  return search;
}

/** Those that the history, or else the journal, follows from; all of them when neither begins with change 1, or none fits. */
async function withoutForeign(disk: Disk, files: VaultFiles, bases: readonly Base[]): Promise<readonly Base[]> {
  const foreign = await Promise.all(bases.map(({ vaultId }) => foreignFiles(disk, files, vaultId ?? '')));
  for (const witness of ['history', 'journal.ndjson']) {
    const fitting = bases.filter((_, at) => !foreign[at]?.includes(witness));
    if (fitting.length === bases.length) continue;
    return fitting.length > 0 ? fitting : bases;
  }
  return bases;
}

/** The newest snapshot in the backups. @param vaultId when known, only backups of this study count. */
export async function findBackupBase(disk: Disk, files: VaultFiles, vaultId: string | null): Promise<Base | null> {
  const names = await disk.readdir(files.backups).catch(() => [] as string[]);
  let newest: Base | null = null;
  for (const name of names.sort()) {
    for (const snapshot of ['vault.json', 'vault.json.gz', 'vault.previous.json']) {
      const shown = `backups/${name}/${snapshot}`;
      const reading = await readSnapshotFile(disk, path.join(files.backups, name, snapshot), shown, files.cipher).catch(() => null);
      if (reading?.kind !== 'good' || (vaultId !== null && reading.data.vaultId !== vaultId)) continue;
      if (!newest || reading.data.seq >= newest.seq) newest = baseOf(shown, reading.data);
    }
  }
  return newest;
}

/** Records that can still be picked out of a damaged snapshot. Null when there are none. */
export async function findLooseBase(disk: Disk, files: VaultFiles, currentVersion: number): Promise<Base | null> {
  for (const file of [files.snapshot, files.previousSnapshot]) {
    const bytes = await readOrNull(disk, file);
    const loose = bytes && !files.cipher.encrypted ? readLooseRecords(bytes) : null;
    if (!loose) continue;
    return {
      file: path.basename(file),
      vaultId: loose.vaultId,
      schemaVersion: loose.schemaVersion ?? currentVersion,
      seq: loose.seq ?? 0,
      chain: null,
      undo: null,
      savedAt: null,
      records: loose.records,
      unverified: true,
    };
  }
  return null;
}

type Snapshot = Omit<Base, 'file' | 'unverified'> & { vaultId: string; chain: string };

function baseOf(file: string, { vaultId, schemaVersion, seq, chain, undo, savedAt, records }: Snapshot): Base {
  return { file, vaultId, schemaVersion, seq, chain, undo, savedAt, records, unverified: false };
}
