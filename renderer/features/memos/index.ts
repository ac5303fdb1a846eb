// The door of the room “memos”.
export { MemoTab } from './MemoTab.tsx';
export { memosHandlers } from './commands.ts';
