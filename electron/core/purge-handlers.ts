// Answers what is asked about deleting a person for good.
import type { Handlers } from '#shared/rpc/contract';

import type { CoreServices } from './core-services.ts';
import { planPurge } from './purge/plan-purge.ts';
import { peopleOnlyInHistory } from './purge/sources-of.ts';

/** Ties the methods about deleting a person to what does it. */
export function purgeHandlers({
  session,
  disk,
  now,
  imports,
  exchange,
  search,
}: CoreServices): Pick<Handlers, Extract<keyof Handlers, `purge.${string}`>> {
  return {
    'purge.past': () => peopleOnlyInHistory(session.vault, disk),
    'purge.plan': async ({ participantId }) => (await planPurge(session.vault, participantId, disk, now())).plan,
    'purge.run': async ({ participantId, typed, replaceMentions }) => {
      imports.clear();
      exchange.clear();
      const { folder } = session.vault.files;
      await search.forget(folder);
      try {
        return { notices: await session.purge(participantId, typed, replaceMentions) };
      } finally {
        // Somebody may have searched before the deletion began.
        await search.forget(folder);
      }
    },
  };
}
