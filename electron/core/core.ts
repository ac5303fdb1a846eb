// The application without a window: builds its services in order, gives handlers, events and close().
import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';

import { createEmitter, type Emitter } from '#shared/lib/emitter';
import { makeId } from '#shared/lib/ids';
import type { CoreEvent } from '#shared/rpc/answers';
import type { Handlers } from '#shared/rpc/contract';

import type { CoreOptions, CoreServices } from './core-services.ts';
import { createHandlers } from './handlers.ts';
import { BackupService } from './services/backup-service.ts';
import { AssistedCoding } from './services/assisted-coding.ts';
import { Background } from './services/background.ts';
import { HistoryService } from './services/history-service.ts';
import { ExchangeService } from './services/exchange-service.ts';
import { ImportService } from './services/import-service.ts';
import { Jobs } from './services/jobs.ts';
import { Readings } from './services/readings.ts';
import { SampleCopies } from './services/sample-copies.ts';
import { IndexStore } from './services/search/index-store.ts';
import { SearchService } from './services/search/search-service.ts';
import { OpenOnStart } from './services/open-on-start.ts';
import { Session } from './services/session.ts';
import { SettingsService } from './services/settings.ts';
import { TagProposals } from './services/tag-proposals.ts';
import { nodeDisk } from './vault/disk.ts';
import { isoClock } from './vault/iso-clock.ts';
import type { Vault } from './vault/vault.ts';
import type { VaultServices } from './vault/vault-services.ts';

/** A study that was opened has better things to do at first (ms). */
const PREPARE_SEARCH_AFTER_MS = 3000;

export interface Core {
  handlers: Handlers;
  events: Emitter<CoreEvent>;
  /** Opens the study that the program was started with; what only a person can decide is shown in the first window. @throws AppError when there is none. */
  openOnStart(folder: string): Promise<void>;
  /** Stops jobs, makes everything durable, gives the vault's lock back. */
  close(): Promise<void>;
}

/** Starts the core. Opens no vault by itself. */
export async function createCore(options: CoreOptions): Promise<Core> {
  const disk = options.disk ?? nodeDisk;
  const given = options.now;
  const now = isoClock(given && (() => given().getTime()));
  const newId = (): string => makeId(randomBytes);
  const login = options.by ?? loginName();
  const events = createEmitter<CoreEvent>();
  const settings = await SettingsService.load(disk, options.userDataFolder);
  const background = new Background(options.workerUrl);
  const vaultServices = servicesUnderName({ disk, now, newId }, () => settings.settings.coderName || login);
  const backups = new BackupService({ disk, now, settings, events });
  const attend = (vault: Vault): (() => Promise<void>) => {
    history.attach(vault);
    return backups.attach(vault);
  };
  const sampleCopies = new SampleCopies({
    folder: path.join(options.userDataFolder, 'sample-copies'),
    resourcesFolder: options.resourcesFolder,
    vaultServices,
  });
  const indexStore = new IndexStore(disk, options.userDataFolder);
  const session = new Session({ vaultServices, settings, events, sampleCopies, attend });
  const history: HistoryService = new HistoryService({ disk, now, session, settings });
  const services: CoreServices = {
    options,
    disk,
    now,
    newId,
    settings,
    session,
    openOnStart: new OpenOnStart(session),
    backups,
    history,
    imports: new ImportService(background, newId),
    exchange: new ExchangeService(background, vaultServices),
    search: new SearchService(options.workerUrl, indexStore),
    assisted: new AssistedCoding(background, newId),
    tagProposals: new TagProposals(),
    readings: new Readings(newId),
    background,
    jobs: new Jobs(events),
    events,
    defaultFolder: path.join(os.homedir(), 'Plumbline'),
    loginName: login,
    vaultServices,
  };
  const stopFollowing = followStudy(services);
  void indexStore.keepOnly(settings.recent.map(({ folder }) => folder));
  return {
    handlers: createHandlers(services),
    events,
    openOnStart: (folder) => services.openOnStart.open(folder),
    close: async () => {
      services.jobs.cancelAll();
      services.search.clear();
      await session.end();
      stopFollowing();
    },
  };
}

/** Services under a name that may be another one at the next step. */
function servicesUnderName(services: Omit<VaultServices, 'by'>, name: () => string): VaultServices {
  return {
    ...services,
    get by() {
      return name();
    },
  };
}

/** What is kept for the study that is open ends with it, and its search is made ready a moment later. @returns what stops this. */
function followStudy(services: CoreServices): () => void {
  const { events, imports, exchange, readings, search, assisted, tagProposals, session } = services;
  let preparing: NodeJS.Timeout | undefined;
  const unsubscribe = events.subscribe((event) => {
    if (event.type !== 'vault') return;
    imports.clear();
    exchange.clear();
    readings.clear();
    assisted.clear();
    tagProposals.clear();
    search.follow(session.vaultOrNull);
    clearTimeout(preparing);
    preparing = setTimeout(() => void prepareSearch(services).catch(() => undefined), PREPARE_SEARCH_AFTER_MS).unref();
  });
  return () => {
    clearTimeout(preparing);
    unsubscribe();
  };
}

async function prepareSearch({ session, search }: CoreServices): Promise<void> {
  const vault = session.vaultOrNull;
  await vault?.whole;
  if (vault && vault === session.vaultOrNull) await search.prepareStored(vault);
}

function loginName(): string {
  try {
    return os.userInfo().username.slice(0, 200);
  } catch {
    return '';
  }
}
