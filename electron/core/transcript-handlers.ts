// The methods about texts of sources: read, correct, compare with a better version, replace.
import type { Handlers } from '#shared/rpc/contract';

import type { CoreServices } from './core-services.ts';
import { compareText, correctionOf, reviseText, revisionOf } from './services/revise-text.ts';

/** Ties them to the services. */
export function transcriptHandlers({
  session,
  imports,
  jobs,
}: CoreServices): Pick<Handlers, Extract<keyof Handlers, `transcript.${string}`>> {
  return {
    'transcript.read': async ({ sourceId }) => {
      await session.vault.outline;
      const { view } = session;
      const text = await view.transcripts.readSource(view.state.require('sources', sourceId));
      return { turns: text.turns, cues: text.cues ?? null, heading: text.heading ?? null };
    },
    'transcript.correct': async ({ sourceId, revision, correction }) => {
      const vault = session.vaultToChange;
      await vault.whole;
      return reviseText(vault, sourceId, revision, await correctionOf(vault, sourceId, correction));
    },
    'transcript.compare': async ({ sourceId, importId }) => {
      const { vault } = session;
      await vault.whole;
      return compareText(vault, sourceId, revisionOf(imports.waiting(importId, vault.state.require('sources', sourceId).title)).text.turns);
    },
    'transcript.replace': ({ jobId, sourceId, revision, importId }) =>
      jobs.run(jobId, async (job) => {
        const vault = session.vaultToChange;
        await vault.whole;
        const file = revisionOf(imports.waiting(importId, vault.state.require('sources', sourceId).title));
        const done = await reviseText(vault, sourceId, revision, file, job);
        imports.discard([importId]);
        return done;
      }),
  };
}
