// What the methods answer about the past of a study: steps, backups, and what deleting a person for good would touch.
import type { CollectionName } from '#shared/model/records/index';

/** One day with work in it, as this computer's clock told it. */
export interface HistoryDay {
  /** `2026-06-30`, local. */
  day: string;
  steps: number;
  /** Last entry of that day's newest step. */
  seq: number;
}

/** One step: an entry, or the entries of one typing pause. */
export interface HistoryStep {
  /** Its last entry: the study as of this step is the study after it. */
  seq: number;
  firstSeq: number;
  /** ISO 8601. */
  at: string;
  by: string;
  kind: 'edit' | 'undo' | 'redo';
  edit: string;
  label: string;
  /** Records it changed, at most. */
  records: number;
  /** Taken back since and not done again. */
  undone: boolean;
}

export interface HistoryPage {
  /** Newest first. */
  steps: HistoryStep[];
  /** Ask for steps before this entry next; null at the beginning of the history. */
  next: number | null;
}

export interface HistoryOverview {
  /** Newest first. */
  days: HistoryDay[];
  steps: number;
  /** The entry before the first one that can be looked back to; 0 when everything is kept. */
  startSeq: number;
  /** The last entry that should be kept and cannot be read: files of the history are damaged or missing. Null: they are whole. */
  lostUpTo: number | null;
  /** Months after which steps are dropped; null: kept for ever. */
  keepMonths: number | null;
}

/** What a step did to one record. */
export interface HistoryChange {
  collection: CollectionName;
  id: string;
  what: 'added' | 'removed' | 'changed';
  name: string;
  fields: { field: string; before: string | null; after: string | null }[];
}

export interface HistoryStepDetails {
  changes: HistoryChange[];
  /** Records beyond those that are listed. */
  more: number;
}

export interface BackupRow {
  /** Name of its folder; also what the command line calls it. */
  name: string;
  number: number;
  /** ISO 8601; null, like what follows, when its list of contents cannot be read. */
  at: string | null;
  reason: 'hourly' | 'by-hand' | 'before-migration' | 'before-import' | 'before-delete' | 'before-restore' | null;
  seq: number | null;
  bytes: number;
  snippets: number | null;
  sources: number | null;
  /** When it was last read back, checked and loaded; what became of it since is not known. */
  verifiedAt: string | null;
  /** What the last check found wrong, as finished sentences; null: nothing. */
  damage: string | null;
}

export interface BackupFailure {
  /** ISO 8601. */
  at: string;
  message: string;
}

/** The backups of the open study, newest first. */
export interface BackupsAnswer {
  own: BackupRow[];
  second: BackupRow[];
  secondFolder: string | null;
  failed: { own: BackupFailure | null; second: BackupFailure | null };
  /** Something was changed after the last one. */
  changedSince: boolean;
}

/** Somebody who is no longer in the study, but in its history: after an undone import, or removed from the list. */
export interface PastPerson {
  participantId: string;
  pseudonym: string;
  name: string;
}

/** What goes when a participant is deleted for good, and what cannot be known to be about them. */
export interface PurgePlan {
  participantId: string;
  pseudonym: string;
  name: string;
  /** Interviews in which nobody else was heard: they go whole. */
  sources: { id: string; title: string }[];
  /** Conversations with others: only the person's turns are taken out. */
  sharedSources: { id: string; title: string; turns: number }[];
  snippets: number;
  taggings: number;
  cards: number;
  evidenceLinks: number;
  /** Quotes chosen by hand for the readout. */
  readoutQuotes: number;
  /** Memos about the interviews that go. */
  memos: number;
  /** Texts typed by the researcher that name the person or repeat their words. They stay unless they are changed. */
  mentions: { collection: CollectionName; id: string; field: string; kind: 'name' | 'words' }[];
  /** Transcripts that stay, in which somebody says the person's name. */
  spokenMentions: { sourceId: string; title: string; turns: number }[];
  /** Files in the study's folder that are not Plumbline's: nobody but the person knows what is in them. */
  otherFiles: string[];
  /** Folders outside of the study that hold backups of it, and whether they are there now. */
  places: { folder: string; reachable: boolean }[];
}
