// The door of the room “versions”: the codebook as it was.
export { VersionsPage } from './VersionsPage.tsx';
export { VersionDialog } from './VersionDialog.tsx';
export { showPart, startSaving, useVersions } from './versions-store.ts';
export { versionsHandlers } from './commands.ts';
