// The vault: the single writer of one study. Every change is a named edit, durable before it is answered.
import { AppError } from '#shared/lib/app-error';
import { createEmitter } from '#shared/lib/emitter';
import { type Change, composeChanges, describeRecord, invertChanges, sameRecord } from '#shared/model/changes';
import { Draft, validateChanges } from '#shared/model/draft';
import { advanceUndoStack, EMPTY_UNDO_STACK, type JournalEntry, type UndoStack, type UndoStep } from '#shared/model/journal-entry';
import type { VaultState } from '#shared/model/vault-state';
import type { Turn } from '#shared/model/transcript';
import { editByName } from '#shared/edits/index';
import type { EditResult } from '#shared/edits/edit-definition';

import { type BulkReason, bulkReason } from '../backups/bulk-edits.ts';
import { writeCheckpoint } from './checkpoint.ts';
import type { Disk } from './disk.ts';
import { turnsForEdit } from './edit-texts.ts';
import { EditQueue } from './edit-queue.ts';
import { History } from './history.ts';
import { Journal } from './journal.ts';
import { formatJournalLine } from './journal-line.ts';
import type { LoadedVault } from './load-vault.ts';
import type { VaultLock } from './lock.ts';
import type { SnapshotData } from './snapshot.ts';
import { Transcripts } from './transcripts.ts';
import type { VaultFiles } from './vault-files.ts';

/** What the vault needs from outside: nothing in it reads the clock or makes ids by itself. */
export interface VaultServices {
  disk: Disk;
  now(): string;
  newId(): string;
  /** Name written into entries and records made here. */
  by: string;
}

/** An entry as announced to windows, with what can be undone after it. */
export interface VaultAnnouncement {
  entry: JournalEntry;
  undoLabel: string | null;
  redoLabel: string | null;
}

export interface EditOptions {
  /** Edits of the same kind with the same key in quick succession are undone together. */
  coalesce?: string;
  /** A backup was made for this step already. */
  backedUp?: boolean;
}

/** Bytes of journal after which a checkpoint is made while working. */
const CHECKPOINT_BYTES = 4 * 1024 * 1024;

export class Vault {
  readonly files: VaultFiles;
  readonly id: string;
  readonly transcripts: Transcripts;
  readonly announcements = createEmitter<VaultAnnouncement>();
  /** Makes a backup before a step that takes away or brings in a lot; the step waits for it. Must not reject. */
  beforeBulk: ((reason: BulkReason) => Promise<void>) | null = null;
  readonly #services: VaultServices;
  readonly #schemaVersion: number;
  readonly #state: VaultState;
  readonly #lock: VaultLock;
  readonly #history: History;
  readonly #queue: EditQueue;
  readonly #journal: Journal;
  #seq: number;
  #chain: string;
  #undo: UndoStack;
  #snapshotSeq: number;
  #journalFirstSeq: number;
  #readOnly: AppError | null = null;
  #closed = false;
  #checkpointing: Promise<void> | null = null;

  constructor(files: VaultFiles, loaded: LoadedVault, state: VaultState, lock: VaultLock, services: VaultServices) {
    this.files = files;
    this.id = loaded.vaultId;
    this.#services = services;
    this.#schemaVersion = loaded.schemaVersion;
    this.#state = state;
    this.#lock = lock;
    this.#seq = loaded.seq;
    this.#chain = loaded.chain;
    this.#undo = loaded.undo;
    this.#snapshotSeq = loaded.seq - loaded.entries.length;
    this.#journalFirstSeq = loaded.journalFirstSeq;
    this.#history = new History(services.disk, files, loaded.entries);
    this.#journal = new Journal(services.disk, files.journal, loaded.journalLength);
    this.#queue = new EditQueue((bytes) => this.#append(bytes));
    this.transcripts = new Transcripts(services.disk, files);
  }

  /** Number of the last entry. */
  get seq(): number {
    return this.#seq;
  }

  /** Records as they stand, including entries that are being written this moment. */
  get state(): VaultState {
    return this.#state;
  }

  get undoLabel(): string | null {
    return this.#undo.past.at(-1)?.label ?? null;
  }

  get redoLabel(): string | null {
    return this.#undo.future.at(-1)?.label ?? null;
  }

  /** Why nothing can be written any more, or null. */
  get readOnlyReason(): AppError | null {
    return this.#readOnly;
  }

  /** Waits until every edit given so far is durable or refused. */
  settled(): Promise<void> {
    return this.#queue.settled();
  }

