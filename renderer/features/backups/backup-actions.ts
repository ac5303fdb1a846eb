// What can be done with backups; failures are shown as their sentence.
import { notify, notifyError } from '#renderer/stores/notification-store';
import { quickPick } from '#renderer/stores/quick-pick-store';
import { call } from '#renderer/stores/session';
import { announce } from '#renderer/ui/announce';
import type { BackupRow } from '#shared/rpc/history-answers';

export type PlaceName = 'own' | 'second';

function tell(message: string): void {
  announce(message);
  notify({ kind: 'info', message });
}

/** Makes one now. When nothing has changed since the last one, there is nothing to copy. */
export async function makeBackup(): Promise<void> {
  try {
    const { fresh } = await call('backups.make', {});
    tell(fresh ? 'A backup was made, read back and checked.' : 'Nothing has changed since the last backup: it is up to date.');
  } catch (error) {
    notifyError(error);
  }
}

export async function verifyBackup(place: PlaceName, { name, number }: BackupRow): Promise<void> {
  try {
    await call('backups.verify', { place, name });
    tell(`Backup ${number} was read back and loads as it should.`);
  } catch (error) {
    notifyError(error);
  }
}

/** A backup that is removed does not come back, so it is asked. @returns whether it is gone. */
export async function removeBackup(place: PlaceName, { name, number }: BackupRow): Promise<boolean> {
  const answer = await quickPick({
    title: `Remove backup ${number}?`,
    placeholder: 'It does not come back',
    items: [
      { id: 'keep', label: 'Keep it' },
      { id: 'remove', label: `Remove backup ${number}`, detail: 'the study itself is not touched' },
    ],
  });
  if (!answer || !('id' in answer) || answer.id !== 'remove') return false;
  try {
    await call('backups.remove', { place, name });
    announce(`Backup ${number} was removed.`);
    return true;
  } catch (error) {
    notifyError(error);
    return false;
  }
}

/** @param folder a full path; null: no second folder any more, what is there stays. @throws AppError */
export async function chooseSecondFolder(folder: string | null): Promise<void> {
  await call('backups.chooseSecond', { folder });
  tell(folder === null ? 'Backups go into the study’s own folder only from now on.' : 'The second folder holds a backup now.');
}
