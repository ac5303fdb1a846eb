// Brings another copy of the study, or a coding pack that was worked on, into the open study as one step.
import { type MergePlan, planMerge } from '#shared/domain/merge/plan-merge';
import { AppError } from '#shared/lib/app-error';
import type { Source } from '#shared/model/records/source';
import type { VaultReader } from '#shared/model/vault-state';

import type { Disk } from '../vault/disk.ts';
import type { LongJob } from '../vault/turns.ts';
import type { Vault } from '../vault/vault.ts';
import { commonState } from './common-state.ts';

/** What a merge would do; nothing is changed. @param fromThere as of planMerge. @throws AppError('conflict') when the two have nothing in common. */
export async function planVaultMerge(
  disk: Disk,
  ours: Vault,
  theirs: Vault,
  fromThere: ReadonlySet<string> = new Set(),
): Promise<MergePlan> {
  await Promise.all([ours.whole, theirs.whole]);
  await ours.settled();
  return planMerge(ours.state, await commonState(disk, ours, theirs), theirs.state, fromThere);
}

/** Interviews whose text comes from the other study. */
function sourcesThatCome(plan: MergePlan, theirs: VaultReader): Source[] {
  return plan.changes.flatMap(({ collection, id, before, after }) => {
    if (collection !== 'sources' || after === null) return [];
    const [was, now] = [before as Source | null, after as Source];
    return was?.transcript.revision === now.transcript.revision ? [] : [theirs.require('sources', id)];
  });
}

/**
 * Does it: transcripts first, then all records as one step that undo takes back. Does nothing when there is nothing to bring.
 * @throws AppError('conflict' | 'vault-damaged' | 'disk' | 'read-only' | 'cancelled'); nothing of it is kept then.
 */
export async function mergeVaults(
  disk: Disk,
  ours: Vault,
  theirs: Vault,
  job?: LongJob,
  fromThere?: ReadonlySet<string>,
): Promise<MergePlan> {
  const plan = await planVaultMerge(disk, ours, theirs, fromThere);
  if (plan.changes.length === 0) return plan;
  const written: Source[] = [];
  try {
    const coming = sourcesThatCome(plan, theirs.state);
    for (const [done, source] of coming.entries()) {
      job?.report(done, coming.length, 'Copying transcripts');
      if (job?.signal.aborted) throw new AppError('cancelled', 'Stopped. Nothing was changed.');
      if (await bringText(ours, theirs, source)) written.push(source);
    }
    await ours.beforeBulk?.('before-import');
    await ours.restoreState(`Merge “${theirs.state.require('study', 'study').name}”`, plan.changes, job);
    return plan;
  } catch (error) {
    for (const { id, transcript } of written) await ours.transcripts.discard(id, transcript.revision);
    throw error;
  }
}

/** Copies a transcript, checked against its record. @returns false when the same text is here already. */
async function bringText(ours: Vault, theirs: Vault, source: Source): Promise<boolean> {
  const { revision, sha256 } = source.transcript;
  const text = await theirs.transcripts.readSource(source);
  if ((await ours.transcripts.revisions(source.id)).includes(revision)) {
    await ours.transcripts.read(source.id, revision, source);
    return false;
  }
  const written = await ours.transcripts.write(source.id, revision, text);
  if (written === sha256) return true;
  await ours.transcripts.discard(source.id, revision);
  throw new AppError('vault-damaged', `The transcript of “${source.title}” could not be copied as it is. Nothing was changed.`);
}
