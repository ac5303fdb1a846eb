// Answers what names there are, and replaces them.
import type { Handlers } from '#shared/rpc/contract';

import type { CoreServices } from './core-services.ts';
import { fileNameOf } from './services/file-name-of.ts';
import { readKeyList, writeKeyList } from './services/key-list.ts';
import { startNamePurge } from './purge/start-name-purge.ts';
import { purgeStudy } from './services/purge-study.ts';
import { proposedNames, replaceNamesInStudy } from './services/replace-names.ts';

/** Ties the methods about names to their services. */
export function namesHandlers(services: CoreServices): Pick<Handlers, Extract<keyof Handlers, `names.${string}`>> {
  const { session, jobs, now } = services;
  return {
    'names.propose': ({ jobId, sourceIds }) =>
      jobs.run(jobId, async (job) => {
        await session.vault.whole;
        return proposedNames(session.view, sourceIds, job);
      }),
    'names.keyList': async ({ choices, passphrase }) => {
      await session.vault.whole;
      const study = session.view.state.require('study', 'study').name;
      const bytes = await writeKeyList({ study, writtenAt: now(), names: choices }, passphrase);
      return { fileName: `${fileNameOf(study, 'Study')} key list.json`, base64: bytes.toString('base64') };
    },
    'names.readKeyList': async ({ base64, passphrase }) => {
      const { study, names } = await readKeyList(Buffer.from(base64, 'base64'), passphrase);
      return { study, names };
    },
    'names.replace': async ({ jobId, choices, purge }) => {
      const done = await jobs.run(jobId, async (job) => {
        const vault = session.vaultToChange;
        await vault.whole;
        if (vault.readOnlyReason) throw vault.readOnlyReason;
        return replaceNamesInStudy(vault, choices, job);
      });
      const notices = purge ? await purgeStudy(services, (vault, used) => startNamePurge(vault, choices, used)) : [];
      return { ...done, notices };
    },
  };
}
