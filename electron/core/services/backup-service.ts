// Backups of the open study: made by themselves while work goes on, before big steps, and when asked for.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';
import type { Emitter } from '#shared/lib/emitter';
import type { CoreEvent } from '#shared/rpc/answers';
import type { BackupFailure, BackupRow, BackupsAnswer } from '#shared/rpc/history-answers';

import type { BackupReason } from '../backups/backup-manifest.ts';
import {
  type BackupEntry,
  type BackupPlace,
  findBackup,
  listBackups,
  placeFolders,
  secondPlace,
  sizeOfBackup,
} from '../backups/backup-place.ts';
import { type BackedUp, backUp, backUpElsewhere, type BackupServices } from '../backups/backup-vault.ts';
import { checkBackup, damageInWords } from '../backups/check-backups.ts';
import type { Verify } from '../backups/make-backup.ts';
import { restoreBackup } from '../backups/restore-backup.ts';
import { verifyBackup } from '../backups/verify-backup.ts';
import { type Disk, exists } from '../vault/disk.ts';
import type { Vault } from '../vault/vault.ts';
import { vaultFiles } from '../vault/vault-files.ts';
import { checkedFolder } from './folders.ts';
import type { SettingsService } from './settings.ts';

const HOUR_MS = 3_600_000;
/** How often it is asked whether a backup is due (ms). */
const LOOK_EVERY_MS = 60_000;

export type BackupPlaceName = 'own' | 'second';

export interface BackupServiceOptions {
  disk: Disk;
  now(): string;
  settings: SettingsService;
  events: Emitter<CoreEvent>;
  /** Milliseconds of a clock that only goes forward. */
  monotonic?(): number;
}

export class BackupService {
  readonly #options: BackupServiceOptions;
  #vault: Vault | null = null;
  #timer: NodeJS.Timeout | null = null;
  /** When the next one is due, by the clock that only goes forward. */
  #dueAt = 0;
  #failures: { own: BackupFailure | null; second: BackupFailure | null } = { own: null, second: null };
  /** What checking found since the study was opened, by folder of the backup. */
  readonly #found = new Map<string, Partial<BackupRow> & Pick<BackupRow, 'damage'>>();
  /** Backups, restores and removals follow one another. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: BackupServiceOptions) {
    this.#options = options;
  }

  /** Begins to look after a study that was opened. @returns what ends it: resolves when nothing of it is being copied any more. */
  attach(vault: Vault): () => Promise<void> {
    this.#vault = vault;
    this.#found.clear();
    this.#failures = { own: null, second: null };
    this.#dueAt = Infinity;
    void this.#planFirst(vault).catch(() => undefined);
    vault.beforeBulk = (reason) =>
      this.make(reason).then(
        () => undefined,
        () => undefined,
      );
    this.#timer = setInterval(() => void this.lookAfter().catch(() => undefined), LOOK_EVERY_MS);
    this.#timer.unref();
    return async () => {
      if (this.#timer) clearInterval(this.#timer);
      this.#timer = null;
      vault.beforeBulk = null;
      this.#vault = null;
      await this.#turn;
    };
  }

  /**
   * An hour after the last one; at once when the clock says that it was made in the future, or when the second folder is there without it:
   * encrypting a study and the way back leave it empty.
   */
  async #planFirst(vault: Vault): Promise<void> {
    const last = (await listBackups(this.#options.disk, placeFolders(vault.files.folder))).findLast(({ manifest }) => manifest !== null);
    const age = last?.manifest ? Date.parse(this.#options.now()) - Date.parse(last.manifest.at) : HOUR_MS;
    const wait = age >= 0 && !(await this.#isLacking(vault, last)) ? Math.max(0, HOUR_MS - age) : 0;
    this.#dueAt = this.#monotonic() + wait;
  }

  /** True when the second folder can be reached and does not hold this backup. */
  async #isLacking(vault: Vault, last: BackupEntry | undefined): Promise<boolean> {
    const { disk, settings } = this.#options;
    const second = this.#place(vault, 'second');
    if (!last || !second || !(await exists(disk, settings.settings.backups.secondFolder ?? ''))) return false;
    return !(await listBackups(disk, second)).some(({ name }) => name === last.name);
  }

  /** Makes the hourly backup when an hour has passed and something has changed. */
  async lookAfter(): Promise<void> {
    const vault = this.#vault;
    if (!vault || vault.readOnlyReason || this.#monotonic() < this.#dueAt) return;
    await this.make('hourly');
  }

  /** @returns the backup; the last one when nothing has changed since. @throws AppError; the failure is also kept for the list. */
  make(reason: BackupReason): Promise<BackedUp> {
    return this.#inTurn(async () => {
      const vault = this.#requireVault();
      this.#dueAt = this.#monotonic() + HOUR_MS;
      const services = this.#servicesFor(vault);
      try {
        const done = await backUp(vault, reason, services);
        this.#failures.own = null;
        await this.#elsewhere(vault, services);
        return done;
      } catch (error) {
        this.#failures.own = this.#failure(error);
        throw error;
      } finally {
        this.#options.events.emit({ type: 'backups' });
      }
    });
  }

  /**
   * Chooses the second folder and makes a backup there at once; a folder that cannot be used changes nothing. @param folder null: none.
   * @throws AppError('disk'), 'bad-input' for a folder inside the study itself.
   */
  chooseSecond(folder: string | null): Promise<void> {
    return this.#inTurn(async () => {
      const vault = this.#requireVault();
      const place = folder === null ? null : checkedFolder(folder);
      if (place !== null && isInside(place, vault.files.folder)) {
        throw new AppError(
          'bad-input',
          'The second folder must lie outside of the study: it is there for when the study’s own folder is lost.',
        );
      }
      const { secondFolder: before } = this.#options.settings.settings.backups;
      await this.#setSecond(place);
      if (place !== null) {
        const services = this.#servicesFor(vault);
        await backUp(vault, 'hourly', services);
        await this.#elsewhere(vault, services);
      } else this.#failures.second = null;
      const { second: failure } = this.#failures;
      if (failure) {
        await this.#setSecond(before);
        this.#failures.second = null;
      }
      this.#options.events.emit({ type: 'backups' });
      if (failure) throw new AppError('disk', failure.message);
    });
  }

