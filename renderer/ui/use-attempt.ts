// Something a dialog tries: busy while it runs, and the sentence when it is refused.
import { useState } from 'react';

import { AppError } from '#shared/lib/app-error';

export interface Attempt {
  busy: boolean;
  /** Why the last attempt failed; null while it runs and when it did not fail. */
  error: string | null;
  /** Runs one attempt at a time; never rejects. */
  run(work: () => Promise<unknown>): void;
}

/** @param otherwise the sentence for an error that is none of ours. */
export function useAttempt(otherwise: string): Attempt {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const run = (work: () => Promise<unknown>): void => {
    if (busy) return;
    setBusy(true);
    setError(null);
    work()
      .catch((failure: unknown) => setError(failure instanceof AppError ? failure.message : otherwise))
      .finally(() => setBusy(false));
  };
  return { busy, error, run };
}
