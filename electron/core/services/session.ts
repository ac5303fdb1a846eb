// The study that is open: opening, creating, the sample, closing, and checkpoints when work pauses.
import { cp } from 'node:fs/promises';
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';
import type { Emitter } from '#shared/lib/emitter';
import type { AppStatus, CoreEvent, SavedCopy, VaultStatus } from '#shared/rpc/answers';

import { copyVault } from '../vault/copy-vault.ts';
import { createVault, type OpenedVault, type OpenOptions, openVault, VAULT_SUFFIX } from '../vault/open-vault.ts';
import type { Vault, VaultServices } from '../vault/vault.ts';
import { withoutDeletedPeople } from './deleted-people.ts';
import { checkedFolder } from './folders.ts';
import { type LookingBack, lookingBackError, type StudyView } from './study-view.ts';
import { addLateNotices } from './late-notices.ts';
import type { SampleCopies } from './sample-copies.ts';
import type { SettingsService } from './settings.ts';
import { statusOf } from './study-status.ts';

/** Pause after the last edit before a checkpoint is made (ms). */
const IDLE_CHECKPOINT_MS = 30_000;

interface OpenSession {
  vault: Vault;
  status: VaultStatus;
  unsubscribe(): void;
  /** Ends what looks after the study besides. */
  leave(): Promise<void>;
  idle: NodeJS.Timeout | null;
  lockTimer: NodeJS.Timeout | null;
}

export interface SessionServices {
  vaultServices: VaultServices;
  settings: SettingsService;
  events: Emitter<CoreEvent>;
  sampleCopies: SampleCopies;
  /** Told of each study that opens, but for the sample; gives what is to be done before it closes. */
  attend?(vault: Vault): () => Promise<void>;
}

/** How a study is to be opened. */
type Opening = Pick<OpenOptions, 'lastGoodPoint' | 'wholly' | 'acceptDamage' | 'secret' | 'readOnly' | 'takeOver'>;

export class Session {
  readonly #services: SessionServices;
  #open: OpenSession | null = null;
  #locked: AppStatus['locked'] = null;
  #lookingBack: LookingBack | null = null;
  #ending = false;
  /** Folders of studies that could not be read to their end: they are read and checked as a whole when they are opened again. */
  readonly #doubtful = new Set<string>();
  /** Opening and closing follow one another. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(services: SessionServices) {
    this.#services = services;
  }

  get status(): VaultStatus | null {
    if (!this.#open) return null;
    const { vault, status } = this.#open;
    const lookingBack = this.#lookingBack && { seq: this.#lookingBack.seq, at: this.#lookingBack.at };
    return { ...status, lookingBack, readOnlyReason: vault.readOnlyReason?.message ?? null };
  }

  /** The open vault. @throws AppError('vault-missing') when none is open. */
  get vault(): Vault {
    return (this.#open ?? noneOpen()).vault;
  }

  /** The open vault, for changing it. @throws AppError('vault-missing'), or 'read-only' while the study is shown as it was. */
  get vaultToChange(): Vault {
    if (this.#open && this.#lookingBack) throw lookingBackError();
    return this.vault;
  }

  /** What the windows show: the study as it is, or as it was. */
  get view(): StudyView {
    return this.#lookingBack?.view ?? this.vault;
  }

  /** Shows an earlier state in every window. @throws AppError('conflict') when another study was opened meanwhile. */
  lookBack(vault: Vault, past: LookingBack): VaultStatus {
    if (this.#open?.vault !== vault) throw new AppError('conflict', 'Another study was opened meanwhile.');
    this.#lookingBack = past;
    return this.#announceStatus();
  }

  lookAtNow(): VaultStatus {
    this.#lookingBack = null;
    return this.#announceStatus();
  }

  #announceStatus(): VaultStatus {
    const status = this.status ?? noneOpen();
    this.#services.events.emit({ type: 'vault', status });
    return status;
  }

  /** The records are not read anew for a sentence: a window would be empty meanwhile. */
  #announceNotices(session: OpenSession): void {
    if (this.#open === session) this.#services.events.emit({ type: 'status', status: this.status ?? noneOpen() });
  }

  get vaultOrNull(): Vault | null {
    return this.#open?.vault ?? null;
  }

  create(folder: string, name: string, passphrase?: string): Promise<VaultStatus> {
    const place = checkedFolder(folder);
    return this.#inTurn(async () => this.#adopt(await createVault(place, name, this.#services.vaultServices, passphrase), place, false));
  }

  open(folder: string, options: Opening): Promise<VaultStatus> {
    const place = checkedFolder(folder);
    return this.#inTurn(async () => {
      const open = this.#open?.status;
      if (open?.folder === place && (options.readOnly || !open.openedForReading)) return this.status ?? noneOpen();
      const opened = await this.#openOrAsk(place, { ...options, wholly: this.#doubtful.has(place) });
      this.#doubtful.delete(place);
      return this.#adopt(opened, place, false);
    });
  }

