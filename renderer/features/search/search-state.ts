// The answer to what is being searched for: asked after a short pause, an older answer never replaces a newer one.
import { useEffect, useState } from 'react';

import type { SearchAnswer } from '#shared/rpc/answers';
import { notifyError } from '#renderer/stores/notification-store';
import { useRecords } from '#renderer/stores/record-hooks';
import { useSearchStore } from '#renderer/stores/search-store';
import { call } from '#renderer/stores/session';

/** Pause after the last key before the texts are searched (ms). */
const PAUSE_MS = 120;

export interface SearchState {
  query: string;
  /** Null while nothing was asked or the first answer is on its way. */
  answer: SearchAnswer | null;
  /** The words that `answer` is about. */
  answered: string;
}

/** Asks again when the words change, when more matches are wanted, and when interviews come or go. */
export function useSearch(limit: number): SearchState {
  const query = useSearchStore((state) => state.query).trim();
  const sources = useRecords('sources');
  const [state, setState] = useState<Omit<SearchState, 'query'>>({ answer: null, answered: '' });
  useEffect(() => {
    let current = true;
    if (query === '') {
      setState({ answer: null, answered: '' });
      return undefined;
    }
    const timer = window.setTimeout(() => {
      call('search.text', { query, limit })
        .then((answer) => current && setState({ answer, answered: query }))
        .catch((error: unknown) => current && notifyError(error));
    }, PAUSE_MS);
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
  }, [query, limit, sources]);
  return { query, ...state };
}
