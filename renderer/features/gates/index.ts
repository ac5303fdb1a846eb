// The door of the room “gates”: points of the work that are passed only with what customers said lately.
export { gatesHandlers } from './commands.ts';
export { GatesTab } from './GatesTab.tsx';
