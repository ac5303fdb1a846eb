// Bringing another copy of the study in: compared and shown first, then done as it was shown.
import { createHash } from 'node:crypto';
import path from 'node:path';

import { describeChanges } from '#shared/domain/history/describe-changes';
import { conflictKey, type MergePlan } from '#shared/domain/merge/plan-merge';
import { AppError } from '#shared/lib/app-error';
import type { CollectionName } from '#shared/model/records/index';
import type { Tagging } from '#shared/model/records/tagging';
import type { MergeDone, MergePreview } from '#shared/rpc/coder-answers';

import { readPackNote } from '../merge/coding-pack.ts';
import { mergeVaults, planVaultMerge } from '../merge/merge-vaults.ts';
import { openVault } from '../vault/open-vault.ts';
import type { Vault, VaultServices } from '../vault/vault.ts';
import { checkedFolder } from './folders.ts';
import type { Job } from './jobs.ts';

export interface OtherStudy {
  folder: string;
  secret?: string | undefined;
}

/** What the other copy would bring; it is opened for reading only, and nothing is changed. @throws as openVault, AppError('conflict' | 'cancelled'). */
export function compareStudy(ours: Vault, other: OtherStudy, services: VaultServices, job: Job): Promise<MergePreview> {
  return withOther(ours, other, services, job, async (theirs, folder) => {
    const plan = await planVaultMerge(services.disk, ours, theirs);
    return {
      name: theirs.state.require('study', 'study').name,
      folder,
      isPack: (await readPackNote(services.disk, theirs.files)) !== null,
      shown: digestOf(plan),
      comes: whatComes(plan),
      coders: codersComing(plan, ours),
      conflicts: plan.conflicts.flatMap(({ collection, id, fields, here, there, mayTakeThere }) => {
        const [record] = describeChanges([[{ collection, id, before: here, after: there }]]);
        if (!record) return [];
        return [{ record: { ...record, fields: record.fields.filter(({ field }) => fields.includes(field)) }, mayTakeThere }];
      }),
      leftOut: plan.leftOut,
      sameNames: plan.sameNames,
    };
  });
}

/**
 * Brings it in as one step. @param wanted.shown of the comparison that a person has seen; fromThere: conflicts decided for the other copy.
 * @throws AppError('conflict') when either side is no longer as it was shown, and as mergeVaults. Nothing is changed then.
 */
export function mergeStudy(
  ours: Vault,
  wanted: OtherStudy & { shown: string; fromThere: readonly { collection: CollectionName; id: string }[] },
  services: VaultServices,
  job: Job,
): Promise<MergeDone> {
  return withOther(ours, wanted, services, job, async (theirs) => {
    if (digestOf(await planVaultMerge(services.disk, ours, theirs)) !== wanted.shown)
      throw new AppError(
        'conflict',
        'One of the two studies was changed since they were compared. Compare them again. Nothing was changed.',
      );
    if (job.signal.aborted) throw stopped();
    const plan = await mergeVaults(services.disk, ours, theirs, job, new Set(wanted.fromThere.map(conflictKey)));
    return { changes: plan.changes.length, comes: whatComes(plan), leftOut: plan.leftOut };
  });
}

async function withOther<Result>(
  ours: Vault,
  { folder, secret }: OtherStudy,
  services: VaultServices,
  job: Job,
  work: (theirs: Vault, folder: string) => Promise<Result>,
): Promise<Result> {
  const place = checkedFolder(folder);
  if (place === path.normalize(ours.files.folder))
    throw new AppError('conflict', 'This is the study that is open. Choose the other copy of it, or a coding pack.');
  job.report(0, 0, 'Reading the other study');
  const { vault: theirs } = await openVault(place, services, { readOnly: true, wholly: true, secret });
  try {
    if (job.signal.aborted) throw stopped();
    job.report(0, 0, 'Comparing');
    return await work(theirs, place);
  } finally {
    await theirs.close();
  }
}

const stopped = (): AppError => new AppError('cancelled', 'Stopped. Nothing was changed.');

/** The same for the same changes, conflicts and refusals. */
function digestOf({ changes, conflicts, leftOut }: MergePlan): string {
  return createHash('sha256')
    .update(JSON.stringify([changes, conflicts, leftOut]))
    .digest('base64url');
}

function whatComes({ changes }: MergePlan): MergePreview['comes'] {
  const counts = new Map<string, MergePreview['comes'][number]>();
  for (const { collection, before, after } of changes) {
    const what = before === null ? 'added' : after === null ? 'removed' : 'changed';
    const key = `${what} ${collection}`;
    counts.set(key, { collection, what, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

function codersComing({ changes }: MergePlan, ours: Vault): MergePreview['coders'] {
  const counts = new Map<string, number>();
  for (const { collection, before, after } of changes) {
    if (collection !== 'taggings' || before !== null || after === null) continue;
    const { by } = after as Tagging;
    counts.set(by, (counts.get(by) ?? 0) + 1);
  }
  const here = new Set([...ours.state.all('taggings').values()].map(({ by }) => by));
  return [...counts].map(([name, taggings]) => ({ name, taggings, alsoHere: here.has(name) }));
}
