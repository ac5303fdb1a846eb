// Finds out where this window runs and connects it to the core.
import type { Transport } from '#shared/rpc/transport';
import type { WindowBridge } from '#shared/rpc/window-bridge';

import { hasStartToken, openSession } from './session.ts';
import { connectHttp } from './transport-http.ts';
import { connectIpc } from './transport-ipc.ts';

declare global {
  interface Window {
    /** Put there by the desktop's preload; absent in a browser. */
    readonly plumbline?: WindowBridge;
  }
}

/**
 * Connects to the core: through the preload on the desktop, through the loopback host in a browser.
 * @throws AppError('not-allowed') in a browser tab that was not opened with a fresh address.
 */
export async function connectToHost(): Promise<Transport> {
  if (window.plumbline) return connectIpc(window.plumbline);
  // A new address put into this tab changes its fragment only; the page then starts over with it.
  window.addEventListener('hashchange', () => {
    if (hasStartToken(window.location.hash)) window.location.reload();
  });
  const fetch = (path: string, init: RequestInit): Promise<Response> =>
    window.fetch(path, { ...init, credentials: 'omit', redirect: 'error', cache: 'no-store' });
  const session = await openSession({ location: window.location, history: window.history, storage: window.sessionStorage, fetch });
  return connectHttp({ fetch, session });
}
