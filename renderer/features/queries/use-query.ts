// The live answer to what stands in the query: asked after a short pause, and again when the coding changes.
import { useEffect, useMemo, useState } from 'react';

import { parseQuery } from '#shared/domain/query/parse-query';
import { AppError } from '#shared/lib/app-error';
import type { Condition } from '#shared/model/records/query';
import type { QueryFound } from '#shared/rpc/query-answers';
import { notifyError } from '#renderer/stores/notification-store';
import { useRecords } from '#renderer/stores/record-hooks';
import { call } from '#renderer/stores/session';
import { projection } from '#renderer/stores/vault-store';

/** Pause after the last key or change (ms). */
const PAUSE_MS = 150;

export interface LiveQuery {
  /** Null while it cannot be read. */
  where: Condition | null;
  /** Why it cannot be read. */
  problem: string | null;
  found: QueryFound | null;
}

/** Counts up whenever something that queries look at has changed. */
export function useCodingVersion(): unknown {
  const parts = [
    useRecords('snippets'),
    useRecords('taggings'),
    useRecords('tags'),
    useRecords('sources'),
    useRecords('participants'),
    useRecords('segments'),
  ];
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the parts are the list itself
  return useMemo(() => ({}), parts);
}

/** @param text the short form of the query; nothing typed asks for all snippets. */
export function useQuery(text: string): LiveQuery {
  const version = useCodingVersion();
  const [found, setFound] = useState<QueryFound | null>(null);
  const read = useMemo(() => readQuery(text), [text, version]);
  useEffect(() => {
    const { where } = read;
    if (where === null) return undefined;
    let current = true;
    const timer = window.setTimeout(() => {
      call('query.find', { where })
        .then((answer) => current && setFound(answer))
        .catch((error: unknown) => current && notifyError(error));
    }, PAUSE_MS);
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
  }, [read]);
  return { ...read, found };
}

function readQuery(text: string): Omit<LiveQuery, 'found'> {
  try {
    return { where: parseQuery(projection.state, text), problem: null };
  } catch (error) {
    return { where: null, problem: error instanceof AppError ? error.message : 'This query cannot be read.' };
  }
}
