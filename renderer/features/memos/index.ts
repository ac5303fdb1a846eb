// The door of the room “memos”: dated notes in Markdown, on their own or about something.
export { memosHandlers } from './commands.ts';
export { MemoList } from './MemoList.tsx';
export { MemosAbout } from './MemosAbout.tsx';
export { MemoTab } from './MemoTab.tsx';
