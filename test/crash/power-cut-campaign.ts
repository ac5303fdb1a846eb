// Cuts the power at every point of a stretch of work and opens every state that the disk may then be in.
import { openVault } from '#core/vault/open-vault';
import type { Vault } from '#core/vault/vault';
import type { Disk } from '#core/vault/disk';
import { AppError } from '#shared/lib/app-error';
import { createSeededRandom, type SeededRandom } from '#shared/domain/themes/seeded-random';

import { fatesToTry, type SamplingLimits } from './disk/crash-states.ts';
import type { TreeFolder, TreeNode } from './disk/disk-log.ts';
import { PowerModel } from './disk/power-model.ts';
import { SimulatedDisk } from './disk/simulated-disk.ts';
import type { Ledger } from './workload/ledger.ts';
import { countedServices } from './workload/services.ts';
import { migrationsTo } from './workload/test-migrations.ts';
import { Workload } from './workload/workload.ts';

export const STUDY = '/disk/study.plumb';

export interface PowerCutFigures {
  /** Operations on the disk that were recorded, and states after a cut that were opened. */
  operations: number;
  states: number;
  acknowledged: number;
  /** States in which answered edits were missing; in which the study was something it never was; that did not open. */
  lost: number;
  wrong: number;
  unopenable: number;
  /** The first few failures, to be looked at. */
  examples: string[];
}

export interface PowerCutOptions {
  seed: number;
  /** Steps of work a run. */
  steps: number;
  sampling: SamplingLimits;
  /** Looks at about so many cut points of a run, evenly; all when absent. */
  cuts?: number;
  /** A mistake put between the vault and the disk, for proving that the campaign sees it. */
  mistake?(disk: SimulatedDisk): Disk;
  /** Stops at the first failure. */
  stopEarly?: boolean;
}

export function noFigures(): PowerCutFigures {
  return { operations: 0, states: 0, acknowledged: 0, lost: 0, wrong: 0, unopenable: 0, examples: [] };
}

/** One recorded run and the states of all its cut points, added to the figures. */
export async function runPowerCuts(options: PowerCutOptions, figures: PowerCutFigures = noFigures()): Promise<PowerCutFigures> {
  const random = createSeededRandom(options.seed);
  const { simulated, ledger, versions } = await record(options, random);
  const model = new PowerModel(simulated.initial);
  const { log } = simulated;
  const every = options.cuts === undefined ? 1 : Math.max(1, Math.floor(log.length / options.cuts));
  const offset = random.below(every);
  figures.operations += log.length;
  figures.acknowledged += ledger.seq;
  let answered = -1;
  let version = 1;
  for (const [index, operation] of log.entries()) {
    model.take(operation);
    if (operation.kind === 'acknowledge') {
      answered = Math.max(answered, operation.seq);
      version = versions.get(index) ?? version;
    }
    if (answered < 0 || index % every !== offset) continue;
    const choices = model.choices();
    for (const fates of fatesToTry(choices, random, options.sampling)) {
      const tree = model.tree(choices, fates);
      figures.states += 1;
      const situation = { answered, version, ledger, random };
      const failure = (await tryState(tree, situation)) ?? (await cutAgain(tree, situation, figures));
      if (!failure) continue;
      figures[failure.kind] += 1;
      if (figures.examples.length < 5) figures.examples.push(`seed ${options.seed}, cut ${index}, ${fates.join(' ')}: ${failure.what}`);
      if (options.stopEarly) return figures;
    }
  }
  return figures;
}

/** Does the work on a simulated disk and keeps what was answered when. */
async function record({ steps, mistake }: PowerCutOptions, random: SeededRandom) {
  const simulated = new SimulatedDisk();
  await simulated.mkdir('/disk');
  await (await simulated.openFolder('/')).sync();
  /** By place in the log: the data version of the program from there on. */
  const versions = new Map<number, number>();
  const services = countedServices(mistake?.(simulated) ?? simulated.disk, 'id');
  const workload = await Workload.begin(STUDY, services, random, {
    answered: (seq, version) => {
      versions.set(simulated.log.length, version);
      simulated.acknowledge(seq);
    },
    refused: (_, error) => {
      const expected = error instanceof AppError && ['conflict', 'not-found', 'bad-input'].includes(error.code);
      if (!expected) throw error;
    },
    disk: simulated.disk,
  });
  for (const step of workload.draw(steps)) await workload.step(step);
  await workload.end();
  return { simulated, ledger: workload.ledger, versions };
}

