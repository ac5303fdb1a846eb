// The agreement of two coders, counted again when the question or the coding changes; a count that is no longer wanted is stopped.
import { useEffect, useState } from 'react';

import { AppError } from '#shared/lib/app-error';
import type { AgreementAnswer } from '#shared/rpc/coder-answers';
import type { AgreementAsked } from '#shared/rpc/coder-inputs';
import { endProgress } from '#renderer/stores/progress-store';
import { useDerived } from '#renderer/stores/record-hooks';
import { call } from '#renderer/stores/session';

/** Pause after the last change (ms). */
const PAUSE_MS = 150;

const LOOKED_AT = ['snippets', 'taggings', 'sources'] as const;

export interface LiveAgreement {
  answer: AgreementAnswer | null;
  /** Of the count that runs; null when none does. */
  jobId: string | null;
  /** Why there is no answer. */
  problem: string | null;
  /** Counts again after a stop. */
  again(): void;
  stop(): void;
}

/** @param asked null: nothing to count yet. */
export function useAgreement(asked: AgreementAsked | null): LiveAgreement {
  const version = useDerived(LOOKED_AT, () => ({}));
  const [answer, setAnswer] = useState<AgreementAnswer | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const key = JSON.stringify(asked);
  useEffect(() => {
    const wanted = JSON.parse(key) as AgreementAsked | null;
    if (wanted === null) return undefined;
    const id = crypto.randomUUID();
    let current = true;
    const timer = window.setTimeout(() => {
      setJobId(id);
      setProblem(null);
      call('coders.agreement', { jobId: id, ...wanted })
        .then((counted) => current && setAnswer(counted))
        .catch((error: unknown) => {
          if (!current) return;
          setAnswer(null);
          setProblem(error instanceof AppError ? error.message : 'The agreement could not be counted. Nothing was changed.');
        })
        .finally(() => {
          endProgress(id);
          if (current) setJobId(null);
        });
    }, PAUSE_MS);
    return () => {
      current = false;
      window.clearTimeout(timer);
      cancel(id);
    };
  }, [key, version, round]);
  return { answer, jobId, problem, again: () => setRound((before) => before + 1), stop: () => jobId !== null && cancel(jobId) };
}

function cancel(jobId: string): void {
  void call('job.cancel', { jobId }).catch(() => undefined);
}
