// Calls by fetch and events by a streamed answer, to the loopback host that served this page.
import { AppError } from '#shared/lib/app-error';
import { createRpcClient } from '#shared/rpc/client';
import { messageLimit, tooLargeError } from '#shared/rpc/message-limits';
import { EVENT_ID_HEADER } from '#shared/rpc/numbered-event';
import type { RpcReply } from '#shared/rpc/server';
import type { Transport } from '#shared/rpc/transport';

import { DeliveredEvents } from './delivered-events.ts';
import { openEventLine } from './event-line.ts';
import { statusError, unreachableError } from './http-errors.ts';

export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

export interface HttpTransportOptions {
  /** Asks the host; paths begin with "/". */
  fetch: Fetch;
  /** Token of this window's session. */
  session: string;
  /** Pause before the n-th attempt to reconnect (ms). */
  retryMs?: (attempt: number) => number;
}

const growingPause = (attempt: number): number => Math.min(250 * 2 ** (attempt - 1), 5000);

/**
 * Resolves when the event line stands, so that no event is missed between the first snapshot and the line.
 * @throws AppError('not-allowed') when the session is not known (any more).
 */
export async function connectHttp({ fetch, session, retryMs = growingPause }: HttpTransportOptions): Promise<Transport> {
  const authorization = `Bearer ${session}`;
  const events = new DeliveredEvents();
  const line = openEventLine({
    events,
    retryMs,
    open: (after, signal) => fetch(after === null ? '/events' : `/events?after=${after}`, { headers: { authorization }, signal }),
  });
  await line.ready;
  const call = createRpcClient(async ({ method, input }) => {
    const { reply, eventId } = await post(fetch, authorization, method, input);
    await events.reached(eventId);
    return reply;
  });
  return { call, subscribe: (listener) => events.subscribe(listener), close: () => line.close() };
}

async function post(fetch: Fetch, authorization: string, method: string, input: unknown) {
  const body = JSON.stringify(input ?? null);
  // Also checked by the host, which would then break the connection in the middle of the sending.
  if (body.length > messageLimit(method)) throw tooLargeError(method);
  try {
    const response = await fetch(`/rpc/${encodeURIComponent(method)}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body,
    });
    if (!response.ok) throw statusError(response.status, method);
    return { reply: (await response.json()) as RpcReply, eventId: Number(response.headers.get(EVENT_ID_HEADER)) };
  } catch (error) {
    throw error instanceof AppError ? error : unreachableError();
  }
}
