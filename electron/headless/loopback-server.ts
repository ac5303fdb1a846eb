// Node's HTTP server with our limits: bound to 127.0.0.1, few connections, short patience (trust.md W1, W10).
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import { AppError } from '#shared/lib/app-error';

type Headers = Readonly<Record<string, string>>;

/** How long the server waits for slow others (ms). */
export interface Patience {
  /** Until a request's headers are there, counted from the connection. */
  headersMs: number;
  /** Until a request is there whole. */
  requestMs: number;
  /** Until the next request on a connection. */
  keepAliveMs: number;
  /** Without a byte of a file being taken. */
  readerMs: number;
  /** Between two looks at the first two. */
  checkMs: number;
}

export const PATIENCE: Patience = { headersMs: 10_000, requestMs: 60_000, keepAliveMs: 10_000, readerMs: 30_000, checkMs: 5_000 };
const CONNECTIONS_ALLOWED = 64;
const CLOSE_GRACE_MS = 2000;

/** @param headers of the answers that are given before there is a request to answer. */
export function createLoopbackServer(
  headers: Headers,
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  patience: Partial<Patience> = {},
): Server {
  const { headersMs, requestMs, keepAliveMs, checkMs } = { ...PATIENCE, ...patience };
  const server = createServer({
    // The guard looks at Host itself; without this Node would answer first.
    requireHostHeader: false,
    maxHeaderSize: 16 * 1024,
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: keepAliveMs,
    connectionsCheckingInterval: checkMs,
  });
  server.maxConnections = CONNECTIONS_ALLOWED;
  server.on('request', handle);
  // Nothing is said before the guard has looked, also not "100 Continue".
  server.on('checkContinue', handle);
  server.on('checkExpectation', handle);
  server.on('upgrade', (_request, socket) => refuseRaw(socket as Socket, headers, '403 Forbidden'));
  server.on('connect', (_request, socket) => refuseRaw(socket as Socket, headers, '403 Forbidden'));
  server.on('clientError', (_error, socket) => refuseRaw(socket as Socket, headers, '400 Bad Request'));
  return server;
}

/** @returns the port that was taken. @throws AppError('conflict') when it is in use. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      reject(taken ? new AppError('conflict', `Port ${port} is in use by another program. Choose another one, or 0 for any.`) : error);
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** Stops listening and waits for running answers, but not for ever. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
    server.close(() => {
      clearTimeout(giveUp);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** For requests that never become one: the answer still carries the headers. */
function refuseRaw(socket: Socket, headers: Headers, status: string): void {
  if (!socket.writable) return void socket.destroy();
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status}`, ...lines, 'connection: close', 'content-length: 0', '', ''].join('\r\n'));
}
