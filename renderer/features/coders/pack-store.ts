// The coding pack that is being made.
import { create } from 'zustand';

import { AppError } from '#shared/lib/app-error';
import type { PackMade } from '#shared/rpc/coder-answers';
import { endProgress } from '#renderer/stores/progress-store';
import { call } from '#renderer/stores/session';
import { useVaultStore } from '#renderer/stores/vault-store';

export type PackPhase =
  | { at: 'closed' }
  | { at: 'asking'; error: string | null }
  | { at: 'making'; jobId: string }
  | ({ at: 'made' } & PackMade);

export const usePackStore = create<{ phase: PackPhase }>()(() => ({ phase: { at: 'closed' } }));

const go = (phase: PackPhase): void => usePackStore.setState({ phase });

/** Opens the dialog; a pack that is being made stays in front. */
export function openPack(): void {
  if (useVaultStore.getState().status !== null && usePackStore.getState().phase.at !== 'making') go({ at: 'asking', error: null });
}

/** Leaves the dialog; while a pack is being made it is stopped first. */
export function closePack(): void {
  if (usePackStore.getState().phase.at !== 'making') go({ at: 'closed' });
}

export function stopPack(jobId: string): void {
  void call('job.cancel', { jobId }).catch(() => undefined);
}

/** @param sourceIds null: all interviews. @param passphrase null: not encrypted. */
export async function makePack(folder: string, sourceIds: string[] | null, passphrase: string | null): Promise<void> {
  const jobId = crypto.randomUUID();
  go({ at: 'making', jobId });
  try {
    const made = await call('coders.pack', { jobId, folder, sourceIds, ...(passphrase === null ? {} : { passphrase }) });
    go({ at: 'made', ...made });
  } catch (error) {
    go({ at: 'asking', error: error instanceof AppError ? error.message : 'The pack could not be made. The study is untouched.' });
  } finally {
    endProgress(jobId);
  }
}
