// The loopback host: serves the window and the core's methods to browsers on this machine, and to nobody else.
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Core } from '#core/core';
import { loadRendererFiles } from '#core/services/renderer-files';
import { reportDefect } from '#core/services/report-defect';
import { securityHeaders } from '#core/services/security-headers';
import type { MethodName } from '#shared/rpc/contract';
import { messageLimit } from '#shared/rpc/message-limits';
import { EVENT_ID_HEADER } from '#shared/rpc/numbered-event';
import { createRpcServer, type RpcServer } from '#shared/rpc/server';

import { admit, type Gate } from './admit.ts';
import { Auth, type AuthOptions } from './auth.ts';
import { EventStream, type EventStreamOptions } from './event-stream.ts';
import { closeServer, createLoopbackServer, listen, PATIENCE, type Patience } from './loopback-server.ts';
import { readJsonBody } from './read-body.ts';

export interface HeadlessOptions {
  core: Pick<Core, 'handlers' | 'events'>;
  /** Folder of the built window. */
  rendererFolder: string;
  /** 0 lets the system choose. */
  port: number;
  auth?: AuthOptions;
  events?: EventStreamOptions;
  patience?: Partial<Patience>;
}

export interface Headless {
  port: number;
  /** Address of the page without a token. */
  origin: string;
  /** Address with a fresh start token in its fragment; works once, within a minute, and ends the one given before. */
  newAddress(): string;
  /** Time since a window last asked for something, or since the start (ms); 0 while a call is running. Listening is not asking. */
  idleMs(): number;
  /** Ends open lines, lets running calls finish for up to two seconds, stops listening. The core stays open. */
  close(): Promise<void>;
}

const HEADERS = securityHeaders('browser');

interface Parts extends Gate {
  rpc: RpcServer;
  stream: EventStream;
  readerMs: number;
  running: number;
  lastCall: number;
}

/**
 * Starts listening on 127.0.0.1; there is no option for another address (trust.md W1).
 * @throws AppError('not-found') when the window is not built, AppError('conflict') when the port is taken.
 */
export async function startHeadless(options: HeadlessOptions): Promise<Headless> {
  const files = await loadRendererFiles(options.rendererFolder);
  const auth = new Auth(options.auth);
  const stream = new EventStream(options.core.events, options.events);
  const rpc = createRpcServer(options.core.handlers, reportDefect);
  const readerMs = options.patience?.readerMs ?? PATIENCE.readerMs;
  const parts: Parts = { port: 0, auth, files, stream, rpc, readerMs, running: 0, lastCall: performance.now() };
  const take = (request: IncomingMessage, response: ServerResponse): void => void answer(request, response, parts).catch(reportDefect);
  const server = createLoopbackServer(HEADERS, take, options.patience);
  try {
    parts.port = await listen(server, options.port);
  } catch (error) {
    stream.close();
    throw error;
  }
  const origin = `http://127.0.0.1:${parts.port}`;
  return {
    port: parts.port,
    origin,
    idleMs: () => (parts.running > 0 ? 0 : performance.now() - parts.lastCall),
    newAddress: () => `${origin}/#start=${auth.issueStartToken()}`,
    close: async () => {
      stream.close();
      await closeServer(server);
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  const facts = { method: request.method ?? '', target: request.url ?? '', headers: request.rawHeaders };
  const admission = admit(facts, parts);
  switch (admission.kind) {
    case 'refused':
      return refuse(request, response, admission.status, admission.code);
    case 'file':
      // Anybody on this machine may ask for a file: whoever does not take it must not keep a connection from the owner.
      response.setTimeout(parts.readerMs);
      response.writeHead(200, { 'content-type': admission.file.mediaType, 'content-length': admission.file.bytes.length });
      return void response.end(facts.method === 'HEAD' ? undefined : admission.file.bytes);
    case 'session': {
      const exchange = parts.auth.exchange(admission.startToken);
      if (exchange.ok) return sendJson(response, { session: exchange.session });
      return exchange.reason === 'paused' ? refuse(request, response, 429, 'paused') : refuse(request, response, 401, 'not-signed-in');
    }
    case 'events':
      return parts.stream.attach(response, admission.after, () => parts.auth.accepts(admission.sessionToken, 'listen'));
    case 'rpc':
      return answerCall(request, response, admission.method, parts);
  }
}

async function answerCall(request: IncomingMessage, response: ServerResponse, method: MethodName, parts: Parts): Promise<void> {
  if (request.headers.expect !== undefined) response.writeContinue();
  const body = await readJsonBody(request, messageLimit(method));
  if (!body.ok) return refuse(request, response, body.status, 'bad-request');
  parts.running += 1;
  const reply = await parts.rpc({ method, input: body.value });
  parts.running -= 1;
  parts.lastCall = performance.now();
  // Taken after the call: whatever the call announced has this number or a lower one.
  response.setHeader(EVENT_ID_HEADER, parts.stream.lastId);
  sendJson(response, reply);
}

function sendJson(response: ServerResponse, value: unknown): void {
  const text = Buffer.from(JSON.stringify(value));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length });
  response.end(text);
}

/** An error says its code and an id, never a path, a stack or a word of content (trust.md W11). */
function refuse(request: IncomingMessage, response: ServerResponse, status: number, code: string): void {
  if (response.headersSent) return void response.destroy();
  // What is left of a body that nobody wants is not waited for.
  if (!request.complete) response.setHeader('connection', 'close');
  const text = JSON.stringify({ code, id: randomBytes(4).toString('hex') });
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text, () => {
    if (request.complete) return;
    request.resume();
    setTimeout(() => request.destroy(), 500).unref();
  });
}
