// Turns messages from outside into calls of handlers: checks the method and its input, and answers errors as data.
import { AppError, type AppErrorReply, toErrorReply } from '#shared/lib/app-error';

import { CONTRACT, type Handlers, type MethodName } from './contract.ts';
import { checkMessage } from './message-limits.ts';

export type RpcReply = { ok: true; output: unknown } | { ok: false; error: AppErrorReply };

/** Makes the one entry that every host passes its messages to. Never throws. */
export function createRpcServer(handlers: Handlers, onDefect: (error: unknown) => void = () => undefined) {
  return async (message: unknown): Promise<RpcReply> => {
    try {
      const { method, input } = parseMessage(message);
      checkMessage(method, input);
      const parsed = CONTRACT[method].input.safeParse(input);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        throw new AppError('bad-input', `${method}: ${issue?.path.join('.') || 'the input'} ${issue?.message ?? 'is wrong'}.`, { method });
      }
      const handler = handlers[method] as (input: unknown) => Promise<unknown>;
      return { ok: true, output: await handler(parsed.data) };
    } catch (error) {
      if (!(error instanceof AppError)) onDefect(error);
      return { ok: false, error: toErrorReply(error) };
    }
  };
}

export type RpcServer = ReturnType<typeof createRpcServer>;

function parseMessage(message: unknown): { method: MethodName; input: unknown } {
  const { method, input } = (typeof message === 'object' && message !== null ? message : {}) as { method?: unknown; input?: unknown };
  if (typeof method !== 'string' || !Object.hasOwn(CONTRACT, method)) {
    throw new AppError('not-found', 'There is no such method.');
  }
  return { method: method as MethodName, input };
}
