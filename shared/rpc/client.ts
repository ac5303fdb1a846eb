// The asking side: sends a message over a transport and gives the output or throws the error.
import { fromErrorReply } from '#shared/lib/app-error';

import type { Call } from './contract.ts';
import type { RpcReply } from './server.ts';

/** Makes `call` over anything that carries a message there and a reply back. */
export function createRpcClient(send: (message: { method: string; input: unknown }) => Promise<RpcReply>): Call {
  return (async (method: string, input: unknown) => {
    const reply = await send({ method, input });
    if (reply.ok) return reply.output;
    throw fromErrorReply(reply.error);
  }) as Call;
}
