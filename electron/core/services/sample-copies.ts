// Copies of the sample study that nobody has kept yet. One with work in it outlives the end of the program, and a crash.
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';

import { createVault, type OpenedVault, openVault, VAULT_SUFFIX } from '../vault/open-vault.ts';
import { FOLDER_MODE } from '../vault/disk.ts';
import type { VaultServices } from '../vault/vault.ts';
import { fillSampleStudy } from './sample-study.ts';

export interface SampleCopiesOptions {
  /** Where the copies lie, each in a folder of its own. */
  folder: string;
  resourcesFolder: string;
  vaultServices: VaultServices;
}

export interface SampleCopy {
  opened: OpenedVault;
  folder: string;
}

export class SampleCopies {
  readonly #options: SampleCopiesOptions;

  constructor(options: SampleCopiesOptions) {
    this.#options = options;
  }

  /** Opens the copy that was left with work in it, or a fresh one. @throws AppError */
  async open(): Promise<SampleCopy> {
    return (await this.#leftBehind()) ?? this.#fresh();
  }

  /** Takes a copy away, with the folder around it. */
  async remove(copy: string): Promise<void> {
    await rm(path.dirname(copy), { recursive: true, force: true });
  }

  async #leftBehind(): Promise<SampleCopy | null> {
    const names = await readdir(this.#options.folder).catch(() => [] as string[]);
    for (const name of names.sort().reverse()) {
      const folder = this.#place(path.join(this.#options.folder, name));
      // One that another window has open, or that cannot be read, stays as it is.
      const opened = await openVault(folder, this.#options.vaultServices).catch(() => null);
      if (!opened) continue;
      if (opened.vault.undoLabel !== null) return { opened, folder };
      await opened.vault.close();
      await this.remove(folder);
    }
    return null;
  }

  async #fresh(): Promise<SampleCopy> {
    const { folder: copies, resourcesFolder, vaultServices } = this.#options;
    await mkdir(copies, { recursive: true, mode: FOLDER_MODE });
    const folder = this.#place(await mkdtemp(path.join(copies, 'copy-')));
    const opened = await createVault(folder, 'Sample study', vaultServices);
    try {
      await fillSampleStudy(
        opened.vault,
        path.join(resourcesFolder, 'sample-study'),
        vaultServices.newId,
        vaultServices.now().slice(0, 10),
      );
    } catch (error) {
      await opened.vault.close().catch(() => undefined);
      await this.remove(folder);
      throw error;
    }
    return { opened, folder };
  }

  #place(around: string): string {
    return path.join(around, `Sample study${VAULT_SUFFIX}`);
  }
}
