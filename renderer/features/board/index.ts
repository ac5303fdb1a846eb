// The door of the room “board”.
export { BoardSideBar } from './BoardSideBar.tsx';
export { BoardTab } from './BoardTab.tsx';
export { CardsInspector } from './CardsInspector.tsx';
export { boardHandlers } from './commands.ts';
