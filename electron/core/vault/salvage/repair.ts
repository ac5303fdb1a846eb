// Repairs a damaged study into a new folder. The folder it was found in is never touched.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';
import type { RecoveryReport } from '#shared/model/recovery-report';

import { type Disk, diskError, exists, makeFolder, syncFolder, writeFileDurably } from '../disk.ts';
import { writeHistoryStart } from '../history-start.ts';
import { listHistoryParts } from '../history.ts';
import { writeAside, writeReport } from '../recovery.ts';
import { readOrNull, snapshotDatabase } from '../snapshot.ts';
import type { VaultFiles } from '../vault-files.ts';
import { type Salvage, type SalvageOptions, salvageVault } from './salvage.ts';
import { takeOverTexts } from './take-over-texts.ts';
import { transcriptName } from './transcript-faults.ts';
import { formStudy, writeKeptPart } from './write-salvage.ts';

/**
 * Writes what can be saved of `from` as a sound study into `to`, with the report in its quarantine/ folder.
 * @param to files of a folder that is empty or not there yet, under the same cipher.
 * @returns the report; with readable false nothing was written. @throws AppError('conflict' | 'vault-newer' | 'disk').
 */
export async function repairVault(disk: Disk, from: VaultFiles, to: VaultFiles, options: SalvageOptions): Promise<RecoveryReport> {
  await requireRoom(disk, from, to);
  const { report, salvage } = await salvageVault(disk, from, options);
  if (!salvage) return report;
  const isNew = !(await exists(disk, to.folder));
  try {
    await takeOverTexts(disk, from, salvage);
    await write(disk, from, to, salvage, options);
  } catch (error) {
    await takeAway(disk, to, isNew);
    throw diskError(
      error,
      'The repaired study could not be written',
      'The damaged one was not touched. Choose a folder on a disk with more room.',
    );
  }
  return report;
}

/** A repair that failed leaves nothing that could be taken for a study. */
async function takeAway(disk: Disk, to: VaultFiles, isNew: boolean): Promise<void> {
  const names = isNew ? [] : await disk.readdir(to.folder).catch(() => [] as string[]);
  const written = isNew ? [to.folder] : names.map((name) => path.join(to.folder, name));
  for (const each of written) await disk.rm(each, { recursive: true, force: true }).catch(() => undefined);
}

async function requireRoom(disk: Disk, from: VaultFiles, to: VaultFiles): Promise<void> {
  const name = path.basename(to.folder);
  const inside = path.relative(from.folder, to.folder);
  if (inside === '' || (!inside.startsWith('..') && !path.isAbsolute(inside))) {
    throw new AppError('conflict', 'The repaired study cannot lie inside the damaged one. Choose a folder somewhere else.', {
      folder: name,
    });
  }
  const content = await disk.readdir(to.folder).catch(() => [] as string[]);
  if (content.length > 0) {
    throw new AppError('conflict', `The folder “${name}” is not empty. Choose another name or an empty folder.`, { folder: name });
  }
}

async function write(disk: Disk, from: VaultFiles, to: VaultFiles, salvage: Salvage, options: SalvageOptions): Promise<void> {
  for (const folder of [to.folder, to.history, to.transcripts, to.backups, to.quarantine]) await makeFolder(disk, folder);
  for (const part of salvage.history.parts) {
    if (part.asItIs) await copyFile(disk, part.file, path.join(to.history, part.name));
    else await writeKeptPart(disk, from.cipher, part, to.history);
  }
  if (salvage.history.start.seq > 0) await writeHistoryStart(disk, to, salvage.history.start);
  const { data, part } = formStudy(salvage, to.cipher, options);
  if (part) await writeFileDurably(disk, path.join(to.history, part.name), part.bytes);
  await copyTranscripts(disk, from, to, salvage);
  await copyFolder(disk, from.attachments, to.attachments);
  await copyFile(disk, from.keys, to.keys);
  // Who was deleted for good stays deleted.
  await copyFile(disk, from.tombstones, to.tombstones);
  const place = path.join(to.quarantine, salvage.report.foundAt.replace(/[:.]/g, '-'));
  await makeFolder(disk, place);
  await writeReport(disk, to, place, salvage);
  await setOldHistoryAside(disk, from, to, place, salvage);
  // Last: a folder without it is not taken for a whole study.
  const database = snapshotDatabase(disk, to);
  database.data = data;
  await database.write();
  await database.write();
  await syncFolder(disk, path.dirname(to.folder));
}

/** Parts that are not kept whole lie beside the report as they were found: their lines can still be read by hand. */
async function setOldHistoryAside(disk: Disk, from: VaultFiles, to: VaultFiles, place: string, { history }: Salvage): Promise<void> {
  if (history.findings.length === 0) return;
  const whole = new Set(history.parts.filter(({ asItIs }) => asItIs).map(({ file }) => file));
  await makeFolder(disk, path.join(place, 'history'));
  for (const { file } of await listHistoryParts(disk, from)) {
    const bytes = whole.has(file) ? null : await readOrNull(disk, file);
    if (bytes) await writeAside(disk, to, path.join(place, 'history', path.basename(file)), bytes);
  }
}

/** Whole transcripts go along; an altered one too, as it is: it may be all there is. */
async function copyTranscripts(disk: Disk, from: VaultFiles, to: VaultFiles, { state }: Salvage): Promise<void> {
  for (const source of state.all('sources').values()) {
    const name = path.basename(transcriptName(source));
    const bytes = await readOrNull(disk, path.join(from.transcripts, name)).catch(() => null);
    if (bytes && bytes.length > 0) await writeFileDurably(disk, path.join(to.transcripts, name), bytes);
  }
}

async function copyFile(disk: Disk, from: string, to: string): Promise<void> {
  const bytes = await readOrNull(disk, from);
  if (bytes) await writeFileDurably(disk, to, bytes);
}

async function copyFolder(disk: Disk, from: string, to: string): Promise<void> {
  const names = await disk.readdir(from).catch(() => [] as string[]);
  if (names.length > 0) await makeFolder(disk, to);
  for (const name of names) {
    const bytes = await readOrNull(disk, path.join(from, name)).catch(() => null);
    if (bytes) await writeFileDurably(disk, path.join(to, name), bytes);
  }
}
