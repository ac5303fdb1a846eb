// Settings of this computer and the list of recent studies, in a small lowdb file.
import path from 'node:path';

import { type Adapter, Low } from 'lowdb';

import type { Layout, RecentVault, Settings } from '#shared/rpc/answers';
import { layoutSchema, settingsSchema } from '#shared/rpc/contract';

import { DEFAULT_BOUNDS } from '../backups/retention.ts';
import { pendingTombstones, type Tombstone } from '../purge/tombstones.ts';
import { type Disk, makeFolder, writeFileDurably } from '../vault/disk.ts';
import { readOrNull } from '../vault/snapshot.ts';

interface SettingsFile {
  settings: Settings;
  recent: RecentVault[];
  /** Open tabs by the folder of the study; only of studies in the recent list. */
  layouts: Record<string, Layout>;
  /** Months after which steps of a study are dropped, by the study's id; studies that are not named keep all. */
  keepMonths: Record<string, number>;
  /** Who was deleted for good, ids only, by the study's id: for copies of a study that somebody made by hand before. */
  deleted: Record<string, Tombstone[]>;
}

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  readingSize: 17,
  hideNames: false,
  pickerAfterSelection: false,
  backups: { ...DEFAULT_BOUNDS, secondFolder: null },
  lockAfterMinutes: 15,
  coderName: '',
};

const RECENT_LIMIT = 12;

class SettingsAdapter implements Adapter<SettingsFile> {
  readonly #disk: Disk;
  readonly #file: string;

  constructor(disk: Disk, file: string) {
    this.#disk = disk;
    this.#file = file;
  }

  /** A settings file that cannot be read is as good as none: nothing of value is in it. */
  async read(): Promise<SettingsFile | null> {
    const bytes = await readOrNull(this.#disk, this.#file);
    try {
      return bytes && (JSON.parse(bytes.toString('utf8')) as SettingsFile);
    } catch {
      return null;
    }
  }

  async write(data: SettingsFile): Promise<void> {
    await makeFolder(this.#disk, path.dirname(this.#file));
    await writeFileDurably(this.#disk, this.#file, Buffer.from(`${JSON.stringify(data, null, 2)}\n`));
  }
}

export class SettingsService {
  readonly #database: Low<SettingsFile>;

  private constructor(database: Low<SettingsFile>) {
    this.#database = database;
  }

  static async load(disk: Disk, userDataFolder: string): Promise<SettingsService> {
    const adapter = new SettingsAdapter(disk, path.join(userDataFolder, 'settings.json'));
    const database = new Low<SettingsFile>(adapter, { settings: DEFAULT_SETTINGS, recent: [], layouts: {}, keepMonths: {}, deleted: {} });
    await database.read();
    const known = settingsSchema.partial().safeParse(database.data.settings);
    database.data = {
      settings: { ...DEFAULT_SETTINGS, ...(known.success ? (known.data as Partial<Settings>) : {}) },
      recent: Array.isArray(database.data.recent) ? database.data.recent : [],
      layouts: knownLayouts(database.data.layouts),
      keepMonths: knownMonths(database.data.keepMonths),
      deleted: knownDeleted(database.data.deleted),
    };
    return new SettingsService(database);
  }

  get settings(): Settings {
    return this.#database.data.settings;
  }

  get recent(): RecentVault[] {
    return this.#database.data.recent;
  }

  async change(fields: { [K in keyof Settings]?: Settings[K] | undefined }): Promise<Settings> {
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    await this.#database.update((data) => void (data.settings = { ...data.settings, ...given }));
    return this.settings;
  }

  layoutOf(folder: string): Layout | null {
    return this.#database.data.layouts[folder] ?? null;
  }

  /** Months after which a study's steps are dropped; null: never. */
  keepMonthsOf(vaultId: string): number | null {
    return this.#database.data.keepMonths[vaultId] ?? null;
  }

  async keepMonths(vaultId: string, months: number | null): Promise<void> {
    await this.#database.update((data) => {
      const { [vaultId]: _before, ...others } = data.keepMonths;
      data.keepMonths = months === null ? others : { ...others, [vaultId]: months };
    });
  }

  /** Who was deleted from a study, as far as this computer knows. */
  deletedOf(vaultId: string): readonly Tombstone[] {
    return this.#database.data.deleted[vaultId] ?? [];
  }

  async rememberDeleted(vaultId: string, tombstones: readonly Tombstone[]): Promise<void> {
    if (pendingTombstones(tombstones, this.deletedOf(vaultId)).length === 0) return;
    await this.#database.update((data) => void (data.deleted = { ...data.deleted, [vaultId]: [...tombstones] }));
  }

  /** Keeps the layout of a study as long as it is among the recent ones. */
  async keepLayout(folder: string, layout: Layout): Promise<void> {
    await this.#database.update((data) => {
      const known = new Set(data.recent.map((recent) => recent.folder));
      const kept = Object.entries({ ...data.layouts, [folder]: layout }).filter(([place]) => known.has(place));
      data.layouts = Object.fromEntries(kept);
    });
  }

  /** Puts a study on top of the recent list. */
  async remember(vault: RecentVault): Promise<void> {
    await this.#database.update((data) => {
      data.recent = [vault, ...data.recent.filter((recent) => recent.folder !== vault.folder)].slice(0, RECENT_LIMIT);
    });
  }

  async forget(folder: string): Promise<void> {
    await this.#database.update((data) => void (data.recent = data.recent.filter((recent) => recent.folder !== folder)));
  }
}

function knownDeleted(deleted: unknown): Record<string, Tombstone[]> {
  if (typeof deleted !== 'object' || deleted === null) return {};
  return Object.fromEntries(Object.entries(deleted).filter((entry): entry is [string, Tombstone[]] => Array.isArray(entry[1])));
}

function knownMonths(months: unknown): Record<string, number> {
  if (typeof months !== 'object' || months === null) return {};
  return Object.fromEntries(Object.entries(months).filter(([, value]) => Number.isSafeInteger(value) && Number(value) > 0));
}

function knownLayouts(layouts: unknown): Record<string, Layout> {
  if (typeof layouts !== 'object' || layouts === null) return {};
  return Object.fromEntries(Object.entries(layouts).filter(([, layout]) => layoutSchema.safeParse(layout).success));
}
