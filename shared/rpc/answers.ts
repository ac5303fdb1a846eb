// What the methods answer and what the core announces: plain JSON.
import type { StorySheet } from '#shared/model/story';
import type { WithheldReport } from '#shared/model/withheld-report';
import type { Change, RecordsByCollection } from '#shared/model/changes';
import type { AnyRecord, CollectionName } from '#shared/model/records/index';
import type { RecoveryReport } from '#shared/model/recovery-report';
import type { SpeakerRole } from '#shared/model/records/source';
import type { TableShape } from '#shared/model/table';
import type { Cue, TextEncoding, TranscriptFormat, Turn } from '#shared/model/transcript';

export interface Settings {
  theme: 'system' | 'light' | 'dark';
  readingSize: number;
  hideNames: boolean;
  pickerAfterSelection: boolean;
  backups: {
    /** How many of each stay. */
    hourly: number;
    daily: number;
    weekly: number;
    /** Where backups of every study go as well; null for nowhere. */
    secondFolder: string | null;
  };
  lockAfterMinutes: number;
  /** Under which name this person codes; empty: the login name. */
  coderName: string;
}

export interface RecentVault {
  folder: string;
  name: string;
  /** ISO 8601. */
  openedAt: string;
}

/** Which tabs are open: kind of what they show, and the record's id where they show one. */
export interface Layout {
  groups: { tabs: { kind: string; id: string | null }[]; active: number }[];
  activeGroup: number;
  activity: string;
}

export interface AppStatus {
  version: string;
  host: 'desktop' | 'browser' | 'test';
  vault: VaultStatus | null;
  recent: RecentVault[];
  settings: Settings;
  /** Where new studies go unless the person chooses otherwise. */
  defaultFolder: string;
  /** Name that work is done under while the settings give none. */
  loginName: string;
  /** The encrypted study that was locked and waits for its passphrase; null when none was. */
  locked: { folder: string; name: string } | null;
  /** The study that the program was started with and that needs a decision of a person (damaged, or in use); told once, then null. */
  askedFor: string | null;
}

export interface VaultStatus {
  folder: string;
  /** Name of the folder without its suffix. */
  name: string;
  /** The sample study in a scratch copy: thrown away unless it is kept. */
  sample: boolean;
  encrypted: boolean;
  /** It was made for a second coder, from a study that it goes back to. */
  codingPack: boolean;
  /** Opened without its lock, to be looked at: to write, it has to be opened again. */
  openedForReading: boolean;
  /** The study is shown as it was after this entry, and cannot be changed meanwhile; null: as it is now. */
  lookingBack: { seq: number; at: string } | null;
  /** Why nothing can be written; null when all is well. */
  readOnlyReason: string | null;
  /** What happened on opening, as sentences. */
  notices: string[];
}

export interface RecoveryCode {
  /** In groups, for a person to write down. */
  recoveryCode: string;
}

/** A copy of the open study at another place. */
export interface SavedCopy {
  folder: string;
  /** What could not be read any more, as sentences. */
  notices: string[];
}

export interface FolderListing {
  folder: string;
  parent: string | null;
  entries: { name: string; folder: string; isVault: boolean }[];
}

export interface VaultSnapshot {
  status: VaultStatus;
  seq: number;
  /** All records of a small study; of a large one those of the first screen. */
  records: RecordsByCollection;
  undoLabel: string | null;
  redoLabel: string | null;
  /** Under this name `vault.records` gives the other records; null when there are none. */
  reading: string | null;
}

/** Some of the records that did not come with the snapshot, as they stood after entry `seq`. */
export interface RecordsPage {
  seq: number;
  collections: { collection: CollectionName; records: AnyRecord[] }[];
  /** Records given so far and in all, for showing progress; edits meanwhile change the total. */
  done: number;
  total: number;
  /** True for the page after the last records. */
  last: boolean;
}

export interface EditDone {
  seq: number;
  /** What the edit gives back: ids of records it made. */
  result: Record<string, unknown>;
}

export interface StepDone {
  seq: number;
  label: string;
  /** Records that were put back, for revealing them. */
  changed: { collection: string; id: string }[];
}

export interface CheckReport {
  ok: boolean;
  /** False: no state can be made of the files at all, not even by repairing. */
  readable: boolean;
  seq: number;
  records: Record<string, number>;
  transcripts: number;
  /** Backups that were checked, those in other folders included. */
  backups: number;
  problems: { file: string; what: string }[];
  /** Worth knowing, but no fault: leftovers of a program that was stopped, files that belong to nothing. */
  notes: string[];
}

/** A damaged study as it was found; nothing was changed. */
export interface Diagnosis {
  report: RecoveryReport;
  /** Backups whose records can be read, newest first. */
  backups: { name: string; seq: number; savedAt: string }[];
  /** What lies in the folder, backups left out. */
  files: { name: string; bytes: number; changedAt: string }[];
}

