// The door of the room “search”.
export { SearchSideBar } from './SearchSideBar.tsx';
export { openPlace } from './open-result.ts';
export { searchHandlers } from './commands.ts';
