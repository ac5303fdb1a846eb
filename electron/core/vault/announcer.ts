// Announces entries in their order: one at once, the many of a long step with pauses.
import type { Emitter } from '#shared/lib/emitter';

import { Pauses } from './pauses.ts';

interface Waiting<Event> {
  events: readonly Event[];
  whenOut(): void;
}

export class Announcer<Event> {
  readonly #emitter: Emitter<Event>;
  readonly #waiting: Waiting<Event>[] = [];
  #announcing = false;

  constructor(emitter: Emitter<Event>) {
    this.#emitter = emitter;
  }

  /** Announces events after all that were given before; calls `whenOut` when these are out. */
  announce(events: readonly Event[], whenOut: () => void): void {
    this.#waiting.push({ events, whenOut });
    if (this.#announcing) return;
    this.#announcing = true;
    // All that is answered in one go is announced in one go.
    queueMicrotask(() => void this.#goOn());
  }

  async #goOn(): Promise<void> {
    const pauses = new Pauses();
    try {
      for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
        // The entries are durable: whoever waits for them gets its answer, also when a listener fails.
        try {
          for (const event of next.events) {
            if (pauses.due) await pauses.take();
            this.#emitter.emit(event);
          }
        } finally {
          next.whenOut();
        }
      }
    } finally {
      this.#announcing = false;
    }
  }
}
