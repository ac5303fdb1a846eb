// What a host gives a window: a way to call, and the core's events.
import type { Unsubscribe } from '#shared/lib/emitter';

import type { CoreEvent } from './answers.ts';
import type { Call } from './contract.ts';

/** What the desktop itself tells its window: a command picked from the native menu. */
export type HostEvent = { type: 'command'; id: string };

/** 'locked' after a long pause, or when the host was started anew: this window needs a new address. */
export type ConnectionState = 'connected' | 'lost' | 'locked';

export type TransportEvent = CoreEvent | HostEvent | { type: 'connection'; state: ConnectionState };

export interface Transport {
  call: Call;
  /** Events in the order of the core. After 'connected' that follows 'lost', events may be missing: fetch a snapshot. */
  subscribe(listener: (event: TransportEvent) => void): Unsubscribe;
  close(): void;
}
