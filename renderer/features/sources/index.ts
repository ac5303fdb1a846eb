// The door of the room “sources”: the interviews list, the import, and what the inspector says of a source.
export { ImportDialogs } from './import/ImportDialogs.tsx';
export { openImport } from './import/import-store.ts';
export { SourcesSideBar } from './SourcesSideBar.tsx';
export { SourceInspector } from './SourceInspector.tsx';
export { sourcesHandlers } from './commands.ts';
export { clockTime, ROLE_NAMES } from './source-words.ts';
