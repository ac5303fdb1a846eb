// The study that the program was started with: opened at once, or left to the first window when only a person can decide.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';

import type { Session } from './session.ts';

export class OpenOnStart {
  readonly #session: Session;
  #askedFor: string | null = null;

  constructor(session: Session) {
    this.#session = session;
  }

  /**
   * Opens the study. What only a person can decide is left to the window: passphrase, damage, a lock.
   * @throws AppError for everything else: there is no such study.
   */
  async open(folder: string): Promise<void> {
    try {
      await this.#session.open(folder, { acceptDamage: false });
    } catch (error) {
      const code = error instanceof AppError ? error.code : null;
      if (code === 'vault-damaged' || code === 'vault-locked') this.#askedFor = path.resolve(folder);
      else if (code !== 'passphrase') throw error;
    }
  }

  /** The study that needs a person, for the first window that asks; null then, and when there is none. */
  take(): string | null {
    const folder = this.#askedFor;
    this.#askedFor = null;
    return folder;
  }
}
