// Says what is found out only after a study was opened: missing transcripts of a large one, gaps in the history, and that little room is left.
import { findHistoryGaps, gapsInWords } from '../history/history-gaps.ts';
import type { Disk } from '../vault/disk.ts';
import { littleRoom } from './disk-room.ts';
import { missingTranscripts } from '../vault/salvage/transcript-faults.ts';
import type { Vault } from '../vault/vault.ts';

/**
 * Adds sentences about missing transcripts, a nearly full disk and gaps in the history to the notices of an opened study, and calls `added`
 * when there are new ones. Never throws.
 */
export function addLateNotices(vault: Vault, notices: string[], disk: Disk, added: () => unknown): void {
  const add = (found: readonly (string | null)[]): void => {
    const unsaid = found.filter((notice): notice is string => notice !== null && !notices.includes(notice));
    notices.push(...unsaid);
    if (unsaid.length > 0) added();
  };
  vault.outline
    .then(async () => [
      ...(await missingTranscripts(disk, vault.files, vault.state)),
      vault.openedForReading ? null : await littleRoom(vault.files),
    ])
    .then(add)
    .catch(() => undefined);
  // The history is read line by line: after everything that the first screen waits for.
  vault.whole.then(async () => add([gapsInWords(await findHistoryGaps(disk, vault))])).catch(() => undefined);
}
