// The guide as it stands with what the transcripts show; these are looked through again when questions or interviews change.
import { useEffect, useState } from 'react';

import { type GuideCoverage, guideCoverage } from '#shared/domain/guide/guide-coverage';
import type { ProposedAsking } from '#shared/model/proposed-asking';
import { notifyError } from '#renderer/stores/notification-store';
import { useDerived } from '#renderer/stores/record-hooks';
import { call } from '#renderer/stores/session';

/** Pause after the last change (ms). */
const PAUSE_MS = 200;
const none: readonly ProposedAsking[] = [];

export interface LiveCoverage {
  coverage: GuideCoverage;
  /** False while the transcripts are being looked through for the first time. */
  looked: boolean;
}

/** @param look false: only what people confirmed, without looking at the transcripts. */
export function useCoverage(look: boolean): LiveCoverage {
  const [proposals, setProposals] = useState<readonly ProposedAsking[] | null>(null);
  const version = useDerived(['questions', 'sources'], () => ({}));
  useEffect(() => {
    if (!look) return undefined;
    let current = true;
    const timer = window.setTimeout(() => {
      call('guide.proposals', {})
        .then((found) => current && setProposals(found))
        .catch((error: unknown) => current && notifyError(error));
    }, PAUSE_MS);
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
  }, [look, version]);
  const coverage = useDerived(['questions', 'askings', 'sources', 'assumptions'], (reader) => guideCoverage(reader, proposals ?? none), [
    proposals,
  ]);
  return { coverage, looked: proposals !== null };
}
