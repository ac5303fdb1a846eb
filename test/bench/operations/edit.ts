// The durable edit: one snippet gets one tag, answered after the fsync; beside the raw append, SQLite and lowdb.
import { nodeDisk } from '#core/vault/disk';
import type { Vault } from '#core/vault/vault';
import type { Tagging } from '#shared/model/records/tagging';

import { type Bench, type Operation, OWN } from '../harness/bench.ts';
import { newTaggings } from '../harness/new-taggings.ts';
import { warmUp } from '../harness/warm-up.ts';
import { openLowdb } from '../rivals/lowdb-rival.ts';
import { openRawAppend } from '../rivals/raw-append.ts';
import { openSqlite } from '../rivals/sqlite-rival.ts';

const ALONE = { groups: 10, edits: 20 };
const ROUNDS = 300;
/** lowdb writes are too dear for every round: so many of them, spread over the run. */
const LOWDB_WRITES = { S: 30, M: 12, L: 5, XL: 3 } as const;

export const edit: Operation = {
  about: 'tag a snippet, durable',
  async run(bench: Bench) {
    const vault = await bench.open();
    const next = newTaggings(vault.state);
    const tag = (): Promise<unknown> => tagIn(vault, next());
    await tag();
    await bench.countBytes(OWN, ALONE.groups * ALONE.edits, async () => {
      for (let group = 0; group < ALONE.groups; group += 1) {
        await bench.watch(async () => {
          for (let count = 0; count < ALONE.edits; count += 1) await tag();
        });
      }
    });
    bench.markPeak();
    await warmUp(vault, next);
    const { patient, nextPatient } = await openPatient(bench);

    const raw = await openRawAppend(bench.folder);
    const sqlite = await openSqlite(bench.folder, vault.state.all('taggings').values());
    if (!sqlite) bench.absent('sqlite', 'this Node has no node:sqlite');
    const lowdb = await openLowdb(bench.folder, vault.state.toRecords());
    const lowdbEvery = Math.ceil(ROUNDS / LOWDB_WRITES[bench.size]);
    for (let round = 0; round < ROUNDS; round += 1) {
      // What is to be tagged is looked up before, for the vault as for its rivals.
      const [tagging, own, slower] = [next(), next(), nextPatient()];
      const contenders = [
        () => bench.time('raw', raw.blocking),
        () => bench.time(OWN, () => tagIn(vault, own)),
        () => bench.time('ownNonBlocking', () => tagIn(patient, slower)),
        () => bench.time('rawAsync', raw.nonBlocking),
        () => sqlite && bench.time('sqlite', () => sqlite.insert(tagging)),
      ];
      // What runs after a blocking call finds colder caches: each goes first as often as the others.
      for (let place = 0; place < contenders.length; place += 1) await contenders[(round + place) % contenders.length]?.();
      if (round % lowdbEvery === lowdbEvery - 1) await bench.countBytes('lowdb', 1, () => bench.time('lowdb', () => lowdb.insert(tagging)));
    }
    if (sqlite) {
      await bench.countBytes('sqlite', ALONE.groups * ALONE.edits, async () => {
        for (let count = 0; count < ALONE.groups * ALONE.edits; count += 1) sqlite.insert(next());
      });
    }
    await raw.close();
    sqlite?.close();
  },
};

/** The same study as on a disk that flushes slowly: each flush goes through another thread, and the program goes on meanwhile. */
async function openPatient(bench: Bench): Promise<{ patient: Vault; nextPatient: () => Tagging }> {
  const { atOnce, ...disk } = nodeDisk;
  const unflushed = atOnce ? { atOnce: { stat: atOnce.stat, write: atOnce.write } } : {};
  const patient = await bench.open({ ...bench.services(), disk: { ...disk, ...unflushed } });
  const nextPatient = newTaggings(patient.state);
  await warmUp(patient, nextPatient);
  return { patient, nextPatient };
}

const tagIn = (vault: Vault, { snippetId, tagId }: Tagging): Promise<unknown> =>
  vault.edit('tagSnippets', { snippetIds: [snippetId], tagIds: [tagId] });
