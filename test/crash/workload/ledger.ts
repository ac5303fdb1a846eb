// What a study must hold after each of its entries, kept by somebody who does not trust the vault.
import { migrateRecords, type RawRecords } from '#shared/model/migrations/index';
import { VaultState } from '#shared/model/vault-state';
import type { Vault, VaultAnnouncement } from '#core/vault/vault';

import { digestAfter, digestOf } from './state-digest.ts';
import { migrationsTo } from './test-migrations.ts';

export interface Expected {
  digest: bigint;
  undoLabel: string | null;
  redoLabel: string | null;
}

export class Ledger {
  /** By data version and number of the last entry. */
  readonly #expected = new Map<string, Expected>();
  readonly #state: VaultState;
  #digest: bigint;
  /** Number of the last entry that was announced. */
  seq: number;
  version = 1;

  /** @param vault one that has just been made. */
  constructor(vault: Vault) {
    this.#state = new VaultState(vault.state.toRecords());
    this.#digest = digestOf(this.#state);
    this.seq = vault.seq;
    this.#note(null, null);
  }

  /** Takes an entry as the vault announced it. */
  take({ entry, undoLabel, redoLabel }: VaultAnnouncement): void {
    this.#state.apply(entry.changes);
    this.#digest = digestAfter(this.#digest, entry.changes);
    this.seq = entry.seq;
    this.#note(undoLabel, redoLabel);
  }

  /** The study is brought to a version; undo begins anew with it. */
  migrate(version: number): void {
    const records = migrateRecords(this.#state.toRecords() as unknown as RawRecords, this.version, migrationsTo(version));
    for (const [id, tag] of Object.entries(records['tags'] ?? {})) {
      const before = this.#state.require('tags', id);
      this.#state.apply([{ collection: 'tags', id, before, after: tag as unknown as typeof before }]);
    }
    this.version = version;
    this.#digest = digestOf(this.#state);
    this.#note(null, null);
  }

  expected(version: number, seq: number): Expected | undefined {
    return this.#expected.get(`${version}:${seq}`);
  }

  /** How the vault differs from what it must hold at its own last entry; null: not at all. */
  difference(vault: Vault, version: number): string | null {
    const expected = this.expected(version, vault.seq);
    if (!expected) return `entry ${vault.seq} of version ${version} never was`;
    if (digestOf(vault.state) !== expected.digest) return `the records after entry ${vault.seq} are not what they were`;
    if (vault.undoLabel !== expected.undoLabel || vault.redoLabel !== expected.redoLabel) {
      return `after entry ${vault.seq} undo is “${vault.undoLabel}” and redo “${vault.redoLabel}”, not “${expected.undoLabel}” and “${expected.redoLabel}”`;
    }
    return null;
  }

  #note(undoLabel: string | null, redoLabel: string | null): void {
    this.#expected.set(`${this.version}:${this.seq}`, { digest: this.#digest, undoLabel, redoLabel });
  }
}
