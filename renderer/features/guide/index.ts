// The door of the room “guide”: what is asked in interviews, how it is worded, and where it was asked.
export { guideHandlers } from './commands.ts';
export { GuideTab } from './GuideTab.tsx';
