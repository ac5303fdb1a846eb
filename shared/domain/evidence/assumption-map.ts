// The assumption map (Bland and Osterwalder, Testing Business Ideas, 2019): importance against evidence; what is important and unknown is tested first.
import type { Assumption } from '#shared/model/records/assumption';

import type { AssumptionVerdict } from './verdict.ts';

/** From this importance on (1 to 5) much rests on an assumption. */
export const IMPORTANT = 4;

export interface PlaceOnMap {
  important: boolean;
  /** Enough people decided it one way or the other; a verdict by hand counts. */
  known: boolean;
  /** Important and unknown. */
  testFirst: boolean;
}

/** @param answer what is known of it; undefined counts as nothing. */
export function placeOnMap(
  { importance }: Pick<Assumption, 'importance'>,
  answer: Pick<AssumptionVerdict, 'verdict'> | undefined,
): PlaceOnMap {
  const important = importance >= IMPORTANT;
  const known = answer?.verdict === 'supported' || answer?.verdict === 'contradicted' || answer?.verdict === 'mixed';
  return { important, known, testFirst: important && !known };
}
