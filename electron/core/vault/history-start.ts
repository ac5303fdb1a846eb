// Where a study's history begins, when it does not begin with the first change: after a repair, or when old parts were let go.
import path from 'node:path';

import { type Disk, writeFileDurably } from './disk.ts';
import { isObject } from './read-entry.ts';
import { readOrNull } from './snapshot.ts';
import type { VaultFiles } from './vault-files.ts';

/** The last change that is no longer in the history, and the chain hash after it. */
export interface HistoryStart {
  seq: number;
  chain: string;
}

const fileOf = (files: VaultFiles): string => path.join(files.folder, 'history-start.json');

/** Notes that changes up to `start.seq` are not in the history, on purpose. @throws the operating system's error. */
export async function writeHistoryStart(disk: Disk, files: VaultFiles, { seq, chain }: HistoryStart): Promise<void> {
  await writeFileDurably(disk, fileOf(files), Buffer.from(`${JSON.stringify({ seq, chain })}\n`));
}

/** That note; null where there is none, or none that can be read: then the history must begin with change 1. */
export async function readHistoryStart(disk: Disk, files: VaultFiles): Promise<HistoryStart | null> {
  const bytes = await readOrNull(disk, fileOf(files)).catch(() => null);
  try {
    const note: unknown = JSON.parse(bytes?.toString('utf8') ?? 'null');
    if (!isObject(note) || !Number.isSafeInteger(note['seq']) || typeof note['chain'] !== 'string') return null;
    return { seq: note['seq'] as number, chain: note['chain'] };
  } catch {
    return null;
  }
}
