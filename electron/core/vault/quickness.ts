// Tells whether a disk answers faster than another thread could be woken to ask it; learnt from how long it took so far.

export interface QuicknessLimits {
  /** An answer that takes longer than this is not quick (ms). */
  quickMs: number;
  /** Quick answers through another thread before the first question at once. */
  trial: number;
  /** Quick answers through another thread before a disk that made the program wait is trusted again, for each ms of that wait. */
  patience: number;
}

/**
 * Asking through another thread costs more than a quick disk takes, but a slow one must not make the whole program stand still.
 * So a disk is asked at once while it has shown itself quick, and through another thread as soon as it was slow once: for the longer,
 * the longer it made the program wait. A single slow answer among hundreds of quick ones is what every disk gives now and then.
 */
export class Quickness {
  readonly #limits: QuicknessLimits;
  /** Quick answers that are still missing; 0: ask at once. */
  #missing: number;

  constructor(limits: QuicknessLimits) {
    this.#limits = limits;
    this.#missing = limits.trial;
  }

  get askAtOnce(): boolean {
    return this.#missing === 0;
  }

  /** Asks through another thread, and learns from it. @throws what `ask` rejects with. */
  async watch<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    const before = performance.now();
    const answer = await ask();
    this.note(performance.now() - before, false);
    return answer;
  }

  /** Asks at once, and learns from it. @throws what `ask` throws. */
  watchAtOnce<Answer>(ask: () => Answer): Answer {
    const before = performance.now();
    const answer = ask();
    this.note(performance.now() - before, true);
    return answer;
  }

  /** @param ms time the answer took. @param atOnce whether the program stood still for it. */
  note(ms: number, atOnce: boolean): void {
    const { quickMs, trial, patience } = this.#limits;
    const quick = ms <= quickMs;
    if (atOnce) this.#missing = quick ? 0 : Math.ceil(ms * patience);
    else if (quick) this.#missing = Math.max(0, this.#missing - 1);
    else this.#missing = Math.max(this.#missing, trial);
  }
}
