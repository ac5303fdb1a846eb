// The door of the room “coders”: a second coder's packs, merging, and how far two coders agree.
export { codersHandlers } from './commands.ts';
export { CodersTab } from './CodersTab.tsx';
export { MergeDialog } from './MergeDialog.tsx';
export { PackCoderDialog } from './PackCoderDialog.tsx';
export { PackDialog } from './PackDialog.tsx';
