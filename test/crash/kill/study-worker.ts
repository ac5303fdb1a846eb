// A program to be killed: opens a study, works on it without end, and tells on standard output what it has answered.
//   node test/crash/kill/study-worker.ts <folder> <seed> <data version> [stays]
import { nodeDisk } from '#core/vault/disk';
import { openVault } from '#core/vault/open-vault';
import type { VaultServices } from '#core/vault/vault';
import { AppError } from '#shared/lib/app-error';
import { createSeededRandom } from '#shared/domain/themes/seeded-random';

import type { Ledger } from '../workload/ledger.ts';
import { migrationsTo } from '../workload/test-migrations.ts';
import { type WorkStep, Workload } from '../workload/workload.ts';

/** One line of a worker. */
export type WorkerLine =
  | { kind: 'opening' }
  | { kind: 'answered'; seq: number; digest: string }
  | { kind: 'refused'; step: string; code: string; message: string };

const [folder = '', seed = '1', data = '1', stays = ''] = process.argv.slice(2);
const version = Number(data);
const say = (line: WorkerLine): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
/** Refusals that random work brings with it. */
const USUAL = ['conflict', 'not-found', 'bad-input'];

let ids = 0;
const services: VaultServices = {
  disk: nodeDisk,
  by: 'worker',
  newId: () => `w${seed}n${(ids += 1)}`,
  now: () => new Date().toISOString(),
};
const random = createSeededRandom(Number(seed));
say({ kind: 'opening' });
const { vault } = await openVault(folder, services, { migrations: migrationsTo(version) }).catch((error: unknown) => {
  if (!(error instanceof AppError)) throw error;
  say({ kind: 'refused', step: 'open', code: error.code, message: error.message });
  return process.exit(3);
});
const workload: Workload = new Workload(folder, { vault, version, tap: { closed: false } }, services, random, {
  disk: nodeDisk,
  answered: (seq) => {
    const ledger: Ledger = workload.ledger;
    const expected = ledger.expected(ledger.version, seq);
    if (expected) say({ kind: 'answered', seq, digest: expected.digest.toString(16) });
  },
  refused: (step: WorkStep, error) => {
    if (error instanceof AppError && USUAL.includes(error.code)) return;
    const { code, message } = error instanceof AppError ? error : { code: 'no sentence', message: String(error) };
    say({ kind: 'refused', step, code, message });
  },
});
/** One that closes now and then would let others have the study in between. */
const never: WorkStep[] = stays === 'stays' ? ['kill', 'migrate', 'reopen'] : ['kill', 'migrate'];
for (;;) await workload.step(workload.drawOne(never));
