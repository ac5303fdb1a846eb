// Recovery: sets the files of a damaged vault aside, untouched, with a report that a person understands.
import path from 'node:path';

import { type Disk, makeFolder, syncFolder, writeFileDurably } from './disk.ts';
import { listHistoryParts } from './history.ts';
import type { LoadedVault } from './load-vault.ts';
import { readOrNull } from './snapshot.ts';
import type { VaultFiles } from './vault-files.ts';

/**
 * Copies snapshot files, journal and history parts to quarantine/<time>/ and writes report.json beside them.
 * The report holds no transcript text. @returns the folder, relative to the vault.
 */
export async function quarantine(disk: Disk, files: VaultFiles, now: string, loaded: LoadedVault): Promise<string> {
  const name = now.replace(/[:.]/g, '-');
  const folder = path.join(files.quarantine, name);
  await makeFolder(disk, path.join(folder, 'history'));
  for (const file of [files.snapshot, files.previousSnapshot, files.journal]) await copyIfThere(disk, file, folder);
  for (const part of await disk.readdir(files.history).catch(() => [] as string[])) {
    await copyIfThere(disk, path.join(files.history, part), path.join(folder, 'history'));
  }
  const report = {
    foundAt: now,
    problems: loaded.problems,
    savedUpTo: loaded.seq,
    whatToDo:
      'The study goes on from the last entry that could be read. The files here are as they were found; entries after the damage may still be in them.',
  };
  await writeFileDurably(disk, path.join(folder, 'report.json'), Buffer.from(`${JSON.stringify(report, null, 2)}\n`));
  return `quarantine/${name}`;
}

async function copyIfThere(disk: Disk, file: string, folder: string): Promise<void> {
  const bytes = await readOrNull(disk, file);
  if (bytes) await writeFileDurably(disk, path.join(folder, path.basename(file)), bytes);
}

/** Renames history parts that reach past the last good entry, so that the numbers can be used again. Their bytes stay. */
export async function setDamagedPartsAside(disk: Disk, files: VaultFiles, goodSeq: number): Promise<void> {
  for (const part of await listHistoryParts(disk, files)) {
    if (part.lastSeq > goodSeq) await disk.rename(part.file, `${part.file}.damaged`);
  }
  await syncFolder(disk, files.history).catch(() => undefined);
}
