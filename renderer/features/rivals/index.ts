// The door of the room “rivals”: assumptions that cannot all be true, weighed against each other.
export { rivalsHandlers } from './commands.ts';
export { RivalsTab } from './RivalsTab.tsx';
