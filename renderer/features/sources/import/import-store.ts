// The import that is going on: the files, what was read of each, and what the person decided about them.
import { create } from 'zustand';

import type { SourceKind } from '#shared/model/records/source';
import type { ImportPreview } from '#shared/rpc/answers';
import type { MethodInput } from '#shared/rpc/contract';
import { call } from '#renderer/stores/session';
import { refuseToChange } from '#renderer/stores/refuse';
import { useVaultStore } from '#renderer/stores/vault-store';

import { isProjectName, openExchangeImport } from '../../exchange/index.ts';
import { dayInName } from './day-in-name.ts';
import { commitSpeaker, type Person, proposedSpeakers, type SpeakerChoice } from './speaker-choices.ts';

/**
 * waiting, reading: not yet a preview. ready: can be imported. failed: cannot be read. stopped: the person stopped the reading before it.
 * imported: it is in the study.
 */
export type RowState = 'waiting' | 'reading' | 'ready' | 'failed' | 'stopped' | 'imported';

/** A choice about how a file is read. */
export type ReadingChoice = Pick<MethodInput<'import.inspect'>, 'format' | 'lenient' | 'encoding' | 'table'>;

/** What a person decides about a file. */
export interface RowDetails {
  title: string;
  kind: SourceKind;
  /** A day as `2026-06-30`, empty when not known. */
  heldOn: string;
  speakers: readonly SpeakerChoice[];
  /** Who is heard in a file that names no speakers. */
  person: Person;
}

export interface ImportRow extends RowDetails {
  key: number;
  file: File;
  state: RowState;
  /** A finished sentence about what went wrong. */
  error: string | null;
  preview: ImportPreview | null;
  /** It was refused, and can be read all the same if the person wants it. */
  mayReadAnyway: boolean;
  /** How the person wants it read, as far as they said so. */
  reading: ReadingChoice;
  /** It was read before: what the person decided then is kept when it is read again. */
  wasRead: boolean;
  included: boolean;
  expanded: boolean;
  sourceId: string | null;
}

export type ImportPhase = 'closed' | 'choosing' | 'pasting' | 'importing' | 'done';

export interface ImportState {
  phase: ImportPhase;
  rows: readonly ImportRow[];
  /** The running commit, for its progress and its cancel. */
  jobId: string | null;
  /** A sentence about the import as a whole. */
  message: string | null;
}

const closed: ImportState = { phase: 'closed', rows: [], jobId: null, message: null };

export const useImportStore = create<ImportState>()(() => closed);

let nextKey = 1;

/** Opens the import, with files when some were dropped. Without an open study there is nothing to import into. */
export function openImport(files: readonly File[] = []): void {
  if (refuseToChange()) return;
  const [first] = files;
  // A project of another tool has its own way in, with its report.
  if (files.length === 1 && first && isProjectName(first.name)) return openExchangeImport(first);
  const { phase } = useImportStore.getState();
  if (useVaultStore.getState().status === null || phase === 'importing') return;
  if (phase === 'closed' || phase === 'done') useImportStore.setState({ ...closed, phase: 'choosing' });
  else useImportStore.setState({ phase: 'choosing' });
  addFiles(files);
}

export function openPaste(): void {
  openImport();
  if (useImportStore.getState().phase === 'choosing') useImportStore.setState({ phase: 'pasting' });
}

/** Puts files into the table; they are read one after the other by read-files.ts. */
export function addFiles(files: readonly File[]): void {
  const rows = files.map((file): ImportRow => ({
    key: nextKey++,
    file,
    state: 'waiting',
    error: null,
    preview: null,
    mayReadAnyway: false,
    reading: {},
    wasRead: false,
    included: true,
    expanded: false,
    sourceId: null,
    title: file.name,
    kind: 'interview',
    heldOn: '',
    speakers: [],
    person: { is: 'new', name: '' },
  }));
  if (rows.length > 0) useImportStore.setState((state) => ({ rows: [...state.rows, ...rows], message: null }));
}

export function changeRow(key: number, fields: Partial<ImportRow>): void {
  useImportStore.setState(({ rows }) => ({ rows: rows.map((row) => (row.key === key ? { ...row, ...fields } : row)) }));
}

/** Changes what is decided about one speaker of a file. */
export function changeSpeaker(key: number, label: string, fields: Partial<SpeakerChoice>): void {
  useImportStore.setState(({ rows }) => ({
    rows: rows.map((row) =>
      row.key === key
        ? { ...row, speakers: row.speakers.map((speaker) => (speaker.label === label ? { ...speaker, ...fields } : speaker)) }
        : row,
    ),
  }));
}

/** A row with what was read; decisions that were made already are kept where they still fit. */
export function readyRow(row: ImportRow, preview: ImportPreview): ImportRow {
  const decided = new Map(row.speakers.map((speaker) => [speaker.label, speaker]));
  return {
    ...row,
    state: 'ready',
    error: null,
    preview,
    wasRead: true,
    // What the columns are is a guess that wants a look.
    expanded: row.expanded || (!row.wasRead && preview.table !== undefined),
    kind: kindOf(row, preview),
    title: row.wasRead ? row.title : preview.title,
    heldOn: row.wasRead ? row.heldOn : (dayInName(row.file.name) ?? ''),
    speakers: proposedSpeakers(preview.speakers).map((speaker) => decided.get(speaker.label) ?? speaker),
  };
}

/** Answers of respondents are a survey, unless the person said otherwise. */
function kindOf(row: ImportRow, preview: ImportPreview): SourceKind {
  const asked = (of: ImportPreview | null): boolean => of?.table?.mapping.columns.rows === 'respondents';
  if (asked(preview)) return row.kind === 'interview' && !asked(row.preview) ? 'survey-answers' : row.kind;
  return row.kind === 'survey-answers' && asked(row.preview) ? 'interview' : row.kind;
}

/** Leaves the import; what was read and not imported is forgotten by the core too. */
export function closeImport(): void {
  const { rows, phase } = useImportStore.getState();
  if (phase === 'importing') return;
  const importIds = rows.flatMap((row) => (row.state === 'ready' && row.preview ? [row.preview.importId] : []));
  if (importIds.length > 0) void call('import.discard', { importIds }).catch(() => undefined);
  useImportStore.setState(closed);
}

/** Rows that would be imported now. */
export function chosenRows(rows: readonly ImportRow[]): ImportRow[] {
  return rows.filter((row) => row.state === 'ready' && row.included && row.title.trim() !== '' && row.preview?.turns !== 0);
}

/** One file as the core takes it. */
export function commitFile(row: ImportRow & { preview: ImportPreview }) {
  const nameless = row.preview.speakers.length === 0;
  return {
    importId: row.preview.importId,
    title: row.title.trim(),
    kind: row.kind,
    heldOn: row.heldOn === '' ? null : row.heldOn,
    speakers: row.speakers.map(commitSpeaker),
    participantId: nameless && row.person.is === 'known' ? row.person.participantId : null,
    ...(nameless && row.person.is === 'new' ? { newParticipantName: row.person.name.trim() } : {}),
  };
}
