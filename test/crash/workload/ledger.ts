// What a study must hold after each of its entries, kept by somebody who does not trust the vault.
import { migrateRecords, type RawRecords } from '#shared/model/migrations/index';
import type { JournalEntry, UndoStack } from '#shared/model/journal-entry';
import type { RecordsByCollection } from '#shared/model/changes';
import { VaultState } from '#shared/model/vault-state';
import type { VaultAnnouncement } from '#core/vault/edit-options';
import type { Vault } from '#core/vault/vault';

import { digestAfter, digestOf } from './state-digest.ts';
import { migrationsTo } from './test-migrations.ts';

export interface Expected {
  digest: bigint;
  undoLabel: string | null;
  redoLabel: string | null;
}

/** One state as it was: its version, its records and what could be undone. */
interface Known extends Expected {
  version: number;
  records: RecordsByCollection;
}

export class Ledger {
  /** By number of the last entry; each version that the study had there. */
  readonly #known = new Map<number, Known[]>();
  readonly #state: VaultState;
  #digest: bigint;
  /** Number of the last entry that was announced. */
  seq: number;
  version: number;

  /** @param vault one that holds what it should, of this data version. */
  constructor(vault: Vault, version: number) {
    this.version = version;
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
    const migrated = migratedState(this.#state.toRecords(), this.version, version);
    for (const tag of migrated.all('tags').values()) {
      this.#state.apply([{ collection: 'tags', id: tag.id, before: this.#state.require('tags', tag.id), after: tag }]);
    }
    this.version = version;
    this.#digest = digestOf(this.#state);
    this.#note(null, null);
  }

  /**
   * Entries that nobody was promised and that are in the study all the same, as after a fault or a killed program. They count
   * only when they follow from what is known.
   */
  adopt({ entries, undo }: { entries: readonly JournalEntry[]; undo: UndoStack }): void {
    const undoLabel = undo.past.at(-1)?.label ?? null;
    const redoLabel = undo.future.at(-1)?.label ?? null;
    const last = entries.at(-1)?.seq ?? 0;
    for (const entry of entries) {
      if (entry.seq !== this.seq + 1) continue;
      // What could be undone is known of the last one only; behind an edit before it, that edit could.
      const before = entry.seq < last && entry.kind === 'edit';
      this.take(before ? { entry, undoLabel: entry.label, redoLabel: null } : { entry, undoLabel, redoLabel });
    }
  }

  /** What a program of that version must find when the study ends with that entry. */
  expected(version: number, seq: number): Expected | undefined {
    const known = this.#known.get(seq)?.findLast((one) => one.version <= version);
    if (!known || known.version === version) return known;
    return { digest: digestOf(migratedState(known.records, known.version, version)), undoLabel: null, redoLabel: null };
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
    const { version } = this;
    const known: Known = { version, records: this.#state.toRecords(), digest: this.#digest, undoLabel, redoLabel };
    const others = (this.#known.get(this.seq) ?? []).filter((one) => one.version !== version);
    this.#known.set(this.seq, [...others, known]);
  }
}

function migratedState(records: RecordsByCollection, from: number, to: number): VaultState {
  const migrated = migrateRecords(records as unknown as RawRecords, from, migrationsTo(to));
  return new VaultState(migrated as unknown as Partial<RecordsByCollection>);
}
