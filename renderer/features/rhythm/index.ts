// The door of the room “rhythm”: how regularly the company listens to its customers, all year.
export { rhythmHandlers } from './commands.ts';
export { ConversationsTab } from './ConversationsTab.tsx';
export { HabitsTab } from './HabitsTab.tsx';
export { ListeningTab } from './ListeningTab.tsx';
export { RhythmDialogs } from './RhythmDialogs.tsx';
export { RhythmSideBar } from './RhythmSideBar.tsx';
export { SignalsTab } from './SignalsTab.tsx';
