// The door of the room “readout”.
export { ReadoutSideBar } from './ReadoutSideBar.tsx';
export { ReadoutTab } from './ReadoutTab.tsx';
export { readoutHandlers } from './commands.ts';
