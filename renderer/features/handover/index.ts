// The door of the room “handover”: the documents that leave the study: brief, before and after, digest, hand-off pack.
export { BeforeAfterTab } from './BeforeAfterTab.tsx';
export { BriefTab } from './BriefTab.tsx';
export { handoverHandlers } from './commands.ts';
export { DigestTab } from './DigestTab.tsx';
export { HandoffTab } from './HandoffTab.tsx';
