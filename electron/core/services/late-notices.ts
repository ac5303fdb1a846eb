// Says what is found out only after a study was opened: missing transcripts of a large one, and that little room is left.
import type { Disk } from '../vault/disk.ts';
import { littleRoom } from './disk-room.ts';
import { missingTranscripts } from '../vault/salvage/transcript-faults.ts';
import type { Vault } from '../vault/vault.ts';

/** Adds sentences about missing transcripts and a nearly full disk to the notices of an opened study, and calls `added` when there are new ones. Never throws. */
export function addLateNotices(vault: Vault, notices: string[], disk: Disk, added: () => unknown): void {
  vault.outline
    .then(() => missingTranscripts(disk, vault.files, vault.state))
    .then(async (missing) => {
      const room = vault.openedForReading ? null : await littleRoom(vault.files);
      const found = room === null ? missing : [...missing, room];
      const unsaid = found.filter((notice) => !notices.includes(notice));
      notices.push(...unsaid);
      if (unsaid.length > 0) added();
    })
    .catch(() => undefined);
}
