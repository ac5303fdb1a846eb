// The history as the screen shows it: an overview and the pages of steps read so far, read anew when something was done.
import { useCallback, useEffect, useRef, useState } from 'react';

import { AppError } from '#shared/lib/app-error';
import type { HistoryOverview, HistoryStep } from '#shared/rpc/history-answers';
import { call } from '#renderer/stores/session';
import { useVaultStore } from '#renderer/stores/vault-store';

const PAGE = 150;

export interface ShownHistory {
  overview: HistoryOverview | null;
  steps: readonly HistoryStep[];
  /** Where the next page begins; null at the end. */
  next: number | null;
  error: string | null;
  loading: boolean;
  more(): void;
}

/** @param from shows steps up to this entry only; null: from the newest on. @param filter words of the label. @param version reads again when it changes. */
export function useHistory(from: number | null, filter: string, version: number): ShownHistory {
  const seq = useVaultStore((state) => state.seq);
  const folder = useVaultStore((state) => state.status?.folder ?? null);
  const [overview, setOverview] = useState<HistoryOverview | null>(null);
  const [page, setPage] = useState<{ steps: readonly HistoryStep[]; next: number | null }>({ steps: [], next: null });
  const [error, setError] = useState<string | null>(null);
  const [loading, setLoading] = useState(true);
  const asked = useRef(0);

  const ask = useCallback(
    async (before: number | null, known: readonly HistoryStep[]) => {
      const mine = (asked.current += 1);
      setLoading(true);
      try {
        const [read, about] = [await call('history.steps', { before, limit: PAGE, filter }), await call('history.overview', {})];
        if (mine !== asked.current) return;
        setPage({ steps: [...known, ...read.steps], next: read.next });
        setOverview(about);
        setError(null);
      } catch (failure) {
        if (mine === asked.current) setError(failure instanceof AppError ? failure.message : 'The history could not be read.');
      } finally {
        if (mine === asked.current) setLoading(false);
      }
    },
    [filter],
  );

  useEffect(() => {
    void ask(from === null ? null : from + 1, []);
  }, [ask, from, seq, folder, version]);

  const { steps, next } = page;
  return { overview, steps, next, error, loading, more: () => void (next === null ? null : ask(next, steps)) };
}
