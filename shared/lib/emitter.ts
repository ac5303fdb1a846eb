// A typed event source whose subscriptions return their own undo.

export type Unsubscribe = () => void;

export interface Emitter<Event> {
  /** Calls the listener for each later event, in order of subscription. */
  subscribe(listener: (event: Event) => void): Unsubscribe;
  emit(event: Event): void;
}

/** Makes an emitter. A listener that throws does not keep the others from hearing the event; the first error is rethrown at the end. */
export function createEmitter<Event>(): Emitter<Event> {
  const listeners = new Set<(event: Event) => void>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    emit(event) {
      let failure: { error: unknown } | null = null;
      for (const listener of [...listeners]) {
        try {
          listener(event);
        } catch (error) {
          failure ??= { error };
        }
      }
      if (failure) throw failure.error;
    },
  };
}
