// What can be read of the open study: as it is, or as it was.
import { AppError } from '#shared/lib/app-error';
import type { VaultState } from '#shared/model/vault-state';

import type { Vault } from '../vault/vault.ts';

/** The reading side of a vault. */
export type StudyView = Pick<Vault, 'state' | 'turns' | 'settled' | 'transcripts'>;

/** The study after an earlier entry. */
export interface LookingBack {
  seq: number;
  /** Time of that entry, ISO 8601. */
  at: string;
  view: StudyView;
}

/** A view over earlier records; texts come from the write-once transcripts, whichever revision it was then. */
export function viewOf(vault: Vault, state: VaultState): StudyView {
  const { transcripts } = vault;
  return {
    state,
    transcripts,
    settled: () => Promise.resolve(),
    turns: async (sourceId) => (await transcripts.readSource(state.require('sources', sourceId))).turns,
  };
}

/** Refuses to change a study that is shown as it was. */
export function lookingBackError(): AppError {
  return new AppError('read-only', 'You are looking at the study as it was. Go back to now to change it.');
}
