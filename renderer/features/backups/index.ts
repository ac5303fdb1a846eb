// The door of the room “backups”: what copies there are, making one, restoring one, the second folder.
export { backupsHandlers } from './commands.ts';
export { RestoreDialogs } from './RestoreDialogs.tsx';
export { BackupsTab } from './BackupsTab.tsx';
