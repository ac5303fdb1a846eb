// The door of the room “gates”: phase gates, the digest of a month, and the hand-off pack.
export { gatesHandlers } from './commands.ts';
export { DigestTab } from './DigestTab.tsx';
export { GatesTab } from './GatesTab.tsx';
export { HandoffTab } from './HandoffTab.tsx';