  async #setSecond(secondFolder: string | null): Promise<void> {
    const { settings, events } = this.#options;
    events.emit({ type: 'settings', settings: await settings.change({ backups: { ...settings.settings.backups, secondFolder } }) });
  }

  async #elsewhere(vault: Vault, services: BackupServices): Promise<void> {
    const { secondFolder } = this.#options.settings.settings.backups;
    this.#failures.second = null;
    if (secondFolder === null) return;
    try {
      await backUpElsewhere(vault, secondFolder, services);
    } catch (error) {
      this.#failures.second = this.#failure(error);
    }
  }

  async list(): Promise<BackupsAnswer> {
    const vault = this.#requireVault();
    const { secondFolder } = this.#options.settings.settings.backups;
    const second = this.#place(vault, 'second');
    return {
      own: await this.#rows(placeFolders(vault.files.folder)),
      second: second ? await this.#rows(second) : [],
      secondFolder,
      failed: this.#failures,
      changedSince: (await this.#lastSeq(vault)) !== vault.seq,
    };
  }

  async #rows(place: BackupPlace): Promise<BackupRow[]> {
    const rows = (await listBackups(this.#options.disk, place)).map((entry) => ({ ...rowOf(entry), ...this.#found.get(entry.folder) }));
    return rows.reverse();
  }

  async #lastSeq(vault: Vault): Promise<number | null> {
    const entries = await listBackups(this.#options.disk, placeFolders(vault.files.folder));
    return entries.findLast(({ manifest }) => manifest !== null)?.manifest?.seq ?? null;
  }

  /** Reads a backup back, loads it, and looks for the transcripts that it names. @throws AppError('vault-damaged') saying what does not hold. */
  verify(where: BackupPlaceName, name: string): Promise<void> {
    return this.#inTurn(async () => {
      const { place, entry } = await this.#find(where, name);
      const faults = await this.#check(place, entry);
      this.#options.events.emit({ type: 'backups' });
      if (faults.length > 0) throw new AppError('vault-damaged', damageInWords({ entry, faults }));
    });
  }

  /**
   * Checks those that were not checked since the study was opened, one after another; whatever else is asked for gets its turn in between.
   * @returns how many are damaged. The list says of each what was found.
   */
  async verifyAll(): Promise<number> {
    const vault = this.#requireVault();
    for (const where of ['own', 'second'] as const) {
      const place = this.#place(vault, where);
      for (const entry of place ? await listBackups(this.#options.disk, place) : []) {
        if (this.#vault !== vault) return 0;
        if (place && !this.#found.has(entry.folder)) await this.#inTurn(() => this.#check(place, entry));
      }
    }
    this.#options.events.emit({ type: 'backups' });
    return [...this.#found.values()].filter(({ damage }) => damage !== null).length;
  }

  async #check(place: BackupPlace, entry: BackupEntry): Promise<string[]> {
    const { disk, now } = this.#options;
    const faults = await checkBackup(disk, place, entry, this.#requireVault().files.cipher);
    const sound = faults.length === 0;
    if (await exists(disk, entry.folder))
      this.#found.set(entry.folder, sound ? { verifiedAt: now(), damage: null } : { damage: faults.join(' ') });
    return faults;
  }

  remove(where: BackupPlaceName, name: string): Promise<void> {
    return this.#inTurn(async () => {
      const { entry } = await this.#find(where, name);
      await this.#options.disk.rm(entry.folder, { recursive: true, force: true });
      this.#options.events.emit({ type: 'backups' });
    });
  }

  /** Restores into a new folder; the open study is untouched. @returns the folder. */
  restore(where: BackupPlaceName, name: string, to: string): Promise<string> {
    const folder = checkedFolder(to);
    return this.#inTurn(async () => {
      const { place, entry } = await this.#find(where, name);
      await restoreBackup(this.#options.disk, place, entry, this.#requireVault().files, folder);
      return folder;
    });
  }

  /** The backups of a study that is not open, or is lost: in its own folder, or in its folder in a second place. Newest first. */
  async listIn(folder: string): Promise<BackupRow[]> {
    return this.#rows(placeFolders(checkedFolder(folder)));
  }

  /** Restores one of them. @returns the new folder. */
  restoreFrom(from: string, name: string, to: string): Promise<string> {
    const place = placeFolders(checkedFolder(from));
    const folder = checkedFolder(to);
    const { disk } = this.#options;
    return this.#inTurn(async () => {
      const entry = findBackup(await listBackups(disk, place), name);
      if (!entry) throw new AppError('not-found', `There is no backup ${name} in that folder. It may have been removed.`);
      await restoreBackup(disk, place, entry, vaultFiles(place.root), folder);
      return folder;
    });
  }

  async #find(where: BackupPlaceName, name: string): Promise<{ place: BackupPlace; entry: BackupEntry }> {
    const place = this.#place(this.#requireVault(), where);
    const entry = place && findBackup(await listBackups(this.#options.disk, place), name);
    if (!place || !entry) throw new AppError('not-found', `There is no backup ${name}. It may have been removed.`);
    return { place, entry };
  }

  #place(vault: Vault, where: BackupPlaceName): BackupPlace | null {
    const { secondFolder } = this.#options.settings.settings.backups;
    if (where === 'own') return placeFolders(vault.files.folder);
    return secondFolder === null ? null : secondPlace(secondFolder, vault.id, vault.files.folder);
  }

  #servicesFor(vault: Vault): BackupServices {
    const { disk, now, settings } = this.#options;
    return { disk, now, bounds: settings.settings.backups, verify: verifierFor(vault, disk) };
  }

  #requireVault(): Vault {
    if (!this.#vault)
      throw new AppError(
        'conflict',
        'Backups are made of studies that are open and kept; the sample is a copy that goes when it is closed.',
      );
    return this.#vault;
  }

  #failure(error: unknown): BackupFailure {
    return { at: this.#options.now(), message: error instanceof AppError ? error.message : 'The backup could not be made.' };
  }

  #monotonic(): number {
    return this.#options.monotonic?.() ?? performance.now();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(work);
    this.#turn = next.catch(() => undefined);
    return next;
  }
}

const isInside = (folder: string, of: string): boolean => folder === of || folder.startsWith(of + path.sep);

/** Reads a copy back and loads it with the study's key. Not in the worker thread: that one gets no files, for it reads what strangers wrote. */
export function verifierFor(vault: Vault, disk: Disk): Verify {
  return (folder, files) => verifyBackup(disk, folder, files, vault.files.cipher);
}

/** A backup as lists show it. */
export function rowOf(entry: BackupEntry): BackupRow {
  const { name, number, manifest } = entry;
  return {
    name,
    number,
    at: manifest?.at ?? null,
    reason: manifest?.reason ?? null,
    seq: manifest?.seq ?? null,
    bytes: sizeOfBackup(entry),
    snippets: manifest?.records['snippets'] ?? null,
    sources: manifest?.records['sources'] ?? null,
    verifiedAt: manifest?.verifiedAt ?? null,
    damage: manifest ? null : 'its list of contents, backup.json, is missing or was changed.',
  };
}
