// The operations of `npm run bench`, in the order of its table. Each is loaded only in its own process.
import type { Operation } from '../harness/bench.ts';

/** Name on the command line → loader. */
export const OPERATIONS = {
  edit: async () => (await import('./edit.ts')).edit,
  burst: async () => (await import('./burst.ts')).burst,
  undo: async () => (await import('./undo.ts')).undo,
  open: async () => (await import('./open.ts')).open,
  firstScreen: async () => (await import('./first-screen.ts')).firstScreen,
  checkpoint: async () => (await import('./checkpoint.ts')).checkpoint,
  import: async () => (await import('./import.ts')).importFiles,
  search: async () => (await import('./search.ts')).search,
  themes: async () => (await import('./themes.ts')).themes,
  matrix: async () => (await import('./matrix.ts')).matrix,
  tagsTogether: async () => (await import('./tags-together.ts')).tagsTogether,
  bulkTag: async () => (await import('./bulk-tag.ts')).bulkTag,
  mergeTags: async () => (await import('./merge-tags.ts')).mergeTags,
} as const satisfies Record<string, () => Promise<Operation>>;

export type OperationName = keyof typeof OPERATIONS;

export const OPERATION_NAMES = Object.keys(OPERATIONS) as readonly OperationName[];
