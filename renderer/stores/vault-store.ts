// The open study as the window knows it: projection, last entry, labels of undo and redo, save state.
import { create } from 'zustand';

import type { AppStatus, CoreEvent, Settings, VaultSnapshot, VaultStatus } from '#shared/rpc/answers';
import type { RecentVault } from '#shared/rpc/answers';
import type { ConnectionState } from '#shared/rpc/transport';

import { Filling, type FillingProgress } from './filling.ts';
import { Projection } from './projection.ts';
import { useSearchStore } from './search-store.ts';

export interface LastEntry {
  seq: number;
  /** Time of the answer on this computer, ISO 8601. */
  at: string;
  kind: 'edit' | 'undo' | 'redo';
  edit: string;
  label: string;
}

export interface VaultStoreState {
  /** Null while the app starts. */
  version: string | null;
  host: 'desktop' | 'browser' | 'test';
  settings: Settings;
  recent: RecentVault[];
  defaultFolder: string;
  /** Name that work is done under while the settings give none. */
  loginName: string;
  status: VaultStatus | null;
  /** The encrypted study that was locked and waits for its passphrase. */
  locked: AppStatus['locked'];
  seq: number;
  undoLabel: string | null;
  redoLabel: string | null;
  lastEntry: LastEntry | null;
  connection: ConnectionState;
  /** Counts changes of the list of backups: whoever shows it asks again. */
  backupsVersion: number;
  /** Edits that are sent and not yet answered. */
  saving: number;
  /** Records of the study that are still coming; null when all are there, or will be in a moment. */
  filling: FillingProgress;
  /** Folder of a study that needs a decision: closed since it could not be read to its end, or asked for on start; whoever shows it sets it back. */
  openNext: string | null;
}

const initial: VaultStoreState = {
  version: null,
  host: 'browser',
  settings: {
    theme: 'system',
    readingSize: 17,
    hideNames: false,
    pickerAfterSelection: false,
    lockAfterMinutes: 15,
    coderName: '',
    backups: { hourly: 24, daily: 14, weekly: 8, secondFolder: null },
  },
  recent: [],
  defaultFolder: '',
  loginName: '',
  status: null,
  locked: null,
  seq: 0,
  undoLabel: null,
  redoLabel: null,
  lastEntry: null,
  connection: 'connected',
  backupsVersion: 0,
  saving: 0,
  filling: null,
  openNext: null,
};

/** One study is open at a time, so there is one projection. Records are read through record-hooks.ts. */
export const projection = new Projection();

export const useVaultStore = create<VaultStoreState>()(() => initial);

/** The filling that is under way. */
let filling: Filling | null = null;

/** Takes a snapshot; null closes the study on screen. @returns the filling to run when more records are to come. */
export function takeSnapshot(snapshot: VaultSnapshot | null): Filling | null {
  filling?.stop();
  filling = snapshot?.reading ? new Filling(projection) : null;
  // Words looked for in one study mean nothing in the next.
  if (snapshot?.status.folder !== useVaultStore.getState().status?.folder) useSearchStore.setState({ query: '' });
  projection.reset(snapshot?.records ?? null);
  useVaultStore.setState({
    status: snapshot?.status ?? null,
    seq: snapshot?.seq ?? 0,
    undoLabel: snapshot?.undoLabel ?? null,
    redoLabel: snapshot?.redoLabel ?? null,
    lastEntry: null,
    filling: null,
  });
  return filling;
}

/** A filling has told how far it is, or that it is over. */
export function takeFilling(from: Filling, progress: FillingProgress): void {
  if (from !== filling) return;
  if (progress === null) filling = null;
  useVaultStore.setState({ filling: progress });
}

/** Takes one announced entry. @returns false when entries are missing before it: fetch a snapshot. */
export function takeEntry(event: Extract<CoreEvent, { type: 'entry' }>): boolean {
  const { seq, at, kind, edit, label, more, undoLabel, redoLabel } = event;
  const known = useVaultStore.getState().seq;
  if (seq <= known) return true;
  if (seq !== known + 1) return false;
  projection.apply(event.changes, more);
  filling?.note(seq, event.changes);
  useVaultStore.setState({ seq, undoLabel, redoLabel, lastEntry: { seq, at, kind, edit, label } });
  return true;
}

/** Back to the state of a window that has just opened; for tests. */
export function resetVaultStore(): void {
  filling?.stop();
  filling = null;
  projection.reset(null);
  useVaultStore.setState(initial, true);
}
