// One line per method of the contract: which service answers it.
import { existsSync } from 'node:fs';
import path from 'node:path';

import type { Handlers } from '#shared/rpc/contract';

import { addStories, readStoryTable } from './services/stories.ts';
import type { CoreServices } from './core-services.ts';
import { coderHandlers } from './coder-handlers.ts';
import { transcriptHandlers } from './transcript-handlers.ts';
import { previewCodebook } from './exchange/preview-codebook.ts';
import { exportProject } from './exchange/export-project.ts';
import { purgeHandlers } from './purge-handlers.ts';
import { namesHandlers } from './names-handlers.ts';
import { queryHandlers } from './query-handlers.ts';
import { checkVault } from './services/check.ts';
import { changePassphrase, encryptVault, newRecoveryCode, removeEncryption, requireSecret } from './services/encryption.ts';
import { exportedFile } from './services/exchange-service.ts';
import { listFolder } from './services/folders.ts';
import { asWordDocument, buildReadoutFor } from './services/readout-service.ts';
import { diagnose, repairInto, restoreInto } from './services/recovery-service.ts';
import { suggestThemesFor } from './services/theme-suggestions.ts';
import type { StudyView } from './services/study-view.ts';
import type { Vault } from './vault/vault.ts';

type HandlersOf<Prefix extends string> = Pick<Handlers, Extract<keyof Handlers, `${Prefix}.${string}`>>;

/** Ties the contract to the services. */
export function createHandlers(services: CoreServices): Handlers {
  return {
    ...appHandlers(services),
    ...studyHandlers(services),
    ...encryptionHandlers(services),
    ...recoveryHandlers(services),
    ...historyHandlers(services),
    ...backupHandlers(services),
    ...exchangeHandlers(services),
    ...queryHandlers(() => wholeView(services.session), services.background, services.now),
    ...purgeHandlers(services),
    ...recordHandlers(services),
    ...transcriptHandlers(services),
    ...workHandlers(services),
    ...assistHandlers(services),
    ...coderHandlers(services),
    ...namesHandlers(services),
  };
}

/** The app itself and the folders of this computer. */
function appHandlers(services: CoreServices): HandlersOf<'app' | 'layout' | 'folders'> {
  const { session, settings, disk, options, events } = services;
  return {
    'app.status': async () => ({
      version: options.version,
      host: options.host,
      vault: session.status,
      locked: session.locked,
      askedFor: services.openOnStart.take(),
      recent: settings.recent,
      settings: settings.settings,
      defaultFolder: services.defaultFolder,
      loginName: services.loginName,
    }),
    'app.changeSettings': async (fields) => {
      const changed = await settings.change(fields);
      session.stayOpen();
      events.emit({ type: 'settings', settings: changed });
      return changed;
    },
    'layout.read': async () => (session.status ? settings.layoutOf(session.status.folder) : null),
    'layout.write': async (layout) => {
      if (session.status && !session.status.sample) await settings.keepLayout(session.status.folder, layout);
      return null;
    },
    'folders.list': ({ folder }) => listFolder(disk, folder ?? existingFolder(services.defaultFolder)),
  };
}

type StudyMethod =
  | 'vault.create'
  | 'vault.open'
  | 'vault.openSample'
  | 'vault.keepSample'
  | 'vault.writeAgain'
  | 'vault.saveCopy'
  | 'vault.close'
  | 'vault.forget';

/** Which study is open. */
function studyHandlers({ session, settings, search }: CoreServices): Pick<Handlers, StudyMethod> {
  return {
    'vault.create': ({ folder, name, passphrase }) => session.create(folder, name, passphrase),
    'vault.open': ({ folder, ...options }) => session.open(folder, options),
    'vault.openSample': () => session.openSample(),
    'vault.keepSample': ({ folder }) => session.keepSample(folder),
    'vault.writeAgain': () => session.writeAgain(),
    'vault.saveCopy': ({ folder }) => session.saveCopy(folder),
    'vault.close': async () => {
      await session.close();
      return null;
    },
    'vault.forget': async ({ folder }) => {
      await search.forget(folder);
      await settings.forget(folder);
      return null;
    },
  };
}

