// What an edit may be told besides its input, and what is announced of it.
import type { Change } from '#shared/model/changes';
import type { JournalEntry } from '#shared/model/journal-entry';

import type { LongJob } from './turns.ts';

/** An entry as announced to windows, with what can be undone after it. */
export interface VaultAnnouncement {
  entry: JournalEntry;
  undoLabel: string | null;
  redoLabel: string | null;
}

/** A step that was taken back or done again. */
export interface StepDone {
  seq: number;
  label: string;
  changes: Change[];
}

export interface EditOptions {
  /** Edits of the same kind with the same key in quick succession are undone together. */
  coalesce?: string;
  /** Watches an edit that takes long, and may stop it. */
  job?: LongJob | undefined;
  /** A backup was made for this step already. */
  backedUp?: boolean;
}

/** What the entries of a step say besides number, time and person. */
export type EntryContent = Pick<JournalEntry, 'kind' | 'edit' | 'label' | 'changes'> & { coalesce?: string | undefined };
