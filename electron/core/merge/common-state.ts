// The state from which two copies of a study parted: the last change that both have, or what a coding pack began with.
import { AppError } from '#shared/lib/app-error';
import type { VaultState } from '#shared/model/vault-state';

import { linesOf } from '../history/read-backwards.ts';
import { stateAt } from '../history/state-at.ts';
import type { Disk } from '../vault/disk.ts';
import { listHistoryParts } from '../vault/history.ts';
import { historyStartOf } from '../vault/history-start.ts';
import { openJournalLine } from '../vault/journal-line.ts';
import { readOrNull } from '../vault/snapshot.ts';
import type { Vault } from '../vault/vault.ts';
import { readPackNote } from './coding-pack.ts';

/** @throws AppError('conflict') when the two have nothing in common. */
export async function commonState(disk: Disk, ours: Vault, theirs: Vault): Promise<VaultState> {
  const note = await readPackNote(disk, theirs.files);
  if (note?.madeFrom === ours.id) return stateAt(disk, theirs, note.base);
  if (ours.id === theirs.id) {
    const here = await chains(disk, ours);
    for (const [seq, chain] of [...(await chains(disk, theirs))].reverse()) if (here.get(seq) === chain) return stateAt(disk, ours, seq);
  }
  throw new AppError(
    'conflict',
    'The two are not copies of one study, nor is the other one a coding pack of it: there is nothing that they could be compared with. Nothing was changed.',
  );
}

/** Chain hash after each change that is kept, oldest first; begins with the one before the history. */
async function chains(disk: Disk, { files, id }: Vault): Promise<Map<number, string>> {
  const start = await historyStartOf(disk, files, id);
  const found = new Map([[start.seq, start.chain]]);
  for (const { file } of [...(await listHistoryParts(disk, files)), { file: files.journal }]) {
    for (const line of linesOf((await readOrNull(disk, file)) ?? Buffer.alloc(0))) {
      const opened = openJournalLine(line, files.cipher);
      if (typeof opened === 'string') continue;
      const seq = Number(/^\{"seq":(\d{1,15}),/.exec(opened.json.toString('latin1', 0, 40))?.[1] ?? 0);
      if (seq > start.seq) found.set(seq, opened.chain);
    }
  }
  return found;
}
