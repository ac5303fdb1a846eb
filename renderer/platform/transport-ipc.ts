// Calls and events through the desktop's preload.
import { createRpcClient } from '#shared/rpc/client';
import type { Transport } from '#shared/rpc/transport';
import type { WindowBridge } from '#shared/rpc/window-bridge';

import { DeliveredEvents } from './delivered-events.ts';

/** Makes the transport of a desktop window. The line to the core cannot be lost: without the core there is no window. */
export async function connectIpc(bridge: WindowBridge): Promise<Transport> {
  const events = new DeliveredEvents();
  const stop = bridge.subscribe((event) => events.deliver(event));
  // A reloaded window joins late: what was announced before it listened will never come, so it is not waited for.
  const { eventId } = await bridge.call({ method: 'app.status', input: {} });
  events.skipTo(Math.max(events.lastId, eventId));
  const call = createRpcClient(async (message) => {
    const answer = await bridge.call(message);
    await events.reached(answer.eventId);
    return answer.reply;
  });
  return { call, subscribe: (listener) => events.subscribe(listener), close: stop };
}
