// The door of the room “sources”.
export { SourcesSideBar } from './SourcesSideBar.tsx';
export { SourceInspector } from './SourceInspector.tsx';
export { sourcesHandlers } from './commands.ts';
