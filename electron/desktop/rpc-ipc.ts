// The two channels between the core and its window: `rpc` with its reply, `event` one way (trust.md E6).
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { z } from 'zod';

import type { Core } from '#core/core';
import { reportDefect } from '#core/services/report-defect';
import type { Unsubscribe } from '#shared/lib/emitter';
import type { NumberedEvent } from '#shared/rpc/numbered-event';
import { createRpcServer } from '#shared/rpc/server';
import type { HostEvent } from '#shared/rpc/transport';
import type { BridgeReply } from '#shared/rpc/window-bridge';

import { APP_ORIGIN, isAppPage, originOf } from './app-address.ts';

const messageSchema = z.strictObject({ method: z.string().max(64), input: z.unknown() });

export interface IpcLine {
  /** Announces something of the desktop itself, such as a menu command. */
  announce(event: HostEvent): void;
  close: Unsubscribe;
}

/**
 * Connects the core to a window.
 * @param window gives the window's contents, or null while there is none.
 */
export function connectIpcLine(core: Pick<Core, 'handlers' | 'events'>, window: () => WebContents | null): IpcLine {
  const rpc = createRpcServer(core.handlers, reportDefect);
  let lastId = 0;
  const send = (event: NumberedEvent['event']): void => {
    lastId += 1;
    const contents = window();
    if (contents && !contents.isDestroyed()) contents.send('event', { id: lastId, event } satisfies NumberedEvent);
  };
  const stopListening = core.events.subscribe(send);
  const unregister = register('rpc', messageSchema, window, async (message): Promise<BridgeReply> => {
    const reply = await rpc(message);
    return { reply, eventId: lastId };
  });
  return {
    announce: send,
    close: () => {
      stopListening();
      unregister();
    },
  };
}

/** The only place that listens on a channel: sender first, then shape, then the work. A refusal says nothing about why. */
function register<Schema extends z.ZodType, Answer>(
  channel: string,
  schema: Schema,
  window: () => WebContents | null,
  work: (input: z.output<Schema>) => Promise<Answer>,
): Unsubscribe {
  ipcMain.handle(channel, async (event, ...messages: unknown[]) => {
    if (!fromOwnPage(event, window())) throw new Error('refused');
    const parsed = schema.safeParse(messages[0]);
    if (messages.length !== 1 || !parsed.success) throw new Error('refused');
    return work(parsed.data);
  });
  return () => ipcMain.removeHandler(channel);
}

/** A null frame has navigated away or is gone: as hostile as a foreign one. */
function fromOwnPage(event: IpcMainInvokeEvent, contents: WebContents | null): boolean {
  const frame = event.senderFrame;
  if (!frame || !contents || event.sender !== contents || frame !== contents.mainFrame) return false;
  return frame.origin === APP_ORIGIN && originOf(frame.url) === APP_ORIGIN && isAppPage(frame.url);
}
