// The door of the room “history”: days and steps, looking at the study as it was, going back to that.
export { historyHandlers } from './commands.ts';
export { fieldWord, recordNoun } from './change-words.ts';
export { HistoryTab } from './HistoryTab.tsx';
export { LookingBackBanner } from './LookingBackBanner.tsx';
