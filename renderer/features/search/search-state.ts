// The answer to what is being searched for: asked with every key after a short pause, an older answer never replaces a newer one.
import { useEffect, useState } from 'react';

import type { SearchEverythingAnswer } from '#shared/rpc/search-answers';
import { notifyError } from '#renderer/stores/notification-store';
import { useDerived } from '#renderer/stores/record-hooks';
import { useSearchStore } from '#renderer/stores/search-store';
import { call } from '#renderer/stores/session';

import { FOUND_IN } from './found-in.ts';

const FOUND_BY_WORDS = [...new Set(Object.values(FOUND_IN))].filter((collection) => collection !== 'snippets');

/** Pause after the last key before it is asked (ms): shorter than the time between two keys of most people. */
const PAUSE_MS = 60;
/** While the index is being built, it is asked again after this (ms). */
const AGAIN_MS = 600;

export interface SearchState {
  query: string;
  /** Null while nothing was asked or the first answer is on its way. */
  answer: SearchEverythingAnswer | null;
  /** The words that `answer` is about. */
  answered: string;
}

/** Asks again when the words change, when more are wanted, and when something that is found by its words changes; a snippet more asks nothing again, it would with each tag. */
export function useSearch(limit: number): SearchState {
  const query = useSearchStore((state) => state.query).trim();
  const changed = useDerived(FOUND_BY_WORDS, () => ({}));
  const [state, setState] = useState<Omit<SearchState, 'query'>>({ answer: null, answered: '' });
  useEffect(() => {
    let current = true;
    let timer = 0;
    const ask = (): void => {
      call('search.everything', { query, limit })
        .then((answer) => {
          if (!current) return;
          if (query !== '') setState({ answer, answered: query });
          if (answer.progress < 1 && query !== '') timer = window.setTimeout(ask, AGAIN_MS);
        })
        .catch((error: unknown) => current && notifyError(error));
    };
    if (query === '') setState({ answer: null, answered: '' });
    timer = window.setTimeout(ask, PAUSE_MS);
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
  }, [query, limit, changed]);
  return { query, ...state };
}
