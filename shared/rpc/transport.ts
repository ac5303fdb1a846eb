// What a host gives a window: a way to call, and the core's events.
import type { Unsubscribe } from '#shared/lib/emitter';

import type { CoreEvent } from './answers.ts';
import type { Call } from './contract.ts';

export type TransportEvent = CoreEvent | { type: 'connection'; state: 'connected' | 'lost' };

export interface Transport {
  call: Call;
  /** Events in the order of the core. After 'connected' that follows 'lost', events may be missing: fetch a snapshot. */
  subscribe(listener: (event: TransportEvent) => void): Unsubscribe;
  close(): void;
}
