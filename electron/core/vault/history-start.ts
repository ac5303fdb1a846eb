// Where a study's history begins, when it does not begin with the first change: after a repair, or when old parts were let go.
import { type Disk, writeFileDurably } from './disk.ts';
import { firstChain } from './journal-line.ts';
import { isObject } from './read-entry.ts';
import { readOrNull } from './snapshot.ts';
import type { VaultFiles } from './vault-files.ts';

/** The last change that is no longer in the history, and the chain hash after it. */
export interface HistoryStart {
  seq: number;
  chain: string;
}

const NAME = 'attachment history-start';

/** Notes that changes up to `start.seq` are not in the history, on purpose. @throws the operating system's error. */
export async function writeHistoryStart(disk: Disk, files: VaultFiles, { seq, chain }: HistoryStart): Promise<void> {
  const content = Buffer.from(`${JSON.stringify({ seq, chain })}\n`);
  await writeFileDurably(disk, files.historyStart, await files.cipher.sealFile(NAME, content));
}

/** That note; null where there is none, or none that can be read: then the history must begin with change 1. */
export async function readHistoryStart(disk: Disk, files: VaultFiles): Promise<HistoryStart | null> {
  try {
    const bytes = await readOrNull(disk, files.historyStart);
    const note: unknown = bytes && JSON.parse((await files.cipher.openFile(NAME, bytes)).toString('utf8'));
    if (!isObject(note) || !Number.isSafeInteger(note['seq']) || typeof note['chain'] !== 'string') return null;
    return { seq: note['seq'] as number, chain: note['chain'] };
  } catch {
    return null;
  }
}

/** Where the history begins: what the note says, or before change 1. */
export async function historyStartOf(disk: Disk, files: VaultFiles, vaultId: string): Promise<HistoryStart> {
  return (await readHistoryStart(disk, files)) ?? { seq: 0, chain: firstChain(vaultId) };
}
