// Answers what is asked about second coders: agreement, packs, merging.
import type { Handlers } from '#shared/rpc/contract';

import type { CoreServices } from './core-services.ts';
import { leftOutInTotal } from './exchange/withheld.ts';
import { leftOutOfPack, writeCodingPack } from './merge/coding-pack.ts';
import { agreementFile, agreementOf } from './services/agreement-service.ts';
import { checkedFolder } from './services/folders.ts';
import { compareStudy, mergeStudy } from './services/merge-service.ts';
import type { StudyView } from './services/study-view.ts';
import type { Vault } from './vault/vault.ts';

/** Ties the methods about coders to their services. */
export function coderHandlers({
  session,
  jobs,
  background,
  vaultServices,
}: CoreServices): Pick<Handlers, Extract<keyof Handlers, `coders.${string}`>> {
  const wholeView = async (): Promise<StudyView> => {
    await session.vault.whole;
    return session.view;
  };
  const toRead = async (): Promise<Vault> => {
    await session.vaultToChange.whole;
    return session.vaultToChange;
  };
  const toChange = async (): Promise<Vault> => {
    const vault = await toRead();
    if (vault.readOnlyReason) throw vault.readOnlyReason;
    return vault;
  };
  return {
    'coders.agreement': ({ jobId, ...asked }) => jobs.run(jobId, async (job) => agreementOf(await wholeView(), asked, job)),
    'coders.agreementFile': async (asked) => agreementFile(await wholeView(), background, asked),
    'coders.pack': ({ jobId, folder, sourceIds, passphrase }) =>
      jobs.run(jobId, async (job) => {
        const place = checkedFolder(folder);
        const vault = await toRead();
        const sources = await writeCodingPack(vault, place, vaultServices, sourceIds, { passphrase, job });
        const { counts, sentences } = await leftOutOfPack(vault, vaultServices.now(), sourceIds);
        return { folder: place, sources, leftOut: sentences, leftOutInTotal: leftOutInTotal(counts) };
      }),
    'coders.compareStudy': ({ jobId, ...other }) =>
      jobs.run(jobId, async (job) => compareStudy(await toChange(), other, vaultServices, job)),
    'coders.merge': ({ jobId, ...wanted }) => jobs.run(jobId, async (job) => mergeStudy(await toChange(), wanted, vaultServices, job)),
  };
}
