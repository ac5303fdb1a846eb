// The door of the room “gates”: phase gates, and the documents that are handed over: brief, before and after, digest, hand-off pack.
export { BeforeAfterTab } from './BeforeAfterTab.tsx';
export { BriefTab } from './BriefTab.tsx';
export { gatesHandlers } from './commands.ts';
export { DigestTab } from './DigestTab.tsx';
export { GatesTab } from './GatesTab.tsx';
export { HandoffTab } from './HandoffTab.tsx';
