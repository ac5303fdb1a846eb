// What becomes of commitments and forecasts when a segment, an assumption or a theme goes that they name.
import { changeCommitment } from '#shared/domain/commitments/seal';
import type { Draft } from '#shared/model/draft';

/** The commitment stays without the segment; a seal on it is broken, because its terms named the segment. */
export function leaveSegment(draft: Draft, segmentId: string): void {
  for (const commitment of draft.referring('segments', segmentId, 'commitments'))
    draft.put('commitments', changeCommitment(commitment, { segmentId: null }, 'removed'));
}

/** Forecasts about the assumption go; a commitment that counts its evidence stays, with its seal broken. */
export function leaveAssumption(draft: Draft, assumptionId: string): void {
  for (const forecast of draft.referring('assumptions', assumptionId, 'forecasts')) draft.remove('forecasts', forecast.id);
  for (const commitment of draft.referring('assumptions', assumptionId, 'commitments'))
    draft.put('commitments', changeCommitment(commitment, { assumptionId: null }, 'removed'));
}

/** Themes are not among the terms: the seal stands. */
export function leaveThemeOfCommitments(draft: Draft, themeId: string): void {
  for (const commitment of draft.referring('themes', themeId, 'commitments'))
    draft.update('commitments', commitment.id, { themeIds: commitment.themeIds.filter((id) => id !== themeId) });
}
