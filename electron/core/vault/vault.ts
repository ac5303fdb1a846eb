// The vault: the single writer of one study. Every change is a named edit, durable before it is answered.
import { AppError } from '#shared/lib/app-error';
import { createEmitter } from '#shared/lib/emitter';
import type { Steps } from '#shared/lib/steps';
import { type Change, invertChanges } from '#shared/model/changes';
import { EMPTY_UNDO_STACK, type JournalEntry, type UndoStep } from '#shared/model/journal-entry';
import type { VaultState } from '#shared/model/vault-state';
import type { Turn } from '#shared/model/transcript';
import { type EditResult, labelOf } from '#shared/edits/edit-definition';

import { BackupFirst, type BulkReason } from '../backups/bulk-edits.ts';
import { Announcer } from './announcer.ts';
import { writeCheckpoint } from './checkpoint.ts';
import type { EditOptions, EntryContent, StepDone, VaultAnnouncement } from './edit-options.ts';
import { EditQueue } from './edit-queue.ts';
import { applySteps, editSteps, stepBackSteps, withoutStepsUpTo } from './edit-steps.ts';
import { editTexts, noTexts } from './edit-texts.ts';
import { entryLines, firstEntry } from './entry-lines.ts';
import { History } from './history.ts';
import { Journal } from './journal.ts';
import type { LoadedVault } from './load-vault.ts';
import type { VaultLock } from './lock.ts';
import { parseEdit } from './parse-edit.ts';
import { SavedMark } from './saved-mark.ts';
import { type SnapshotContent, type SnapshotDatabase, snapshotDatabase } from './snapshot.ts';
import { type LongJob, Turns } from './turns.ts';
import { Transcripts } from './transcripts.ts';
import { UndoSteps } from './undo-steps.ts';
import type { VaultFiles } from './vault-files.ts';
import type { VaultServices } from './vault-services.ts';

export type { VaultServices } from './vault-services.ts';

/** Bytes of journal after which a checkpoint is made while working. */
const CHECKPOINT_BYTES = 4 * 1024 * 1024;

export class Vault {
  readonly files: VaultFiles;
  readonly id: string;
  readonly transcripts: Transcripts;
  /** Resolves when all collections are there but those that grow with the work: snippets, taggings, cards, evidence. Never rejects. */
  readonly outline: Promise<void>;
  /**
   * Resolves when all records are in. Edits, undo and checkpoints wait for it; so must everybody who needs more than the first screen.
   * Rejects with AppError('vault-damaged') when a part of the snapshot does not verify: nothing can be changed then.
   */
  readonly whole: Promise<void>;
  readonly announcements = createEmitter<VaultAnnouncement>();
  /** Makes a backup before a step that takes away or brings in a lot; the step waits for it. Must not reject. */
  beforeBulk: ((reason: BulkReason) => Promise<void>) | null = null;
  readonly #services: VaultServices;
  readonly #schemaVersion: number;
  readonly #state: VaultState;
  /** Null: opened for reading only. */
  readonly #lock: VaultLock | null;
  readonly #history: History;
  readonly #queue: EditQueue;
  readonly #turns = new Turns();
  readonly #announcer = new Announcer(this.announcements);
  readonly #journal: Journal;
  readonly #mark: SavedMark;
  #seq: number;
  #chain: string;
  #undo: UndoSteps;
  #snapshotSeq: number;
  #journalFirstSeq: number;
  /** Why it was opened for reading only, or why it can only be read since. */
  #readOnly: AppError | null;
  #closed = false;
  #checkpointing: Promise<void> | null = null;
  #isWhole = false;
  /** Resolves when edits can find what refers to what without a stop. */
  readonly #prepared: Promise<void>;
  #isPrepared = false;
  readonly #database: SnapshotDatabase;
  readonly #loading = new AbortController();

