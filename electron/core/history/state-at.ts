// The study as of an earlier entry: what every entry since then did, taken back from the records as they stand.
import { type Change, sameRecord } from '#shared/model/changes';
import type { AnyRecord, CollectionName } from '#shared/model/records/index';
import { VaultState } from '#shared/model/vault-state';

import type { Disk } from '../vault/disk.ts';
import type { Vault } from '../vault/vault.ts';
import type { VaultFiles } from '../vault/vault-files.ts';
import { entriesBackwards } from './read-backwards.ts';

/** Records put in place between two chances for others. */
const RECORDS_A_TURN = 2000;

/**
 * The changes that lead from the records after entry `from` to those after entry `seq`: one a record, whatever happened in between.
 * @throws AppError('vault-damaged') when an entry can no longer be read.
 */
export async function wayBack(disk: Disk, files: VaultFiles, from: number, seq: number): Promise<Change[]> {
  const earlier = new Map<string, { collection: CollectionName; id: string; now: AnyRecord | null; then: AnyRecord | null }>();
  for await (const entry of entriesBackwards(disk, files, from, seq + 1)) {
    for (const { collection, id, before, after } of entry.changes.toReversed()) {
      const key = `${collection}/${id}`;
      const known = earlier.get(key);
      // Met first, because newest: its `after` is how the record stands now.
      earlier.set(key, { collection, id, now: known ? known.now : after, then: before });
    }
  }
  return [...earlier.values()]
    .filter(({ now, then }) => !sameRecord(now, then))
    .map(({ collection, id, now, then }) => ({ collection, id, before: now, after: then }));
}

/** The records as of then, as a state of their own. The open study is not touched, and others get their turn meanwhile. */
export async function stateAt(disk: Disk, vault: Vault, seq: number): Promise<VaultState> {
  await vault.settled();
  const from = vault.seq;
  const records = vault.state.toRecords();
  const changes = await wayBack(disk, vault.files, from, seq);
  const state = new VaultState();
  const all: Change[] = Object.entries(records).flatMap(([collection, byId]) =>
    Object.entries(byId).map(([id, record]) => ({ collection: collection as CollectionName, id, before: null, after: record })),
  );
  for (const list of [all, changes]) {
    for (let index = 0; index < list.length; index += RECORDS_A_TURN) {
      state.apply(list.slice(index, index + RECORDS_A_TURN));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return state;
}
