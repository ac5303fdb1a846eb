// The study as of an earlier entry: what every entry since then did, taken back from the records as they stand.
import { type Change, sameRecord } from '#shared/model/changes';
import { type AnyRecord, COLLECTIONS, type CollectionName } from '#shared/model/records/index';
import { VaultState } from '#shared/model/vault-state';

import type { Disk } from '../vault/disk.ts';
import type { Vault } from '../vault/vault.ts';
import type { VaultFiles } from '../vault/vault-files.ts';
import { entriesBackwards } from './read-backwards.ts';

/** Records put in place between two chances for others. */
const RECORDS_A_TURN = 1000;

/**
 * The changes that lead from the records after entry `from` to those after entry `seq`: one a record, whatever happened in between.
 * @throws AppError('vault-damaged') when an entry can no longer be read.
 */
export async function wayBack(disk: Disk, files: VaultFiles, from: number, seq: number): Promise<Change[]> {
  const earlier = new Map<string, { collection: CollectionName; id: string; now: AnyRecord | null; past: AnyRecord | null }>();
  for await (const entry of entriesBackwards(disk, files, from, seq + 1)) {
    for (const { collection, id, before, after } of entry.changes.toReversed()) {
      const key = `${collection}/${id}`;
      const known = earlier.get(key);
      // Met first, because newest: its `after` is how the record stands now.
      earlier.set(key, { collection, id, now: known ? known.now : after, past: before });
    }
  }
  return [...earlier.values()]
    .filter(({ now, past }) => !sameRecord(now, past))
    .map(({ collection, id, now, past }) => ({ collection, id, before: now, after: past }));
}

/** The records as of then, as a state of their own. The open study is not touched, and others get their turn meanwhile. */
export async function stateAt(disk: Disk, vault: Vault, seq: number): Promise<VaultState> {
  await vault.whole;
  await vault.settled();
  const from = vault.seq;
  // The lists are taken at once, before anything is waited for: edits that come in meanwhile are not in them.
  const lists = COLLECTIONS.map((collection) => ({ collection, records: [...vault.state.all(collection).values()] as AnyRecord[] }));
  const changes = await wayBack(disk, vault.files, from, seq);
  const state = new VaultState();
  for (const { collection, records } of lists) {
    await inTurns(records, (some) => state.apply(some.map((record) => ({ collection, id: record.id, before: null, after: record }))));
  }
  await inTurns(changes, (some) => state.apply(some));
  return state;
}

/** Does a long list piece by piece, with a chance for others in between. */
async function inTurns<T>(list: readonly T[], work: (some: readonly T[]) => void): Promise<void> {
  for (let index = 0; index < list.length; index += RECORDS_A_TURN) {
    work(list.slice(index, index + RECORDS_A_TURN));
    await new Promise((resolve) => setImmediate(resolve));
  }
}
