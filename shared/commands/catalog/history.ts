// Commands of the history and of backups.
import { commands, vaultOpen } from '../command.ts';

export const HISTORY = commands([
  { id: 'history.open', title: 'Show history of changes', group: 'Study', keys: ['Mod+K H'], whileTyping: true, when: vaultOpen },
  { id: 'history.back', title: 'Back to now', group: 'Study', when: (context) => context.has('lookingBack') },
  {
    id: 'history.restoreThis',
    title: 'Restore this state (undoable)',
    group: 'Study',
    when: (context) => context.has('lookingBack'),
  },
  { id: 'backups.open', title: 'Show backups', group: 'Study', when: vaultOpen },
  { id: 'backups.restoreFrom', title: 'Restore a study from its backups…', group: 'Study' },
  { id: 'backups.make', title: 'Make a backup now', group: 'Study', when: vaultOpen },
]);
