// The door of the room “search”.
export { SearchSideBar } from './SearchSideBar.tsx';
export { searchHandlers } from './commands.ts';
