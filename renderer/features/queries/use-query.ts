// The live answer to what stands in the query: asked after a short pause, and again when the coding changes.
import { useEffect, useState } from 'react';

import { parseQuery } from '#shared/domain/query/parse-query';
import { AppError } from '#shared/lib/app-error';
import type { Condition } from '#shared/model/records/query';
import type { VaultReader } from '#shared/model/vault-state';
import type { QueryFound } from '#shared/rpc/query-answers';
import { notifyError } from '#renderer/stores/notification-store';
import { useDerived } from '#renderer/stores/record-hooks';
import { call } from '#renderer/stores/session';

/** Pause after the last key or change (ms). */
const PAUSE_MS = 150;

export interface LiveQuery {
  /** Null while it cannot be read. */
  where: Condition | null;
  /** Why it cannot be read. */
  problem: string | null;
  found: QueryFound | null;
}

const LOOKED_AT = ['snippets', 'taggings', 'tags', 'sources', 'participants', 'segments'] as const;

/** Another object whenever something that queries look at has changed. */
export function useCodingVersion(): object {
  return useDerived(LOOKED_AT, () => ({}));
}

/** @param text the short form of the query; nothing typed asks for all snippets. */
export function useQuery(text: string): LiveQuery {
  const [found, setFound] = useState<QueryFound | null>(null);
  const read = useDerived(LOOKED_AT, (reader) => readQuery(reader, text), [text]);
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

function readQuery(reader: VaultReader, text: string): Omit<LiveQuery, 'found'> {
  try {
    return { where: parseQuery(reader, text), problem: null };
  } catch (error) {
    return { where: null, problem: error instanceof AppError ? error.message : 'This query cannot be read.' };
  }
}
