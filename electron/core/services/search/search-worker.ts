// Runs the desk of the search in its thread: requests in, answers out, each with its number.
import { type MessagePort, parentPort } from 'node:worker_threads';

import { toErrorReply } from '#shared/lib/app-error';

import { SearchDesk } from './search-desk.ts';
import type { SearchReply, SearchRequest, SearchRequests } from './search-messages.ts';

if (parentPort) serveSearch(parentPort);

function serveSearch(port: MessagePort): void {
  const desk = new SearchDesk();
  const reply = (message: SearchReply, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);
  port.on('message', (request: SearchRequest) => {
    desk.handle(request).then(
      (answer) => reply({ id: request.id, answer }, request.name === 'storePiece' ? buffersOf(answer) : []),
      (error: unknown) => reply({ id: request.id, error: toErrorReply(error) }),
    );
  });
}

/** Handed over instead of copied. */
function buffersOf(answer: unknown): ArrayBuffer[] {
  const { piece } = answer as SearchRequests['storePiece']['answer'];
  return piece ? [piece.bytes.buffer] : [];
}
