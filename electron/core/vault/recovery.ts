// Recovery: sets the files of a damaged study aside, untouched, with a report that a person understands, and goes on with what was saved.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';
import { countLost, type RecoveryReport, reportInWords } from '#shared/model/recovery-report';

import { type Disk, diskError, makeFolder, syncFolder, writeFileDurably } from './disk.ts';
import type { LoadedVault } from './load-vault.ts';
import { type Salvage, type SalvageOptions, salvageVault } from './salvage/salvage.ts';
import { writeInPlace } from './salvage/write-salvage.ts';
import { readOrNull, type SnapshotData } from './snapshot.ts';
import type { VaultFiles } from './vault-files.ts';

/**
 * Copies snapshot files, journal and history parts to quarantine/<time>/, with the report (report.json, report.txt) and the content of
 * records that were taken out or changed (set-aside.json). The report holds no transcript text. @returns the folder, relative to the vault.
 */
export async function quarantine(disk: Disk, files: VaultFiles, salvage: Salvage): Promise<string> {
  const name = await freeName(disk, files, salvage.report.foundAt.replace(/[:.]/g, '-'));
  const folder = path.join(files.quarantine, name);
  await makeFolder(disk, path.join(folder, 'history'));
  for (const file of [files.snapshot, files.previousSnapshot, files.journal, files.savedMark]) await copyIfThere(disk, files, file, folder);
  for (const part of await disk.readdir(files.history).catch(() => [] as string[])) {
    await copyIfThere(disk, files, path.join(files.history, part), path.join(folder, 'history'));
  }
  await writeReport(disk, files, folder, salvage);
  await syncFolder(disk, files.quarantine);
  return `quarantine/${name}`;
}

/** Writes the report into a folder, as JSON and in words. */
export async function writeReport(disk: Disk, files: VaultFiles, folder: string, { report, setAside }: Salvage): Promise<void> {
  await writeAside(disk, files, path.join(folder, 'report.json'), Buffer.from(`${JSON.stringify(report, null, 2)}\n`));
  await writeAside(disk, files, path.join(folder, 'report.txt'), Buffer.from(reportInWords(report)));
  if (setAside.length === 0) return;
  await writeAside(disk, files, path.join(folder, 'set-aside.json'), Buffer.from(`${JSON.stringify(setAside, null, 1)}\n`));
}

/** Everything in quarantine/ is inside the seal of an encrypted study, as it was found. @throws the operating system's error. */
export async function writeAside(disk: Disk, files: VaultFiles, file: string, bytes: Buffer): Promise<void> {
  await writeFileDurably(disk, file, await files.cipher.sealFile('attachment quarantine', bytes));
}

/** A clock that was put back must not write over an earlier quarantine. */
async function freeName(disk: Disk, files: VaultFiles, wanted: string): Promise<string> {
  const taken = new Set(await disk.readdir(files.quarantine).catch(() => [] as string[]));
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}-${count}`;
  return name;
}

async function copyIfThere(disk: Disk, files: VaultFiles, file: string, folder: string): Promise<void> {
  const bytes = await readOrNull(disk, file);
  if (bytes) await writeAside(disk, files, path.join(folder, path.basename(file)), bytes);
}

/** The refusal of a damaged study: a sentence for each problem in details.problems, and what could be saved. */
export function damagedError(report: RecoveryReport): AppError {
  const advice = report.readable
    ? 'Nothing was changed.'
    : 'Nothing of it can be read. Restore a backup of the folder. Nothing was changed.';
  return new AppError('vault-damaged', `The study “${report.folder}” is damaged and was not opened. ${advice}`, {
    problems: problemsOf(report),
    lostEntries: countLost(report),
    goodSeq: report.goodSeq,
    keptAfter: report.keptAfter,
    recoverable: report.readable,
    folder: report.folder,
  });
}

function problemsOf(report: RecoveryReport): string[] {
  const sentences = [...report.findings.map(({ what }) => what), ...report.records.map(({ what }) => what)];
  return sentences.length > 0 ? sentences : ['The files of the study do not fit together.'];
}

/**
 * Goes on with what can be saved of a damaged study, in its own folder: everything is copied to quarantine/ first.
 * @returns the study as if it had just been loaded, and a sentence about it. @throws AppError('vault-damaged') when nothing can be read.
 */
export async function recoverInPlace(
  disk: Disk,
  files: VaultFiles,
  options: SalvageOptions,
): Promise<{ loaded: LoadedVault; salvage: Salvage; notice: string }> {
  const { report, salvage } = await salvageVault(disk, files, options);
  if (!salvage) throw damagedError(report);
  const { place, data } = await write(disk, files, salvage, options);
  const loaded: LoadedVault = {
    vaultId: data.vaultId,
    schemaVersion: data.schemaVersion,
    seq: data.seq,
    chain: data.chain,
    undo: data.undo,
    records: data.records,
    entries: [],
    journalLength: 0,
    journalFirstSeq: data.seq + 1,
    tornTail: null,
    tornStep: false,
    savedTail: false,
    repeats: [],
    lineFeedMissing: false,
    rest: null,
    checked: false,
    problems: [],
  };
  return { loaded, salvage, notice: noticeOf(report, options.lastGoodPoint === true, place) };
}

async function write(
  disk: Disk,
  files: VaultFiles,
  salvage: Salvage,
  options: SalvageOptions,
): Promise<{ place: string; data: SnapshotData }> {
  try {
    const place = await quarantine(disk, files, salvage);
    return { place, data: await writeInPlace(disk, files, salvage, options) };
  } catch (error) {
    throw diskError(
      error,
      'What could be saved of the study could not be written',
      'Its files as they were found are still in the folder. Repair it into a new folder on another disk.',
    );
  }
}

function noticeOf(report: RecoveryReport, lastGoodPoint: boolean, place: string): string {
  const lost = countLost(report);
  const how = lastGoodPoint || report.keptAfter === 0 ? 'at its last good point' : 'with everything that could be saved';
  const missing = lost === 0 ? 'No change is known to be missing.' : `${lost} ${lost === 1 ? 'change is' : 'changes are'} missing.`;
  return `The study was opened ${how}. ${missing} The files as they were found, and a report, are in ${place}.`;
}
