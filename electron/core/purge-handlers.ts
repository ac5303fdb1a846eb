// Answers what is asked about deleting a person for good.
import type { Handlers } from '#shared/rpc/contract';

import type { CoreServices } from './core-services.ts';
import { planPurge } from './purge/plan-purge.ts';
import { peopleOnlyInHistory } from './purge/sources-of.ts';
import { beginPurge } from './services/begin-purge.ts';
import { purgeStudy } from './services/purge-study.ts';

/** Ties the methods about deleting a person to what does it. */
export function purgeHandlers(services: CoreServices): Pick<Handlers, Extract<keyof Handlers, `purge.${string}`>> {
  const { session, disk, now } = services;
  return {
    'purge.past': () => peopleOnlyInHistory(session.vault, disk),
    'purge.plan': async ({ participantId }) => (await planPurge(session.vault, participantId, disk, now())).plan,
    'purge.run': async ({ participantId, typed, replaceMentions }) => ({
      notices: await purgeStudy(services, (vault, used) => beginPurge(vault, participantId, typed, replaceMentions, used)),
    }),
  };
}
