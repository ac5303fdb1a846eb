// The door of the room “assisted”: finding passages to tag, and judging them.
export { PassagesDialog } from './PassagesDialog.tsx';
export { assistedHandlers } from './commands.ts';
export { findLikeTag } from './passages-store.ts';
