// The door of the room “welcome”: starting, opening and keeping studies.
export { openSampleOnFirstStart, welcomeHandlers } from './commands.ts';
export { StudyDialogs } from './StudyDialogs.tsx';
export { WelcomeTab } from './WelcomeTab.tsx';
