// The last word of a person before somebody is deleted for good.
import { AppError } from '#shared/lib/app-error';

import { planPurge } from '../purge/plan-purge.ts';
import { startPurge } from '../purge/start-purge.ts';
import type { Vault, VaultServices } from '../vault/vault.ts';

/**
 * Writes down that a participant is to be deleted, when the pseudonym was typed as it stands; the caller closes the study and opens it again.
 * @throws AppError('bad-input') for anything else typed, and what planPurge and startPurge throw: nothing was changed then.
 */
export async function beginPurge(
  vault: Vault,
  participantId: string,
  typed: string,
  replaceMentions: boolean,
  { disk, now }: VaultServices,
): Promise<void> {
  const planned = await planPurge(vault, participantId, disk, now());
  const { pseudonym } = planned.plan;
  if (typed.trim() !== pseudonym.trim()) {
    throw new AppError('bad-input', `Nothing was deleted: type the pseudonym exactly as it stands, “${pseudonym}”.`);
  }
  await startPurge(vault, planned, disk, replaceMentions);
}