  /** @param lock the lock that was taken, or why the vault is opened without one and can only be read. */
  constructor(files: VaultFiles, loaded: LoadedVault, state: VaultState, lock: VaultLock | AppError, services: VaultServices) {
    this.files = files;
    this.id = loaded.vaultId;
    this.#services = services;
    this.#schemaVersion = loaded.schemaVersion;
    this.#state = state;
    this.#lock = lock instanceof AppError ? null : lock;
    this.#readOnly = lock instanceof AppError ? lock : null;
    this.#seq = loaded.seq;
    this.#chain = loaded.chain;
    this.#undo = new UndoSteps(loaded.undo);
    this.#snapshotSeq = loaded.seq - loaded.entries.length;
    this.#journalFirstSeq = loaded.journalFirstSeq;
    this.#history = new History(services.disk, files, loaded.entries);
    this.#journal = new Journal(services.disk, files.journal, loaded.journalLength);
    this.#mark = new SavedMark(services.disk, files);
    this.#queue = new EditQueue((bytes, lastSeq) => this.#append(bytes, lastSeq));
    this.transcripts = new Transcripts(services.disk, files, () => this.#requireWritable());
    this.#database = snapshotDatabase(services.disk, files);
    const outline = Promise.withResolvers<void>();
    this.outline = outline.promise;
    this.whole = loaded.rest ? loaded.rest.loadInto(state, this.#loading.signal, outline.resolve) : Promise.resolve();
    const over = this.whole.then(() => (this.#isWhole = true));
    over.catch(() => undefined).finally(outline.resolve);
    this.#prepared = over.then(() => this.#turns.run(state.prepareReferences(), ''));
    this.#prepared.then(() => (this.#isPrepared = true)).catch(() => undefined);
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
    return this.#undo.last?.label ?? null;
  }

  get redoLabel(): string | null {
    return this.#undo.next?.label ?? null;
  }

  /** True when `whole` has resolved. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Why nothing can be written any more, or null. */
  get readOnlyReason(): AppError | null {
    return this.#readOnly ?? this.#journal.broken;
  }

  /** True when it has no lock: to write, it must be opened again. */
  get openedForReading(): boolean {
    return this.#lock === null;
  }

  /**
   * Tries to write again after a fault: full disk, failed flush, folder moved away and back. Does nothing when opened for reading.
   * @throws AppError with the reason when it still cannot be.
   */
  async mend(): Promise<void> {
    await this.settled();
    await this.#lock?.check();
    await this.#journal.mend();
    if (this.#lock) this.#readOnly = null;
  }

  /** Waits until every edit given so far is durable or refused. */
  async settled(): Promise<void> {
    while (this.#turns.busy || !this.#queue.idle) {
      await this.#turns.free();
      await this.#queue.settled();
    }
  }

  /**
   * Runs a named edit. Resolves when its entry is on the disk and announced.
   * An edit that changes nothing writes nothing and answers with the present seq.
   * @throws AppError: 'bad-input' for unknown edits and wrong arguments, 'conflict' and 'not-found' from the edit, 'disk', 'read-only'.
   */
  async edit(name: string, given: unknown, options: EditOptions = {}): Promise<{ seq: number; result: EditResult }> {
    const { definition, input } = parseEdit(name, given);
    if (!this.#isPrepared) await this.#prepared;
    let texts = definition.texts ? await editTexts(definition, input, this.#state, this.transcripts) : noTexts;
    for (; this.#turns.busy; texts = await editTexts(definition, input, this.#state, this.transcripts)) await this.#turns.free();
    this.#requireWritable();
    const label = labelOf(definition, input, this.#state);
    const context = { now: this.#services.now(), by: this.#services.by, newId: this.#services.newId, turns: texts };
    const backUpFirst = this.beforeBulk !== null && !options.backedUp && this.#state.all('sources').size > 0;
    const steps = editSteps(this.#state, definition, context, input, backUpFirst, (changes) =>
      this.#commit({ kind: 'edit', edit: name, label, changes, coalesce: options.coalesce }, context.now),
    );
    try {
      const { result, committed } = await this.#turns.run(steps, label, options.job);
      return { seq: await committed(), result };
    } catch (error) {
      if (!(error instanceof BackupFirst)) throw error;
      await this.beforeBulk?.(error.reason);
      return this.edit(name, given, { ...options, backedUp: true });
    }
  }

  /** Takes the last step back. @throws AppError('conflict') when there is none, or when a record was changed since. */
  async undo(): Promise<StepDone> {
    await this.#prepared;
    return this.#stepBack('undo', this.#undo.last, 'There is nothing to undo.');
  }

  /** Does the last undone step again. */
  async redo(): Promise<StepDone> {
    await this.#prepared;
    return this.#stepBack('redo', this.#undo.next, 'There is nothing to redo.');
  }

  async #stepBack(kind: 'undo' | 'redo', step: UndoStep | undefined, none: string): Promise<StepDone> {
    if (!step) throw new AppError('conflict', none);
    const entries = await this.#history.entriesOf(kind, step, () => this.settled());
    while (this.#turns.busy) await this.#turns.free();
    this.#requireWritable();
    if ((kind === 'undo' ? this.#undo.last : this.#undo.next) !== step)
      throw new AppError('conflict', `Something else was done meanwhile. Choose ${kind} again.`);
    const { edit, label } = step;
    const steps = stepBackSteps(this.#state, kind, step, entries, (forward) => this.#commit({ kind, edit, label, changes: forward }));
    const { changes, committed } = await this.#turns.run(steps, `${kind === 'undo' ? 'Undo' : 'Redo'} ${label}`);
    return { seq: await committed(), label, changes };
  }

  /** The text of a source, verified against its record. */
  async turns(sourceId: string): Promise<readonly Turn[]> {
    return (await this.transcripts.readSource(this.#state.require('sources', sourceId))).turns;
  }

  /**
   * Puts records back as they were earlier, as one step that can be undone. @param changes start from the records as they stand.
   * @throws AppError('conflict') when a record was changed meanwhile or something would be left dangling, 'disk', 'read-only'.
   */
  async restoreState(label: string, changes: Change[], job?: LongJob): Promise<number> {
    await this.#prepared;
    while (this.#turns.busy) await this.#turns.free();
    this.#requireWritable();
    const commit = () => this.#commit({ kind: 'edit', edit: 'restoreState', label, changes });
    return (await this.#turns.run(applySteps(this.#state, `Cannot do “${label}”`, changes, commit), label, job)).committed();
  }

  /** Steps whose entries are no longer kept can no longer be taken back. */
  forgetStepsUpTo(seq: number): void {
    this.#undo = new UndoSteps(withoutStepsUpTo(this.#undo.stack, seq));
  }

  /** Entries by number; null for one that can no longer be read. */
  entries(seqs: readonly number[]): Promise<(JournalEntry | null)[]> {
    return this.#history.entries(seqs, () => this.settled());
  }

  /** Makes everything so far the beginning: for a study that was filled by the program, not by a person. */
  async forgetUndoSteps(): Promise<void> {
    await this.settled();
    this.#undo = new UndoSteps(EMPTY_UNDO_STACK);
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
    this.#loading.abort();
    await this.whole.catch(() => undefined);
    try {
      await this.#checkpointing;
      if (this.#isWhole && this.#seq > this.#snapshotSeq && !this.readOnlyReason) await this.#writeCheckpoint();
    } finally {
      await this.#journal.close();
      await this.#mark.close();
      await this.#lock?.release();
      if (!keepKey) this.files.cipher.forget();
    }
  }

  #requireWritable(): void {
    if (this.#closed) throw new AppError('vault-missing', 'The study was closed. Open it again to go on.');
    if (this.readOnlyReason) throw this.readOnlyReason;
  }

  /**
   * Makes the entries of changes that are already applied in memory and hands them to be written.
   * @returns what waits until they are durable and announced, and gives the last one's number.
   */
  *#commit(fields: EntryContent, at = this.#services.now()): Steps<() => Promise<number>> {
    if (fields.changes.length === 0) return () => this.settled().then(() => this.#seq);
    const { changes } = fields;
    const first = firstEntry(fields, { seq: this.#seq + 1, at, by: this.#services.by }, this.#queue.batch);
    const { entries, lines, chain } = yield* entryLines(first, this.#chain, this.files.cipher);
    const before = { seq: this.#seq, chain: this.#chain };
    const { seq: lastSeq } = entries.at(-1) ?? first;
    this.#seq = lastSeq;
    this.#chain = chain;
    const takeOut = this.#undo.advance(entries);
    for (const entry of entries) this.#history.remember(entry);
    const { undoLabel, redoLabel } = this;
    const written = new Promise<number>((resolve, reject) => {
      this.#queue.push({
        firstSeq: first.seq,
        lastSeq,
        line: lines,
        revert: () => {
          this.#state.apply(invertChanges(changes));
          for (const entry of entries) this.#history.forget(entry.seq);
          this.#seq = before.seq;
          this.#chain = before.chain;
          takeOut();
        },
        committed: () => {
          const announced = entries.map((entry) => ({ entry, undoLabel, redoLabel }));
          this.#announcer.announce(announced, () => resolve(lastSeq));
        },
        failed: reject,
      });
    });
    return () => written;
  }

  async #append(bytes: Buffer, lastSeq: number): Promise<void> {
    await this.#requireLock();
    await this.#journal.append(bytes);
    this.#mark.note(lastSeq);
    if (this.#journal.length > CHECKPOINT_BYTES) void this.checkpoint().catch(() => undefined);
  }

  async #requireLock(): Promise<void> {
    try {
      await this.#lock?.checkNowAndThen();
    } catch (error) {
      if (error instanceof AppError && error.code === 'read-only') this.#readOnly = error;
      throw error;
    }
  }

  /** The study as it stands. Call it when nothing is waiting to be written. */
  snapshotData(): SnapshotContent {
    const schemaVersion = this.#schemaVersion;
    const head = { format: 'plumbline-vault', schemaVersion, vaultId: this.id, seq: this.#seq, chain: this.#chain } as const;
    return { ...head, savedAt: this.#services.now(), undo: this.#undo.stack, records: this.#state.toLists() };
  }

  async #writeCheckpoint(): Promise<void> {
    if (this.readOnlyReason) throw this.readOnlyReason;
    await this.whole;
    await this.#requireLock();
    while (this.#turns.busy || !this.#queue.idle) await this.settled();
    const data = this.snapshotData();
    if (data.seq === this.#snapshotSeq) return;
    const moved = (): void => void (this.#journalFirstSeq = data.seq + 1);
    await writeCheckpoint(this.files, this.#journal, this.#journalFirstSeq, this.#database, data, moved);
    this.#snapshotSeq = data.seq;
  }
}