/** Who can open the study. */
function encryptionHandlers({ session, jobs, disk, now, search }: CoreServices): HandlersOf<'encryption'> {
  const services = { disk, now };
  const openFolder = (): string => session.vault.files.folder;
  return {
    'encryption.encrypt': ({ jobId, passphrase }) =>
      jobs.run(jobId, (job) =>
        session.whileClosed(passphrase, async (folder, vaultId) => {
          // What is stored for the search holds the study's words as they are.
          await search.forget(folder);
          return encryptVault(folder, vaultId, passphrase, services, (done, total) => job.report(done, total, ''));
        }),
      ),
    'encryption.remove': async ({ jobId, secret }) => {
      await requireSecret(openFolder(), secret, services);
      return jobs.run(jobId, (job) =>
        session.whileClosed(secret, (folder) => removeEncryption(folder, secret, services, (done, total) => job.report(done, total, ''))),
      );
    },
    'encryption.changePassphrase': async ({ secret, passphrase }) => {
      await changePassphrase(openFolder(), secret, passphrase, services);
      return null;
    },
    'encryption.newRecoveryCode': async ({ secret }) => ({ recoveryCode: await newRecoveryCode(openFolder(), secret, services) }),
    'encryption.lock': async () => {
      await session.lock();
      return null;
    },
    'encryption.stayOpen': async () => {
      session.stayOpen();
      return null;
    },
  };
}

/** Damaged studies, which are not open. */
function recoveryHandlers({ disk, now, newId }: CoreServices): HandlersOf<'recovery'> {
  const services = { disk, now, newId };
  return {
    'recovery.diagnose': ({ folder, secret }) => diagnose(services, folder, secret),
    'recovery.repair': ({ folder, to, secret }) => repairInto(services, folder, to, secret),
    'recovery.restore': ({ folder, backup, to, secret }) => restoreInto(services, folder, backup, to, secret),
  };
}

/** Reading and changing the open study. */
function recordHandlers({ session, disk, readings, jobs }: CoreServices): Omit<HandlersOf<'vault'>, StudyMethod> {
  return {
    'vault.snapshot': async () => {
      const { vault } = session;
      await vault.outline;
      await vault.settled();
      const { seq } = vault;
      const status = session.status ?? statusMissing();
      const { undoLabel, redoLabel } = status.lookingBack ? { undoLabel: null, redoLabel: null } : vault;
      return { status, seq, undoLabel, redoLabel, ...readings.begin(vault, session.view) };
    },
    'vault.records': ({ reading }) => readings.next(reading),
    'vault.edit': ({ edit, input, coalesce, jobId }) => {
      const options = coalesce === undefined ? {} : { coalesce };
      if (jobId === undefined) return session.vaultToChange.edit(edit, input, options);
      return jobs.run(jobId, (job) => session.vaultToChange.edit(edit, input, { ...options, job }));
    },
    'vault.undo': async () => stepDone(await session.vaultToChange.undo()),
    'vault.redo': async () => stepDone(await session.vaultToChange.redo()),
    'vault.check': async () => checkVault(disk, await whole(session)),
  };
}

/** Slow work over the open study. */
function workHandlers(services: CoreServices): HandlersOf<'import' | 'search' | 'themes' | 'job' | 'readout'> {
  const { session, imports, search, jobs, background } = services;
  return {
    'import.inspect': async ({ fileName, base64, ...options }) => {
      await session.vaultOrNull?.outline;
      return imports.inspect(fileName, Buffer.from(base64, 'base64'), options, session.vaultOrNull?.state ?? null);
    },
    'import.commit': ({ jobId, files }) =>
      jobs.run(jobId, async (job) => {
        await whole(session);
        return imports.commit(session.vaultToChange, files, job);
      }),
    'import.inspectStories': ({ fileName, base64, encoding }) =>
      readStoryTable(background, fileName, Buffer.from(base64, 'base64'), encoding),
    'import.addStories': ({ jobId, fileName, stories }) =>
      jobs.run(jobId, async (job) => {
        await whole(session);
        return { sourceIds: await addStories(session.vaultToChange, stories, { fileName, newId: services.newId }, job) };
      }),
    'import.discard': async ({ importIds }) => {
      imports.discard(importIds);
      return null;
    },
    'search.text': async ({ query, limit }) => search.places(await wholeView(session), query, limit),
    'search.everything': async ({ query, limit }) => {
      const vault = await whole(session);
      return session.status?.lookingBack ? search.findInPast(session.view, query, limit) : search.find(vault, query, limit);
    },
    'themes.suggest': ({ jobId, themes, seed }) =>
      jobs.run(jobId, async (job) => suggestThemesFor((await wholeView(session)).state, background, job, themes, seed)),
    'job.cancel': async ({ jobId }) => {
      jobs.cancel(jobId);
      return null;
    },
    'readout.build': async ({ format, names, purpose }) =>
      buildReadoutFor(await wholeView(session), format, names, services.now(), purpose),
    'readout.word': async ({ text }) => ({ base64: Buffer.from(await asWordDocument(text)).toString('base64') }),
  };
}

