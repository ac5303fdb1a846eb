// What the core is made from and what its handlers work with.
import type { Emitter } from '#shared/lib/emitter';
import type { CoreEvent } from '#shared/rpc/answers';

import type { AssistedCoding } from './services/assisted-coding.ts';
import type { BackupService } from './services/backup-service.ts';
import type { Background } from './services/background.ts';
import type { HistoryService } from './services/history-service.ts';
import type { ExchangeService } from './services/exchange-service.ts';
import type { ImportService } from './services/import-service.ts';
import type { Jobs } from './services/jobs.ts';
import type { Readings } from './services/readings.ts';
import type { SearchService } from './services/search/search-service.ts';
import type { OpenOnStart } from './services/open-on-start.ts';
import type { Session } from './services/session.ts';
import type { SettingsService } from './services/settings.ts';
import type { TagProposals } from './services/tag-proposals.ts';
import type { Disk } from './vault/disk.ts';
import type { VaultServices } from './vault/vault-services.ts';

export interface CoreOptions {
  /** Where settings and the list of recent studies lie. */
  userDataFolder: string;
  /** The resources folder of the app (sample study). */
  resourcesFolder: string;
  host: 'desktop' | 'browser' | 'test';
  version: string;
  /** Entry of the worker thread: services/worker.ts, or its built form. */
  workerUrl: URL;
  /** Name written into entries while the settings give none; the login name by default. */
  by?: string;
  now?(): Date;
  disk?: Disk;
}

export type CoreServices = {
  options: CoreOptions;
  disk: Disk;
  now(): string;
  newId(): string;
  settings: SettingsService;
  session: Session;
  openOnStart: OpenOnStart;
  backups: BackupService;
  history: HistoryService;
  imports: ImportService;
  exchange: ExchangeService;
  search: SearchService;
  assisted: AssistedCoding;
  tagProposals: TagProposals;
  readings: Readings;
  background: Background;
  jobs: Jobs;
  events: Emitter<CoreEvent>;
  defaultFolder: string;
  /** Name that work is done under while the settings give none. */
  loginName: string;
  vaultServices: VaultServices;
};
