// The door of the room “queries”: asking the coding, tables of tags, files for spreadsheets.
export { queriesHandlers } from './commands.ts';
export { QueriesTab } from './QueriesTab.tsx';