const SECOND_CUT_EVERY = 100;

interface Situation {
  answered: number;
  version: number;
  ledger: Ledger;
  random: SeededRandom;
}

type Failure = { kind: 'lost' | 'wrong' | 'unopenable'; what: string };

async function tryState(tree: TreeFolder, { answered, version, ledger, random }: Situation): Promise<Failure | null> {
  disturbLock(tree, random);
  const disk = new SimulatedDisk(tree);
  const migrations = migrationsTo(version);
  let vault: Vault;
  try {
    ({ vault } = await openVault(STUDY, countedServices(disk.disk, 'after'), { migrations }));
  } catch (error) {
    const problems = error instanceof AppError ? JSON.stringify(error.details) : '';
    return { kind: 'unopenable', what: `${error instanceof Error ? error.message : String(error)} ${problems}` };
  }
  const failure = await lookAt(vault, { answered, version, ledger, random });
  if (failure || random.below(10) > 0) return failure;
  return goOn(disk, vault, version);
}

async function lookAt(vault: Vault, { answered, version, ledger }: Situation): Promise<Failure | null> {
  if (vault.seq < answered) return { kind: 'lost', what: `entry ${answered} was answered, the study ends at ${vault.seq}` };
  const difference = ledger.difference(vault, version);
  if (difference) return { kind: 'wrong', what: difference };
  for (const source of vault.state.all('sources').values()) {
    try {
      await vault.turns(source.id);
    } catch (error) {
      return { kind: 'lost', what: error instanceof Error ? error.message : String(error) };
    }
  }
  return null;
}

/** The power may go again while the study is being opened after the first cut: now and then that is tried too. */
async function cutAgain(tree: TreeFolder, situation: Situation, figures: PowerCutFigures): Promise<Failure | null> {
  const { random, version } = situation;
  if (random.below(SECOND_CUT_EVERY) > 0) return null;
  const disk = new SimulatedDisk(tree);
  const { vault } = await openVault(STUDY, countedServices(disk.disk, 'second'), { migrations: migrationsTo(version) });
  await vault.close();
  const model = new PowerModel(disk.initial);
  for (const operation of disk.log) {
    model.take(operation);
    const choices = model.choices();
    for (const fates of fatesToTry(choices, random, { exhaustive: 4, samples: 3 })) {
      figures.states += 1;
      const failure = await tryState(model.tree(choices, fates), situation);
      if (failure) return { ...failure, what: `second cut, ${fates.join(' ')}: ${failure.what}` };
    }
  }
  return null;
}

/** A study that opens must also be one that can be worked on. */
async function goOn(disk: SimulatedDisk, vault: Vault, version: number): Promise<Failure | null> {
  try {
    const { seq } = await vault.edit('createTag', { name: 'After the power came back' });
    await vault.close();
    const again = await openVault(STUDY, countedServices(disk.disk, 'again'), { migrations: migrationsTo(version) });
    if (again.vault.seq === seq) return null;
    return { kind: 'lost', what: `an edit made after the cut is gone: ${again.vault.seq} instead of ${seq}` };
  } catch (error) {
    return { kind: 'unopenable', what: `opened, but then: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** The lock is never flushed: it may be whole, cut, zeros, empty or gone. Broken ones cost a pause each, so they are rare. */
function disturbLock(tree: TreeFolder, random: SeededRandom): void {
  const study = folderAt(folderAt(tree, 'disk'), 'study.plumb');
  const lock = study?.entries.get('.lock');
  if (!study || lock?.kind !== 'file' || random.below(20) > 0) return;
  const forms = [null, Buffer.alloc(0), Buffer.alloc(lock.content.length), lock.content.subarray(0, lock.content.length / 2)];
  const form = random.below(8) > 0 ? null : (forms[random.below(forms.length)] ?? null);
  if (form === null) study.entries.delete('.lock');
  else study.entries.set('.lock', { kind: 'file', content: form });
}

function folderAt(folder: TreeNode | undefined, name: string): TreeFolder | undefined {
  const node = folder?.kind === 'folder' ? folder.entries.get(name) : undefined;
  return node?.kind === 'folder' ? node : undefined;
}
