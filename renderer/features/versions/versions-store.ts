// Codebook versions on screen: which are compared, and the dialog that saves or changes one.
import { create } from 'zustand';

import type { CodebookVersion } from '#shared/model/records/codebook-version';
import { notify, notifyError } from '#renderer/stores/notification-store';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { refuse, refuseToChange } from '#renderer/stores/refuse';
import { call } from '#renderer/stores/session';
import { openTab } from '#renderer/stores/tabs';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { downloadFile } from '../exchange/index.ts';

/** Stands for the codebook as it is, where a version could be chosen. */
export const NOW = 'now';

interface VersionsState {
  /** What the codebook's tab shows. */
  part: 'tags' | 'versions';
  /** The version that is looked at; null: the latest. */
  chosen: string | null;
  /** What it is compared with. */
  other: string;
  /** The dialog: for a new version, or for this one. */
  dialog: 'closed' | 'new' | { versionId: string };
}

export const useVersions = create<VersionsState>()(() => ({ part: 'tags', chosen: null, other: NOW, dialog: 'closed' }));

export const showPart = (part: VersionsState['part']): void => useVersions.setState({ part });
export const chooseVersion = (versionId: string): void => useVersions.setState({ chosen: versionId });
export const compareWith = (other: string): void => useVersions.setState({ other });
export const closeVersionDialog = (): void => useVersions.setState({ dialog: 'closed' });

/** Latest first. */
export function latestFirst(versions: readonly CodebookVersion[]): CodebookVersion[] {
  return versions.toSorted((left, right) => (left.at < right.at ? 1 : -1));
}

/** The one that is looked at: the chosen one as long as it is there, otherwise the latest. */
export function chosenVersion(versions: readonly CodebookVersion[], chosen: string | null): CodebookVersion | undefined {
  return versions.find(({ id }) => id === chosen) ?? latestFirst(versions)[0];
}

const current = (): CodebookVersion | undefined => chosenVersion(projection.list('codebookVersions'), useVersions.getState().chosen);

/** Opens the dialog for a new version, when there is something to keep. */
export function startSaving(): void {
  if (refuseToChange()) return;
  if (projection.state.all('tags').size === 0) return refuse('There are no tags yet, so there is no codebook to keep.');
  useVersions.setState({ dialog: 'new' });
}

export function startChanging(): void {
  const version = current();
  if (version && !refuseToChange()) useVersions.setState({ dialog: { versionId: version.id } });
}

/** Opens the versions in the codebook's tab. */
export function showVersions(): void {
  showPart('versions');
  openTab({ kind: 'codebook' });
  focusFrontSurface();
}

/** Stores what the dialog says. @throws what the edit throws; the person has been told. */
export async function commitVersion(fields: { name: string; day: string; note: string }): Promise<void> {
  const { dialog } = useVersions.getState();
  if (dialog === 'closed') return;
  if (dialog === 'new') {
    const { versionId } = await edit('saveCodebookVersion', fields);
    useVersions.setState({ chosen: versionId });
    notifyUndoable(`Kept the codebook as “${fields.name.trim()}”.`);
  } else await edit('updateCodebookVersion', { versionId: dialog.versionId, ...fields });
  closeVersionDialog();
}

/** The codebook of today is not touched; undo brings the version back. */
export async function removeVersion(): Promise<void> {
  const version = current();
  if (!version) return;
  await edit('removeCodebookVersion', { versionId: version.id });
  notifyUndoable(`Removed the version “${version.name}”. The codebook of today is as it was.`);
  focusFrontSurface();
}

/** Names leave as pseudonyms; the person is told so. */
export async function exportVersion(): Promise<void> {
  const version = current();
  if (!version) return;
  try {
    const written = await call('codebook.versionFile', { versionId: version.id });
    downloadFile(written);
    notify({ kind: 'info', message: `${written.fileName} was exported, with pseudonyms for names.` });
  } catch (error) {
    notifyError(error);
  }
}
