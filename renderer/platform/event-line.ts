// Keeps the event stream of the loopback host open: reconnects, resumes after the last event heard, says when the line is lost.
import { type EventLine, HEARTBEAT_MS } from '#shared/rpc/numbered-event';

import type { DeliveredEvents } from './delivered-events.ts';
import { readEventLines } from './event-line-reader.ts';
import { statusError, unreachableError } from './http-errors.ts';

export interface EventLineOptions {
  events: DeliveredEvents;
  /** Asks the host for the stream, from the beginning or after an event. */
  open(after: number | null, signal: AbortSignal): Promise<Response>;
  /** Pause before the n-th attempt in a row (ms), n from 1. */
  retryMs(attempt: number): number;
}

export interface EventLineHandle {
  /** Resolves when the first line stands. @throws AppError when the host refuses it. */
  ready: Promise<void>;
  close(): void;
}

const SILENCE_MS = 3 * HEARTBEAT_MS;

/** Opens the line and keeps it until close() or until the host says that this window may not listen. */
export function openEventLine(options: EventLineOptions): EventLineHandle {
  const closing = new AbortController();
  let markReady = (): void => undefined;
  let markFailed = (_error: unknown): void => undefined;
  const ready = new Promise<void>((resolve, reject) => {
    markReady = resolve;
    markFailed = reject;
  });
  void keepOpen(options, closing.signal, markReady, markFailed);
  return { ready, close: () => closing.abort() };
}

async function keepOpen(
  options: EventLineOptions,
  closing: AbortSignal,
  markReady: () => void,
  markFailed: (error: unknown) => void,
): Promise<void> {
  const { events } = options;
  let first = true;
  for (let attempt = 1; !closing.aborted; attempt += 1) {
    const stood = (): void => {
      attempt = 0;
      first = false;
      markReady();
      events.connection('connected');
    };
    const refusal = await listenOnce(options, first, closing, stood).catch(unreachableError);
    if (closing.aborted) return;
    if (first) return markFailed(refusal ?? unreachableError());
    if (refusal?.code === 'not-allowed') return events.connection('locked');
    events.connection('lost');
    await pause(options.retryMs(attempt + 1), closing);
  }
}

/** @returns why the host refused the line; null when it stood and then ended. @throws when the connection broke. */
async function listenOnce(options: EventLineOptions, first: boolean, closing: AbortSignal, stood: () => void) {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  const onSign = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), SILENCE_MS);
  };
  try {
    const response = await options.open(first ? null : options.events.lastId, AbortSignal.any([closing, silence.signal]));
    if (!response.ok || !response.body) return statusError(response.status, 'events');
    await readEventLines(response.body, (line) => take(line, options.events, stood), onSign);
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function take(line: EventLine, events: DeliveredEvents, stood: () => void): void {
  if (line.kind === 'event') events.deliver(line);
  else if (line.kind === 'hello') {
    events.skipTo(line.id);
    stood();
  }
  // After `resync` events are missing; whoever hears 'connected' after 'lost' fetches a snapshot anyway.
}

function pause(ms: number, closing: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    closing.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
