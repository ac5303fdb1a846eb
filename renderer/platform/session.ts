// Signs a browser window in: the start token from the address is exchanged once for a session token of this tab (trust.md W5).
import { AppError } from '#shared/lib/app-error';

import { NOT_SIGNED_IN, statusError, unreachableError } from './http-errors.ts';
import type { Fetch } from './transport-http.ts';

const STORAGE_KEY = 'plumbline.session';
const START_FRAGMENT = /^#start=([\w-]{1,200})$/;

export interface SessionSurroundings {
  location: Pick<Location, 'hash' | 'pathname'>;
  history: Pick<History, 'replaceState'>;
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  fetch: Fetch;
}

/** True when an address hands a start token over. */
export function hasStartToken(hash: string): boolean {
  return START_FRAGMENT.test(hash);
}

/**
 * Gives this tab's session token. The token in the address is taken out of it before anything else happens.
 * @throws AppError('not-allowed') when there is neither a good start token nor an earlier session.
 */
export async function openSession({ location, history, storage, fetch }: SessionSurroundings): Promise<string> {
  const startToken = START_FRAGMENT.exec(location.hash)?.[1];
  if (startToken === undefined) return earlierSession(storage);
  history.replaceState(null, '', location.pathname);
  const response = await fetch('/session', {
    method: 'POST',
    headers: { authorization: `Plumbline-Start ${startToken}`, 'content-type': 'application/json' },
    body: '{}',
  }).catch(() => {
    throw unreachableError();
  });
  // A used token is no reason to lose a session that this tab has: the browser may have restored an old address.
  if (response.status === 401) return earlierSession(storage);
  if (!response.ok) throw statusError(response.status, 'session');
  const { session } = (await response.json()) as { session: string };
  storage.setItem(STORAGE_KEY, session);
  return session;
}

function earlierSession(storage: SessionSurroundings['storage']): string {
  const session = storage.getItem(STORAGE_KEY);
  if (session === null) throw new AppError('not-allowed', NOT_SIGNED_IN);
  return session;
}