  /**
   * Runs a named edit. Resolves when its entry is on the disk and announced.
   * An edit that changes nothing writes nothing and answers with the present seq.
   * @throws AppError: 'bad-input' for unknown edits and wrong arguments, 'conflict' and 'not-found' from the edit, 'disk', 'read-only'.
   */
  async edit(name: string, input: unknown, options: EditOptions = {}): Promise<{ seq: number; result: EditResult }> {
    const definition = editByName(name);
    if (!definition) throw new AppError('bad-input', `There is no edit called “${name}”.`, { edit: name });
    const parsed = definition.input.safeParse(input);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const field = issue?.path.join('.') ?? '';
      throw new AppError('bad-input', `${name}: ${field ? `the field “${field}” ` : 'the input '}${issue?.message ?? 'is wrong'}.`, {
        edit: name,
        field,
      });
    }
    const turns = await turnsForEdit(definition, parsed.data, this.#state, this.transcripts);
    this.#requireWritable();
    const label = typeof definition.label === 'string' ? definition.label : definition.label(parsed.data, this.#state);
    const draft = new Draft(this.#state);
    let result: EditResult;
    let bulk: BulkReason | null = null;
    try {
      result = definition.run({ draft, now: this.#services.now(), by: this.#services.by, newId: this.#services.newId, turns }, parsed.data);
      bulk = this.beforeBulk && !options.backedUp && this.#state.all('sources').size > 0 ? bulkReason(draft.changes()) : null;
      if (bulk) draft.rollback();
      else validateChanges(this.#state, draft.changes());
    } catch (error) {
      draft.rollback();
      throw error;
    }
    if (bulk) {
      await this.beforeBulk?.(bulk);
      return this.edit(name, input, { ...options, backedUp: true });
    }
    const changes = draft.changes();
    if (changes.length === 0) {
      await this.settled();
      return { seq: this.#seq, result };
    }
    const coalesce = options.coalesce === undefined ? {} : { coalesce: options.coalesce };
    return { seq: await this.#commit({ kind: 'edit', edit: name, label, changes, ...coalesce }), result };
  }

  /** Takes the last step back. @throws AppError('conflict') when there is none, or when a record was changed since. */
  undo(): Promise<{ seq: number; label: string; changes: Change[] }> {
    return this.#stepBack('undo', this.#undo.past.at(-1), 'There is nothing to undo.');
  }

  /** Does the last undone step again. */
  redo(): Promise<{ seq: number; label: string; changes: Change[] }> {
    return this.#stepBack('redo', this.#undo.future.at(-1), 'There is nothing to redo.');
  }

  async #stepBack(
    kind: 'undo' | 'redo',
    step: UndoStep | undefined,
    none: string,
  ): Promise<{ seq: number; label: string; changes: Change[] }> {
    if (!step) throw new AppError('conflict', none);
    const entries = await this.#history.entries(step.seqs);
    this.#requireWritable();
    if (entries.includes(null)) {
      throw new AppError(
        'conflict',
        `Cannot ${kind} “${step.label}”: its entry can no longer be read from the history. Nothing was changed.`,
      );
    }
    const stack = kind === 'undo' ? this.#undo.past : this.#undo.future;
    if (stack.at(-1) !== step) throw new AppError('conflict', `Something else was done meanwhile. Choose ${kind} again.`);
    const forward = composeChanges(entries.map((entry) => entry?.changes ?? []));
    const changes = kind === 'undo' ? invertChanges(forward) : forward;
    this.#applyWhole(`Cannot ${kind} “${step.label}”`, changes);
    const seq = await this.#commit({ kind, edit: step.edit, label: step.label, changes });
    return { seq, label: step.label, changes };
  }

  /** Applies changes that start from the records as they stand and lead to records that hold. @param refusal begins the sentence otherwise. */
  #applyWhole(refusal: string, changes: readonly Change[]): void {
    this.#requireUntouched(refusal, changes);
    this.#state.apply(changes);
    try {
      validateChanges(this.#state, changes);
    } catch (error) {
      this.#state.apply(invertChanges(changes));
      throw new AppError('conflict', `${refusal}. ${error instanceof AppError ? error.message : ''} Nothing was changed.`);
    }
  }

  #requireUntouched(refusal: string, changes: readonly Change[]): void {
    for (const change of changes) {
      const present = this.#state.get(change.collection, change.id) ?? null;
      if (sameRecord(present, change.before)) continue;
      const what = describeRecord(change.collection, change.id, present ?? change.before);
      throw new AppError('conflict', `${refusal}: ${what} was changed by something else since. Nothing was changed.`, {
        collection: change.collection,
        id: change.id,
      });
    }
  }

  /** The text of a source, verified against its record. */
  async turns(sourceId: string): Promise<readonly Turn[]> {
    return (await this.transcripts.readSource(this.#state.require('sources', sourceId))).turns;
  }

  /**
   * Puts records back as they were earlier, as one step that can be undone. @param changes start from the records as they stand.
   * @throws AppError('conflict') when a record was changed meanwhile or something would be left dangling, 'disk', 'read-only'.
   */
  async restoreState(label: string, changes: Change[]): Promise<number> {
    this.#requireWritable();
    if (changes.length === 0) return this.#seq;
    this.#applyWhole(`Cannot do “${label}”`, changes);
    return this.#commit({ kind: 'edit', edit: 'restoreState', label, changes });
  }

  /** Steps whose entries are no longer kept can no longer be taken back. */
  forgetStepsUpTo(seq: number): void {
    const kept = (steps: UndoStep[]): UndoStep[] => steps.filter(({ seqs }) => seqs.every((each) => each > seq));
    this.#undo = { past: kept(this.#undo.past), future: kept(this.#undo.future) };
  }

  /** Entries by number; null for one that can no longer be read. */
  entries(seqs: readonly number[]): Promise<(JournalEntry | null)[]> {
    return this.#history.entries(seqs);
  }

  /** Makes everything so far the beginning: for a study that was filled by the program, not by a person. */
  async forgetUndoSteps(): Promise<void> {
    await this.settled();
    this.#undo = EMPTY_UNDO_STACK;
    await this.checkpoint();
  }

  /** Writes the snapshot and moves the journal to the history. Edits go on meanwhile. */
  checkpoint(): Promise<void> {
    this.#checkpointing ??= this.#writeCheckpoint().finally(() => (this.#checkpointing = null));
    return this.#checkpointing;
  }

  /** Waits for edits, checkpoints when something changed, and gives the lock back. @param keepKey for opening it again at once. */
  async close(keepKey = false): Promise<void> {
    if (this.#closed) return;
    await this.settled();
    this.#closed = true;
    try {
      await this.#checkpointing;
      if (this.#seq > this.#snapshotSeq && !this.#readOnly) await this.#writeCheckpoint();
    } finally {
      await this.#journal.close();
      await this.#lock.release();
      if (!keepKey) this.files.cipher.forget();
    }
  }

  #requireWritable(): void {
    if (this.#closed) throw new AppError('vault-missing', 'The study was closed. Open it again to go on.');
    if (this.#readOnly) throw this.#readOnly;
  }

  /** Makes the entry of changes that are already applied in memory, and resolves when it is durable. */
  #commit(fields: Pick<JournalEntry, 'kind' | 'edit' | 'label' | 'changes'> & { coalesce?: string }): Promise<number> {
    const entry: JournalEntry = { seq: this.#seq + 1, at: this.#services.now(), by: this.#services.by, ...fields };
    const before = { seq: this.#seq, chain: this.#chain, undo: this.#undo };
    const { line, chain } = formatJournalLine(entry, this.#chain, this.files.cipher);
    this.#seq = entry.seq;
    this.#chain = chain;
    this.#undo = advanceUndoStack(this.#undo, entry);
    this.#history.remember(entry);
    const { undoLabel, redoLabel } = this;
    return new Promise((resolve, reject) => {
      this.#queue.push({
        entry,
        line,
        revert: () => {
          this.#state.apply(invertChanges(entry.changes));
          this.#history.forget(entry.seq);
          this.#seq = before.seq;
          this.#chain = before.chain;
          this.#undo = before.undo;
        },
        committed: () => {
          this.announcements.emit({ entry, undoLabel, redoLabel });
          resolve(entry.seq);
        },
        failed: reject,
      });
    });
  }

  async #append(bytes: Buffer): Promise<void> {
    try {
      await this.#journal.append(bytes);
    } catch (error) {
      if (this.#journal.broken) this.#readOnly = this.#journal.broken;
      throw error;
    }
    if (this.#journal.length > CHECKPOINT_BYTES) void this.checkpoint().catch(() => undefined);
  }

  async #writeCheckpoint(): Promise<void> {
    while (!this.#queue.idle) await this.#queue.settled();
    const seq = this.#seq;
    if (seq === this.#snapshotSeq) return;
    const data: SnapshotData = {
      format: 'plumbline-vault',
      schemaVersion: this.#schemaVersion,
      vaultId: this.id,
      seq,
      chain: this.#chain,
      savedAt: this.#services.now(),
      undo: this.#undo,
      records: this.#state.toRecords(),
    };
    await writeCheckpoint(this.#services.disk, this.files, this.#journal, this.#journalFirstSeq, data);
    this.#journalFirstSeq = seq + 1;
    this.#snapshotSeq = seq;
  }
}
