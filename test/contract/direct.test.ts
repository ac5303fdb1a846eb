// The contract over direct calls, as the command line and other tests use the core.
import { createRpcClient } from '#shared/rpc/client';
import { createRpcServer } from '#shared/rpc/server';
import type { Transport } from '#shared/rpc/transport';
import { type RunningCore, startCore } from '#test/builders/running-core';

import { describeHost } from './expectations.ts';

function directWindow({ core }: RunningCore): Transport {
  const rpc = createRpcServer(core.handlers);
  return { call: createRpcClient(rpc), subscribe: (listener) => core.events.subscribe(listener), close: () => undefined };
}

describeHost('direct calls', async () => {
  const running = await startCore();
  return { ...running, window: directWindow(running), anotherWindow: async () => directWindow(running) };
});
