// Commands of the backups.
import type { IdsOf } from '#shared/commands/catalog';
import type { HISTORY } from '#shared/commands/catalog/history';
import { openTab } from '#renderer/stores/tabs';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { makeBackup } from './backup-actions.ts';
import { showRestoreDialog } from './restore-store.ts';

type BackupCommand = Extract<IdsOf<typeof HISTORY>, `backups.${string}`>;

export const backupsHandlers: Record<BackupCommand, () => void | Promise<void>> = {
  'backups.open': () => {
    openTab({ kind: 'backups' });
    focusFrontSurface();
  },
  'backups.make': makeBackup,
  'backups.restoreFrom': () => showRestoreDialog(true),
};
