// Events on their way to a window: numbered, so that a window knows what it has heard and what a reply came after.
import type { CoreEvent } from './answers.ts';
import type { HostEvent } from './transport.ts';

export interface NumberedEvent {
  /** Counts from 1 in the order of the core, per start of the host. */
  id: number;
  event: CoreEvent | HostEvent;
}

/**
 * One line of the HTTP host's event stream. `hello` opens it with the last id the window is taken to have heard; `resync` says
 * that events before its id are gone; `heartbeat` proves the line alive.
 */
export type EventLine = ({ kind: 'event' } & NumberedEvent) | { kind: 'hello' | 'resync' | 'heartbeat'; id: number };

/** Time between heartbeats (ms); a window that hears nothing for three of them takes the line as lost. */
export const HEARTBEAT_MS = 15_000;

/** Response header of the HTTP host: id of the last event announced before this reply. */
export const EVENT_ID_HEADER = 'plumbline-event-id';