/** What became of a damaged study, in a new folder. */
export interface Repaired {
  folder: string;
  report: RecoveryReport;
  /** The new study holds in every check; otherwise what it still lacks, as sentences. */
  sound: boolean;
  problems: string[];
}

export interface TranscriptAnswer {
  turns: Turn[];
  cues: Cue[] | null;
  /** What stood before the first turn in the file. */
  heading: string | null;
}

export interface SpeakerPreview {
  label: string;
  role: SpeakerRole;
  turns: number;
  words: number;
  /** Why this role is proposed. */
  reason: string;
  /** A participant of the vault with this name. */
  participantId: string | null;
  /** Two or three of their first lines. */
  examples: string[];
}

export interface ImportPreview {
  importId: string;
  fileName: string;
  title: string;
  format: TranscriptFormat;
  encoding: TextEncoding;
  /** The file does not say its encoding for sure, or the person chose it: it may be chosen anew. */
  unsure: boolean;
  /** Where it is not sure: some words with letters beyond the plain alphabet. */
  oddWords: string[];
  turns: number;
  words: number;
  startMs: number | null;
  endMs: number | null;
  speakers: SpeakerPreview[];
  /** The first turns, as they will stand. */
  sample: Turn[];
  warnings: string[];
  /** Only for tables: the columns, and what they are taken for. */
  table?: TableShape;
}

export interface ImportDone {
  /** One row a file, in the order given; after a cancel none is imported. */
  files: { importId: string; ok: boolean; sourceId: string | null; error: string | null }[];
  cancelled: boolean;
}

export interface SearchMatch {
  sourceId: string;
  turn: number;
  /** UTF-16 units in the turn's text. */
  startOffset: number;
  endOffset: number;
  speaker: string | null;
  startMs: number | null;
  /** The words around the match, and where it lies in them. */
  context: string;
  contextStart: number;
}

export interface SearchAnswer {
  matches: SearchMatch[];
  /** Matches in all, also those beyond the limit. */
  total: number;
}

export interface ThemeProposals {
  proposals: { id: string; name: string; words: string[]; snippetIds: string[]; cohesion: number }[];
  /** Snippets that were looked at: those in no theme. */
  considered: number;
}

/** How the readout can be had as a file. */
export const READOUT_FORMATS = ['md', 'html', 'docx'] as const;
export type ReadoutFormat = (typeof READOUT_FORMATS)[number];

export interface ReadoutDocument {
  fileName: string;
  mediaType: string;
  /** The file's bytes. */
  base64: string;
  /** Whose words were kept back. */
  withheld: WithheldReport;
}

/** What the core announces to every window. */
export type CoreEvent =
  | {
      type: 'entry';
      seq: number;
      at: string;
      kind: 'edit' | 'undo' | 'redo';
      edit: string;
      label: string;
      /** True: the next entry belongs to the same step. */
      more: boolean;
      changes: Change[];
      undoLabel: string | null;
      redoLabel: string | null;
    }
  /** Which study is open now. `damaged`: the folder of one that was closed since it could not be read to its end. */
  | { type: 'vault'; status: VaultStatus | null; damaged?: string }
  /** Something new is known about the study that is open; its records are as they were. */
  | { type: 'status'; status: VaultStatus }
  | { type: 'settings'; settings: Settings }
  /** The list of backups has changed. */
  | { type: 'backups' }
  | { type: 'progress'; jobId: string; done: number; total: number; message: string };

/** A table whose rows are stories, complaints or answers. */
export interface StoryTable {
  fileName: string;
  /** Those that hold anything. */
  sheets: StorySheet[];
  /** Number of the one with most rows. */
  largest: number;
  encoding: TextEncoding;
  /** As of an ImportPreview. */
  unsure: boolean;
  oddWords: string[];
  /** Finished sentences. */
  warnings: string[];
}

/** A name that was found in interviews, with what may stand in its place. */
export interface ProposedName {
  kind: 'person' | 'company' | 'name' | 'e-mail' | 'phone';
  text: string;
  replacement: string;
  /** Places, and interviews they lie in. */
  count: number;
  sources: number;
  /** The first place with words around it. */
  example: string;
}

export interface KeyListFile {
  fileName: string;
  base64: string;
}

export interface KeyListNames {
  /** Name of the study it was written for. */
  study: string;
  names: { text: string; replacement: string }[];
}

/** What became of a study whose names were replaced. */
export interface ReplacedNames {
  /** Interviews with another text now. */
  sources: number;
  /** Snippets by what became of them; unsure ones wait for a decision. */
  kept: number;
  moved: number;
  changed: number;
  unsure: number;
  /** Records with other words: titles, notes, memos and the like. */
  texts: number;
}
