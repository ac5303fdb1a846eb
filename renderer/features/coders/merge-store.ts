// A merge on its way: the other study is chosen, compared and shown; only then it comes in.
import { create } from 'zustand';

import { AppError } from '#shared/lib/app-error';
import type { MergePreview } from '#shared/rpc/coder-answers';
import { notify } from '#renderer/stores/notification-store';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { endProgress } from '#renderer/stores/progress-store';
import { refuseToChange } from '#renderer/stores/refuse';
import { call } from '#renderer/stores/session';
import { useVaultStore } from '#renderer/stores/vault-store';

import { inWords } from './merge-words.ts';

export type MergePhase =
  | { at: 'closed' }
  | { at: 'choosing'; error: string | null; encrypted: boolean }
  | { at: 'comparing'; jobId: string }
  | { at: 'shown'; preview: MergePreview; message: string | null }
  | { at: 'merging'; preview: MergePreview; jobId: string };

interface MergeState {
  phase: MergePhase;
  folder: string;
  /** Of the other study; forgotten when the dialog closes. */
  secret: string;
  /** Conflicts, as keyOf names them, that are decided for the other copy. */
  fromThere: ReadonlySet<string>;
}

const FRESH = { folder: '', secret: '', fromThere: new Set<string>() };

export const useMergeStore = create<MergeState>()(() => ({ phase: { at: 'closed' }, ...FRESH }));

const go = (phase: MergePhase): void => useMergeStore.setState({ phase });
const isAt = (phase: MergePhase): boolean => useMergeStore.getState().phase === phase;

/** Names a conflict. */
export const keyOf = ({ record: { collection, id } }: MergePreview['conflicts'][number]): string => `${collection}/${id}`;

/** Opens the dialog, unless the study cannot be changed. */
export function openMerge(): void {
  if (useVaultStore.getState().status === null || refuseToChange() || useMergeStore.getState().phase.at === 'merging') return;
  useMergeStore.setState({ ...FRESH, phase: { at: 'choosing', error: null, encrypted: false } });
}

/** Leaves the dialog; a merge that runs goes on until it is stopped. */
export function closeMerge(): void {
  const { phase } = useMergeStore.getState();
  if (phase.at === 'merging') return;
  if (phase.at === 'comparing') stopMerge(phase.jobId);
  useMergeStore.setState({ ...FRESH, phase: { at: 'closed' } });
}

export function stopMerge(jobId: string): void {
  void call('job.cancel', { jobId }).catch(() => undefined);
}

/** Goes back to choosing another study. */
export function chooseAgain(): void {
  useMergeStore.setState({ fromThere: new Set(), phase: { at: 'choosing', error: null, encrypted: false } });
}

const otherStudy = (): { folder: string; secret?: string } => {
  const { folder, secret } = useMergeStore.getState();
  return { folder, ...(secret === '' ? {} : { secret }) };
};

/** Reads the other study and shows what it would bring. @param message what is said over it. */
export async function compareStudy(folder: string, message: string | null = null): Promise<void> {
  const jobId = crypto.randomUUID();
  const comparing: MergePhase = { at: 'comparing', jobId };
  useMergeStore.setState({ phase: comparing, folder, fromThere: new Set() });
  try {
    const preview = await call('coders.compareStudy', { jobId, ...otherStudy() });
    if (isAt(comparing)) go({ at: 'shown', preview, message });
  } catch (error) {
    if (isAt(comparing))
      go({ at: 'choosing', error: sentenceOf(error), encrypted: error instanceof AppError && error.code === 'passphrase' });
  } finally {
    endProgress(jobId);
  }
}

/** Decides conflicts for one side. */
export function decide(keys: readonly string[], side: 'here' | 'there'): void {
  useMergeStore.setState(({ fromThere }) => {
    const next = new Set(fromThere);
    for (const key of keys) {
      if (side === 'there') next.add(key);
      else next.delete(key);
    }
    return { fromThere: next };
  });
}

/** Brings in what was shown, as one step. */
export async function merge(preview: MergePreview): Promise<void> {
  const jobId = crypto.randomUUID();
  go({ at: 'merging', preview, jobId });
  const { fromThere } = useMergeStore.getState();
  const chosen = preview.conflicts.filter((conflict) => fromThere.has(keyOf(conflict)));
  const decided = chosen.map(({ record: { collection, id } }) => ({ collection, id }));
  try {
    const done = await call('coders.merge', { jobId, ...otherStudy(), shown: preview.shown, fromThere: decided });
    useMergeStore.setState({ ...FRESH, phase: { at: 'closed' } });
    if (done.changes === 0) notify({ kind: 'info', message: `Nothing new is in “${preview.name}”; nothing was changed.` });
    else notifyUndoable(`“${preview.name}” was merged: ${inWords(done.comes)}. One undo takes all of it back.`);
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') await compareStudy(preview.folder, error.message);
    else go({ at: 'shown', preview, message: sentenceOf(error) });
  } finally {
    endProgress(jobId);
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof AppError ? error.message : 'The other study could not be merged. Nothing was changed.';
}
