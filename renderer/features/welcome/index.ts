// The door of the room “welcome”: starting, opening and keeping studies.
export { openSampleOnFirstStart, welcomeHandlers } from './commands.ts';
export { joinPath, lastPart, studyFolderName } from './folder-path.ts';
export { FolderChooser } from './FolderChooser.tsx';
export { openRecent } from './open-study.ts';
export { StudyDialogs } from './StudyDialogs.tsx';
export { StudyPlaceDialog } from './StudyPlaceDialog.tsx';
export { WelcomeTab } from './WelcomeTab.tsx';