/** Assisted coding: proposals, and what a person made of them. */
function assistHandlers({ session, assisted, tagProposals, jobs }: CoreServices): HandlersOf<'assist'> {
  return {
    'assist.find': ({ jobId, request }) => jobs.run(jobId, async (job) => assisted.find(await wholeView(session), request, job)),
    'assist.tag': ({ jobId, findId, leaveOut, ...tags }) =>
      jobs.run(jobId, async (job) => {
        await whole(session);
        return assisted.tag(session.vaultToChange, findId, leaveOut, tags, job);
      }),
    'assist.tagsFor': async ({ text, snippetId }) =>
      session.status?.lookingBack ? [] : tagProposals.propose(await whole(session), text, snippetId),
  };
}

/** What was, and going back to it. */
function historyHandlers({ history }: CoreServices): HandlersOf<'history'> {
  return {
    'history.overview': () => history.overview(),
    'history.steps': (page) => history.steps(page),
    'history.step': ({ seq }) => history.step(seq),
    'history.look': ({ seq }) => history.look(seq),
    'history.back': async () => history.back(),
    'history.restore': ({ seq }) => history.restore(seq),
    'history.keep': async ({ months }) => {
      await history.keep(months);
      return null;
    },
  };
}

/** Backups of the open study. */
function backupHandlers({ backups }: CoreServices): HandlersOf<'backups'> {
  return {
    'backups.list': () => backups.list(),
    'backups.make': async () => {
      const { entry, fresh } = await backups.make('by-hand');
      return { name: entry.name, fresh };
    },
    'backups.chooseSecond': async ({ folder }) => {
      await backups.chooseSecond(folder);
      return null;
    },
    'backups.verify': async ({ place, name }) => {
      await backups.verify(place, name);
      return null;
    },
    'backups.verifyAll': async () => ({ damaged: await backups.verifyAll() }),
    'backups.remove': async ({ place, name }) => {
      await backups.remove(place, name);
      return null;
    },
    'backups.listIn': ({ folder }) => backups.listIn(folder),
    'backups.restoreFrom': async ({ from, name, to }) => ({ folder: await backups.restoreFrom(from, name, to) }),
    'backups.restore': async ({ place, name, to }) => ({ folder: await backups.restore(place, name, to) }),
  };
}

/** Projects of other tools, in and out. */
function exchangeHandlers({ session, exchange, jobs, now }: CoreServices): HandlersOf<'exchange'> {
  return {
    'exchange.inspect': async ({ fileName, base64 }) => {
      await whole(session);
      return exchange.inspect(session.vaultToChange, fileName, Buffer.from(base64, 'base64'));
    },
    'exchange.inspectCodebook': async ({ fileName, base64, encoding }) => {
      await whole(session);
      const read = await exchange.readCodebook(fileName, Buffer.from(base64, 'base64'), encoding);
      return previewCodebook(read, session.vaultToChange.state);
    },
    'exchange.commit': ({ jobId, importId }) =>
      jobs.run(jobId, async (job) => {
        await whole(session);
        return exchange.commit(session.vaultToChange, importId, job);
      }),
    'exchange.discard': async ({ importId }) => {
      exchange.discard(importId);
      return null;
    },
    'exchange.report': async ({ format, ...choice }) => {
      await whole(session);
      return (await exportProject(session.vault, format, now(), choice)).report;
    },
    'exchange.export': async ({ format, ...choice }) => {
      await whole(session);
      return exportedFile(session.vault, format, now(), choice);
    },
  };
}

/** The open vault with all its records. @throws AppError('vault-damaged') when they cannot be read. */
async function whole(session: CoreServices['session']): Promise<Vault> {
  const { vault } = session;
  await vault.whole;
  return vault;
}

/** What the windows show, with all its records. @throws as `whole`. */
async function wholeView(session: CoreServices['session']): Promise<StudyView> {
  await whole(session);
  return session.view;
}

/** The folder, or the nearest one above it that is there. */
function existingFolder(folder: string): string {
  let here = folder;
  while (!existsSync(here) && path.dirname(here) !== here) here = path.dirname(here);
  return here;
}

function stepDone({ seq, label, changes }: { seq: number; label: string; changes: { collection: string; id: string }[] }) {
  return { seq, label, changed: changes.map(({ collection, id }) => ({ collection, id })) };
}

function statusMissing(): never {
  throw new Error('a vault is open without a status');
}
