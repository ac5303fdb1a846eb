// What the desktop's preload puts into the page as `window.plumbline`.
import type { Unsubscribe } from '#shared/lib/emitter';

import type { NumberedEvent } from './numbered-event.ts';
import type { RpcReply } from './server.ts';

export interface BridgeReply {
  reply: RpcReply;
  /** Id of the last event announced before this reply. */
  eventId: number;
}

export interface WindowBridge {
  call(message: { method: string; input: unknown }): Promise<BridgeReply>;
  subscribe(listener: (event: NumberedEvent) => void): Unsubscribe;
}
