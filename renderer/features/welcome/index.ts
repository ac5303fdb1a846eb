// The door of the room “welcome”: starting, opening and keeping studies.
export { StudyDialogs } from './StudyDialogs.tsx';
export { welcomeHandlers } from './commands.ts';
export { WelcomeTab } from './WelcomeTab.tsx';
