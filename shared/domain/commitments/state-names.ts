// How the standing of a commitment is called, on screen and in the readout.
import type { CommitmentOutcome } from '#shared/model/records/commitment';

import type { TriggerState } from './read-commitment.ts';

export const STATE_NAMES: { readonly [S in TriggerState]: string } = {
  triggered: 'Triggered',
  'not triggered': 'Not triggered',
  open: 'Not decided yet',
  'not linked': 'Not counted yet',
};

export const OUTCOME_NAMES: { readonly [O in CommitmentOutcome]: string } = { open: 'Still open', kept: 'Kept', dropped: 'Dropped' };
