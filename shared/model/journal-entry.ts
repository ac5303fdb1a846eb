// One entry of the journal: a named edit, or the undo or redo of earlier ones, with its changes.
import type { Change } from './changes.ts';

export interface JournalEntry {
  /** Position in the life of the vault, gapless from 1. */
  seq: number;
  /** ISO 8601 time, for people; order is by seq only. */
  at: string;
  by: string;
  kind: 'edit' | 'undo' | 'redo';
  /** Name of the edit (for undo and redo: of the edit taken back or done again). */
  edit: string;
  label: string;
  /** Entries of one typing pause carry the same key and are undone together. */
  coalesce?: string;
  /**
   * First entry of the batch this one was written with, when it is not that one itself. A batch is one write and one flush,
   * answered as a whole: after a power cut it may be there in part, and none of it was promised to anybody.
   */
  batch?: number;
  /** The next entry belongs to the same step: one of thousands of records goes over several entries, and counts only when it ends. */
  more?: true;
  changes: Change[];
}

/** One step of undo: the entries it takes back. */
export interface UndoStep {
  seqs: number[];
  edit: string;
  label: string;
  at: string;
  coalesce?: string;
  /** More of its entries are to come. */
  open?: true;
}

/** What can be undone and redone; newest last in both lists. */
export interface UndoStack {
  past: UndoStep[];
  future: UndoStep[];
}

/** Steps kept; older ones stay in the history but can no longer be undone one by one. */
export const UNDO_LIMIT = 1000;

/** Entries with the same coalescing key within this time of each other are one step (ms). */
export const COALESCE_MS = 5000;

export const EMPTY_UNDO_STACK: UndoStack = { past: [], future: [] };

/** The stack after an entry. Pure, so that replaying a journal gives the same stack as living through it. */
export function advanceUndoStack(stack: UndoStack, entry: JournalEntry): UndoStack {
  const { past, future } = stack;
  if (entry.kind !== 'edit' && entry.more) return stack;
  if (entry.kind === 'undo') {
    const step = past.at(-1);
    return step ? { past: past.slice(0, -1), future: [...future, step] } : stack;
  }
  if (entry.kind === 'redo') {
    const step = future.at(-1);
    return step ? { past: [...past, step], future: future.slice(0, -1) } : stack;
  }
  const last = past.at(-1);
  if (last?.open) {
    const { open: _open, ...step } = last;
    return {
      past: [...past.slice(0, -1), { ...step, seqs: [...step.seqs, entry.seq], ...(entry.more ? { open: true } : {}) }],
      future: [],
    };
  }
  if (last && continues(last, entry, future.length > 0)) {
    const step = { ...last, seqs: [...last.seqs, entry.seq], at: entry.at };
    return { past: [...past.slice(0, -1), step], future: [] };
  }
  const step: UndoStep = { seqs: [entry.seq], edit: entry.edit, label: entry.label, at: entry.at };
  if (entry.coalesce !== undefined) step.coalesce = entry.coalesce;
  if (entry.more) step.open = true;
  return { past: [...past, step].slice(-UNDO_LIMIT), future: [] };
}

function continues(last: UndoStep, entry: JournalEntry, afterUndo: boolean): boolean {
  if (afterUndo || entry.coalesce === undefined || last.coalesce !== entry.coalesce || last.edit !== entry.edit) return false;
  const gap = Date.parse(entry.at) - Date.parse(last.at);
  return gap >= 0 && gap <= COALESCE_MS && last.seqs.at(-1) === entry.seq - 1;
}