  /** A study that needs its passphrase waits for it when no other is open. */
  async #openOrAsk(folder: string, options: Opening): Promise<OpenedVault> {
    try {
      return await openVault(folder, this.#services.vaultServices, options);
    } catch (error) {
      if (error instanceof AppError && error.code === 'passphrase' && !this.#open) this.#locked = { folder, name: nameOf(folder) };
      throw error;
    }
  }

  /**
   * Closes the open study, works on its files, and opens it again whether the work succeeded or not.
   * @param secret opens it afterwards. @throws what the work threw.
   */
  whileClosed(secret: string | undefined, work: (folder: string, vaultId: string) => Promise<void>): Promise<VaultStatus> {
    return this.#inTurn(async () => {
      const { folder } = this.status ?? noneOpen();
      const { id } = this.vault;
      const encrypted = this.vault.files.cipher.encrypted;
      await this.#closeOpen(false);
      const failure = await work(folder, id).then(
        () => null,
        (error: unknown) => ({ error }),
      );
      // A wrong passphrase for the work opens nothing either: the study stays closed then, and asks.
      const reopened = await openVault(folder, this.#services.vaultServices, { secret }).catch((error: unknown) => {
        if (encrypted) this.#locked = { folder, name: nameOf(folder) };
        this.#services.events.emit({ type: 'vault', status: null });
        throw failure ? failure.error : error;
      });
      const status = await this.#adopt(reopened, folder, false);
      if (failure) throw failure.error;
      return status;
    });
  }

  /** Tries to write again after a fault. @throws AppError with the reason when it still cannot be. */
  writeAgain(): Promise<VaultStatus> {
    return this.#inTurn(async () => {
      await this.vault.mend();
      return this.#announceStatus();
    });
  }

  /** Saves the open study at another place, from memory and what can still be read; it stays open where it is. */
  saveCopy(folder: string): Promise<SavedCopy> {
    const place = checkedFolder(folder);
    return this.#inTurn(async () => ({ folder: place, notices: await copyVault(this.vault, place, this.#services.vaultServices.disk) }));
  }

  /** The encrypted study that was locked, until a study is opened. */
  get locked(): AppStatus['locked'] {
    return this.#locked;
  }

  /** Closes an encrypted study and forgets its key; does nothing for others. */
  lock(): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#open?.status.encrypted) return;
      const { folder, name } = this.#open.status;
      this.#locked = { folder, name };
      await this.#closeOpen(true);
    });
  }

  /** Puts the automatic lock off: called when somebody is there, and when its time was changed. */
  stayOpen(): void {
    const session = this.#open;
    if (session?.lockTimer) clearTimeout(session.lockTimer);
    const minutes = this.#services.settings.settings.lockAfterMinutes;
    if (!session?.status.encrypted || minutes === 0) return;
    session.lockTimer = setTimeout(() => void this.lock().catch(() => undefined), minutes * 60_000);
    session.lockTimer.unref();
  }

  /** Opens the copy of the sample study that was left with work in it, or a fresh one. */
  openSample(): Promise<VaultStatus> {
    return this.#inTurn(async () => {
      const { opened, folder } = await this.#services.sampleCopies.open();
      return this.#adopt(opened, folder, true);
    });
  }

  /** Keeps the sample: its folder is copied to a place of the person's own and opened from there. */
  keepSample(folder: string): Promise<VaultStatus> {
    const place = checkedFolder(folder);
    return this.#inTurn(async () => {
      const sample = this.#open;
      if (!sample?.status.sample) throw new AppError('conflict', 'The study that is open is not the sample.');
      await sample.vault.settled();
      await sample.vault.checkpoint();
      await this.#copyVault(sample.vault.files.folder, place);
      return this.#adopt(await openVault(place, this.#services.vaultServices), place, false);
    });
  }

  async #copyVault(from: string, to: string): Promise<void> {
    try {
      await cp(from, to, { recursive: true, errorOnExist: true, force: false, filter: (source) => path.basename(source) !== '.lock' });
    } catch {
      throw new AppError('disk', `The sample could not be copied to “${path.basename(to)}”. Choose a folder that is not there yet.`);
    }
  }

  /**
   * Takes something out for good: the study is closed, rewritten and opened again. @param begin writes down what is to go.
   * @returns sentences about what was done. @throws AppError; the study is open as before, or closed when it cannot be opened again.
   */
  purge(begin: (vault: Vault, services: VaultServices) => Promise<void>): Promise<string[]> {
    return this.#inTurn(async () => {
      const vault = this.vaultToChange;
      const sample = this.#open?.status.sample ?? false;
      await begin(vault, this.#services.vaultServices);
      const { folder, cipher } = vault.files;
      await this.#closeOpen(false, true);
      try {
        const opened = await openVault(folder, this.#services.vaultServices, { cipher });
        await this.#adopt(opened, folder, sample);
        return opened.notices;
      } catch (error) {
        this.#services.events.emit({ type: 'vault', status: null });
        throw error;
      }
    });
  }

  /** Closes for the end of the program: a copy of the sample with work in it stays, for the next start. */
  end(): Promise<void> {
    this.#ending = true;
    return this.close();
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#closeOpen(true));
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(work);
    this.#turn = next.catch(() => undefined);
    return next;
  }

  /** Makes a newly opened vault the one that is open; the earlier one is closed only now, so that a failed opening changes nothing. */
  async #adopt(given: OpenedVault, folder: string, sample: boolean): Promise<VaultStatus> {
    const { vaultServices, settings } = this.#services;
    const opened = sample ? given : await withoutDeletedPeople(given, vaultServices, settings);
    // What was answered in the earlier one is safe, whatever its closing says; the person hears of it.
    const complaint = await this.#closeOpen(false).catch((error: unknown) => error);
    const notices = complaint instanceof AppError ? [complaint.message, ...opened.notices] : opened.notices;
    const { vault } = opened;
    const status = await statusOf(vaultServices.disk, vault, { folder, name: nameOf(folder), sample, notices });
    const nothing = { idle: null, lockTimer: null, unsubscribe: () => undefined, leave: () => Promise.resolve() };
    const session: OpenSession = { vault, status, ...nothing };
    session.unsubscribe = vault.announcements.subscribe(({ entry, undoLabel, redoLabel }) => {
      const { seq, at, kind, edit, label, changes, more = false } = entry;
      // A window that shows the past reads the study anew when it comes back.
      if (!this.#lookingBack)
        this.#services.events.emit({ type: 'entry', seq, at, kind, edit, label, more, changes, undoLabel, redoLabel });
      this.#checkpointWhenIdle(session);
    });
    this.#open = session;
    this.#lookingBack = null;
    this.#locked = null;
    this.stayOpen();
    vault.whole.catch(() => this.#giveUp(session)).catch(() => undefined);
    if (!sample) {
      session.leave = this.#services.attend?.(vault) ?? session.leave;
      const studyName = vault.state.require('study', 'study').name;
      await this.#services.settings
        .remember({ folder, name: studyName, openedAt: this.#services.vaultServices.now() })
        .catch(() => undefined);
    }
    this.#services.events.emit({ type: 'vault', status });
    addLateNotices(vault, status.notices, vaultServices.disk, () => this.#announceNotices(session));
    return status;
  }

  /** A study that opened well and turns out to be damaged behind its first screen is closed; nothing was changed in it. */
  #giveUp(session: OpenSession): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#open !== session) return;
      const { folder } = session.status;
      this.#doubtful.add(folder);
      await this.#closeOpen(false);
      this.#services.events.emit({ type: 'vault', status: null, damaged: folder });
    });
  }

  #checkpointWhenIdle(session: OpenSession): void {
    if (session.idle) clearTimeout(session.idle);
    session.idle = setTimeout(() => void session.vault.checkpoint().catch(() => undefined), IDLE_CHECKPOINT_MS);
    session.idle.unref();
  }

  /** @param reopening keeps key and folder: it is opened again at once. */
  async #closeOpen(announce: boolean, reopening = false): Promise<void> {
    const session = this.#open;
    if (!session) return;
    if (session.idle) clearTimeout(session.idle);
    if (session.lockTimer) clearTimeout(session.lockTimer);
    this.#open = null;
    this.#lookingBack = null;
    session.unsubscribe();
    await session.leave();
    try {
      await session.vault.close(reopening);
      if (session.status.sample && !reopening && !(this.#ending && session.vault.undoLabel !== null))
        await this.#services.sampleCopies.remove(session.status.folder);
    } finally {
      if (announce) this.#services.events.emit({ type: 'vault', status: null });
    }
  }
}

/** Name of a study's folder without its suffix. */
function nameOf(folder: string): string {
  return path.basename(folder).replace(new RegExp(`\\${VAULT_SUFFIX}$`), '');
}

function noneOpen(): never {
  throw new AppError('vault-missing', 'No study is open. Open or create one first.');
}
