// The core's events as lines of JSON over a long answer, numbered, with a buffer from which a window that lost its line catches up.
import type { ServerResponse } from 'node:http';

import type { Emitter, Unsubscribe } from '#shared/lib/emitter';
import type { CoreEvent } from '#shared/rpc/answers';
import { type EventLine, HEARTBEAT_MS } from '#shared/rpc/numbered-event';

export interface EventStreamOptions {
  heartbeatMs?: number;
  /** Events kept for catching up, and their size together (bytes, about). */
  keepEvents?: number;
  keepBytes?: number;
}

interface Listener {
  response: ServerResponse;
  stillAllowed(): boolean;
}

/** A window that takes its lines more slowly than this is cut off; it comes back and fetches a snapshot (bytes). */
const BACKLOG_LIMIT = 64 * 1024 * 1024;

export class EventStream {
  readonly #listeners = new Set<Listener>();
  readonly #unsubscribe: Unsubscribe;
  readonly #heartbeat: NodeJS.Timeout;
  readonly #keepEvents: number;
  readonly #keepBytes: number;
  #kept: { id: number; line: string }[] = [];
  #keptBytes = 0;
  #lastId = 0;

  constructor(events: Emitter<CoreEvent>, options: EventStreamOptions = {}) {
    this.#keepEvents = options.keepEvents ?? 2000;
    this.#keepBytes = options.keepBytes ?? 8 * 1024 * 1024;
    this.#unsubscribe = events.subscribe((event) => this.#announce(event));
    this.#heartbeat = setInterval(() => this.#beat(), options.heartbeatMs ?? HEARTBEAT_MS).unref();
  }

  /** Id of the last event announced; 0 before the first. */
  get lastId(): number {
    return this.#lastId;
  }

  /**
   * Turns a response into a listener. Headers other than the type must be set already.
   * @param after id of the last event the window has heard; null for a new window.
   * @param stillAllowed asked at each heartbeat; the line ends when the session is locked.
   */
  attach(response: ServerResponse, after: number | null, stillAllowed: () => boolean): void {
    const listener: Listener = { response, stillAllowed };
    response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8' });
    const oldest = this.#kept[0]?.id ?? this.#lastId + 1;
    const known = after ?? this.#lastId;
    const gapTooOld = known > this.#lastId || known + 1 < oldest;
    send(response, { kind: 'hello', id: gapTooOld ? this.#lastId : known });
    if (gapTooOld) send(response, { kind: 'resync', id: this.#lastId });
    else for (const kept of this.#kept) if (kept.id > known) response.write(kept.line);
    this.#listeners.add(listener);
    response.on('close', () => this.#listeners.delete(listener));
  }

  /** Ends every line. */
  close(): void {
    this.#unsubscribe();
    clearInterval(this.#heartbeat);
    for (const { response } of this.#listeners) response.end();
    this.#listeners.clear();
  }

  #announce(event: CoreEvent): void {
    this.#lastId += 1;
    const line = lineOf({ kind: 'event', id: this.#lastId, event });
    this.#keep(line);
    for (const { response } of this.#listeners) {
      if (response.writableLength > BACKLOG_LIMIT) response.destroy();
      else response.write(line);
    }
  }

  #keep(line: string): void {
    this.#kept.push({ id: this.#lastId, line });
    this.#keptBytes += line.length;
    while (this.#kept.length > this.#keepEvents || this.#keptBytes > this.#keepBytes) {
      this.#keptBytes -= this.#kept.shift()?.line.length ?? 0;
    }
  }

  #beat(): void {
    for (const { response, stillAllowed } of this.#listeners) {
      if (stillAllowed()) send(response, { kind: 'heartbeat', id: this.#lastId });
      else response.end();
    }
  }
}

function send(response: ServerResponse, line: EventLine): void {
  response.write(lineOf(line));
}

function lineOf(line: EventLine): string {
  return `${JSON.stringify(line)}\n`;
}
