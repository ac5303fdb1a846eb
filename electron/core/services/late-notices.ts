// Says what is found missing after a large study was opened: its sources come in behind the first screen.
import type { Disk } from '../vault/disk.ts';
import { missingTranscripts } from '../vault/salvage/transcript-faults.ts';
import type { Vault } from '../vault/vault.ts';

/** Adds sentences about transcripts that are not there to the notices of an opened study, and calls `added` when there are new ones. Never throws. */
export function addLateNotices(vault: Vault, notices: string[], disk: Disk, added: () => unknown): void {
  vault.outline
    .then(() => missingTranscripts(disk, vault.files, vault.state))
    .then((missing) => {
      const unsaid = missing.filter((notice) => !notices.includes(notice));
      notices.push(...unsaid);
      if (unsaid.length > 0) added();
    })
    .catch(() => undefined);
}
