// Going from a check to the place where it can be put right.
import type { ReadoutCheck } from '#shared/domain/readout/readout-check';
import { openTab } from '#renderer/stores/tabs';
import { projection } from '#renderer/stores/vault-store';
import { requestReveal, select, showActivity } from '#renderer/stores/view-store';

import { type ReadoutFieldName, useReadoutStore } from './readout-store.ts';

export function goToCheck(check: ReadoutCheck): void {
  const { record, anchor } = check.where;
  if (record && goToRecord(record, check)) return;
  openTab({ kind: 'readout' });
  useReadoutStore.setState({ goTo: anchor ?? 'one-page' });
}

/** Opens where the record is changed. @returns false for records that have no such place. */
function goToRecord({ collection, id }: NonNullable<ReadoutCheck['where']['record']>, check: ReadoutCheck): boolean {
  if (collection === 'readout') {
    openTab({ kind: 'readout' });
    useReadoutStore.setState({ writing: true, focusField: fieldOf(check) });
    return true;
  }
  if (collection === 'study' || collection === 'commitments') {
    showActivity('plan');
    openTab({ kind: 'plan' });
    return true;
  }
  if (collection === 'assumptions') {
    openTab({ kind: 'plan' });
    select({ kind: 'assumption', id });
    return true;
  }
  if (collection === 'participants') {
    openTab({ kind: 'participants' });
    select({ kind: 'participant', id });
    return true;
  }
  if (collection === 'evidenceLinks') return goToJudgement(id);
  const kind = { themes: 'theme', departments: 'department', tags: 'tag' } as const;
  if (collection !== 'themes' && collection !== 'departments' && collection !== 'tags') return false;
  openTab({ kind: kind[collection], id });
  return true;
}

function goToJudgement(linkId: string): boolean {
  const link = projection.state.get('evidenceLinks', linkId);
  if (!link) return false;
  if (link.themeId === null) {
    select({ kind: 'assumption', id: link.assumptionId });
    openTab({ kind: 'matrix' });
    return true;
  }
  requestReveal({ surface: 'matrix', themeId: link.themeId, assumptionId: link.assumptionId });
  openTab({ kind: 'matrix' });
  return true;
}

function fieldOf({ where, sentence }: ReadoutCheck): ReadoutFieldName {
  const words = `${where.place} ${sentence}`;
  if (words.includes('headline')) return 'headlines';
  if (where.anchor === 'method' || words.includes('the method') || words.includes('interviews were held')) return 'method';
  return words.includes('not know') ? 'unknowns' : 'answer';
}
