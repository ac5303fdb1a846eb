// What the methods answer and what the core announces: plain JSON.
import type { Change, RecordsByCollection } from '#shared/model/changes';
import type { SpeakerRole } from '#shared/model/records/source';
import type { Cue, TextEncoding, TranscriptFormat, Turn } from '#shared/model/transcript';

export interface Settings {
  theme: 'system' | 'light' | 'dark';
  readingSize: number;
  hideNames: boolean;
  pickerAfterSelection: boolean;
  lockAfterMinutes: number;
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
  /** The encrypted study that was locked and waits for its passphrase; null when none was. */
  locked: { folder: string; name: string } | null;
}

export interface VaultStatus {
  folder: string;
  /** Name of the folder without its suffix. */
  name: string;
  /** The sample study in a scratch copy: thrown away unless it is kept. */
  sample: boolean;
  encrypted: boolean;
  /** Opened without its lock, to be looked at: to write, it has to be opened again. */
  openedForReading: boolean;
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
  records: RecordsByCollection;
  undoLabel: string | null;
  redoLabel: string | null;
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
  seq: number;
  records: Record<string, number>;
  transcripts: number;
  problems: { file: string; what: string }[];
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
  turns: number;
  words: number;
  startMs: number | null;
  endMs: number | null;
  speakers: SpeakerPreview[];
  /** The first turns, as they will stand. */
  sample: Turn[];
  warnings: string[];
}

export interface ImportDone {
  /** One row a file, in the order given; files after a cancel are listed as not imported. */
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

export interface ReadoutDocument {
  fileName: string;
  mediaType: string;
  text: string;
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
      changes: Change[];
      undoLabel: string | null;
      redoLabel: string | null;
    }
  | { type: 'vault'; status: VaultStatus | null }
  | { type: 'settings'; settings: Settings }
  | { type: 'progress'; jobId: string; done: number; total: number; message: string };
