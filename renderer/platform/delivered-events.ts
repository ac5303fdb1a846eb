// Hands a host's numbered events to the window's listeners in order, and knows how far it has come.
import { createEmitter, type Unsubscribe } from '#shared/lib/emitter';
import type { NumberedEvent } from '#shared/rpc/numbered-event';
import type { ConnectionState, TransportEvent } from '#shared/rpc/transport';

/** A reply can overtake the events that its call caused. Waiting here makes each call resolve after them on every host. */
export class DeliveredEvents {
  readonly #emitter = createEmitter<TransportEvent>();
  #lastId = 0;
  #waiting: { id: number; resolve: () => void }[] = [];
  #connection: ConnectionState = 'connected';

  get lastId(): number {
    return this.#lastId;
  }

  subscribe(listener: (event: TransportEvent) => void): Unsubscribe {
    return this.#emitter.subscribe(listener);
  }

  /** An event that was delivered before is left out. A listener's fault shows as a fault of the window and does not break the line. */
  deliver({ id, event }: NumberedEvent): void {
    if (id <= this.#lastId) return;
    try {
      this.#emitter.emit(event);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
    this.skipTo(id);
  }

  /** Counts everything up to this id as heard: a fresh line, or events that are gone. */
  skipTo(id: number): void {
    this.#lastId = id;
    const ready = this.#waiting.filter((waiting) => waiting.id <= id);
    this.#waiting = this.#waiting.filter((waiting) => waiting.id > id);
    for (const { resolve } of ready) resolve();
  }

  /** Resolves when the events up to this id have been delivered; at once while the line is lost, where none can come. */
  reached(id: number): Promise<void> {
    if (id <= this.#lastId || this.#connection !== 'connected') return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ id, resolve }));
  }

  connection(state: ConnectionState): void {
    if (this.#connection === state) return;
    this.#connection = state;
    if (state !== 'connected') {
      for (const { resolve } of this.#waiting) resolve();
      this.#waiting = [];
    }
    this.#emitter.emit({ type: 'connection', state });
  }
}
