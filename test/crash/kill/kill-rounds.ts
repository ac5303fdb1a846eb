// Kills programs that work on one study at random moments, and looks at the study after each kill.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { nodeDisk } from '#core/vault/disk';
import { History } from '#core/vault/history';
import { createVault, openVault } from '#core/vault/open-vault';
import type { Vault } from '#core/vault/vault';
import { vaultFiles } from '#core/vault/vault-files';
import { createSeededRandom, type SeededRandom } from '#shared/domain/themes/seeded-random';
import { invertChanges } from '#shared/model/changes';

import { countedServices } from '../workload/services.ts';
import { digestAfter, digestOf } from '../workload/state-digest.ts';
import { migrationsTo } from '../workload/test-migrations.ts';
import type { WorkerLine } from './study-worker.ts';
import { startWorker } from './start-worker.ts';

/** A study is given up after so many kills: with it grow the times of opening and checking. */
const KILLS_PER_STUDY = 60;
/** One kill in so many meets a program that brings the study to a newer version. */
const MIGRATION_EVERY = 8;

export interface KillFigures {
  kills: number;
  /** Kills before the first answer: while opening, recovering or migrating. */
  early: number;
  migrations: number;
  answered: number;
  lost: number;
  wrong: number;
  unopenable: number;
  /** Refusals that the work itself does not explain. */
  refused: number;
  examples: string[];
}

export function noKillFigures(): KillFigures {
  return { kills: 0, early: 0, migrations: 0, answered: 0, lost: 0, wrong: 0, unopenable: 0, refused: 0, examples: [] };
}

/** What was last known for certain. */
export interface Promised {
  seq: number;
  digest: bigint;
}

/** So many kills over studies in scratch folders, added to the figures. */
export async function runKills(kills: number, seed: number, figures: KillFigures = noKillFigures()): Promise<KillFigures> {
  const random = createSeededRandom(seed);
  for (let done = 0; done < kills; done += KILLS_PER_STUDY) {
    const scratch = mkdtempSync(path.join(os.tmpdir(), 'plumbline-kill-'));
    try {
      await oneStudy(path.join(scratch, 'study.plumb'), Math.min(KILLS_PER_STUDY, kills - done), random, figures);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  }
  return figures;
}

async function oneStudy(folder: string, kills: number, random: SeededRandom, figures: KillFigures): Promise<void> {
  const created = await createVault(folder, 'Kill campaign', {
    ...countedServices(nodeDisk, 'made'),
    newId: () => `made${random.below(2 ** 31)}`,
  });
  await created.vault.close();
  let version = 1;
  for (let round = 0; round < kills; round += 1) {
    const migrates = random.below(MIGRATION_EVERY) === 0;
    if (migrates) version += 1;
    figures.migrations += migrates ? 1 : 0;
    const before = await look(folder, version, figures, `before round ${round}`);
    if (!before) return;
    const last = await killOnce(folder, version, { seq: before.seq, digest: digestOf(before.state) }, random, figures);
    const after = await look(folder, version, figures, `after round ${round}`);
    if (!after) return;
    await compare(after, last, figures, `version ${version}, round ${round}`);
  }
}

/** Opens without taking the lock or writing: the next program must find everything as the killed one left it. */
export async function look(folder: string, version: number, figures: KillFigures, when: string): Promise<Vault | null> {
  try {
    const options = { readOnly: true, migrations: migrationsTo(version) };
    return (await openVault(folder, countedServices(nodeDisk, 'look'), options)).vault;
  } catch (error) {
    note(figures, 'unopenable', `${when}: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

export async function compare(vault: Vault, { seq, digest }: Promised, figures: KillFigures, when: string): Promise<void> {
  if (vault.seq < seq) return note(figures, 'lost', `${when}: ${seq} was answered, the study ends at ${vault.seq}`);
  const later = Array.from({ length: vault.seq - seq }, (_, index) => vault.seq - index);
  const entries = await new History(nodeDisk, vaultFiles(vault.files.folder), []).entries(later);
  let found = digestOf(vault.state);
  for (const entry of entries) found = digestAfter(found, invertChanges(entry?.changes ?? []));
  if (found !== digest) note(figures, 'wrong', `${when}: the records after entry ${seq} are not what they were`);
  for (const source of vault.state.all('sources').values()) {
    await vault.turns(source.id).catch((error: unknown) => note(figures, 'lost', `${when}: ${String(error)}`));
  }
}

/** Starts a worker and kills it: mostly some time after its first answer, now and then while it still opens. @returns what it had answered. */
function killOnce(folder: string, version: number, before: Promised, random: SeededRandom, figures: KillFigures): Promise<Promised> {
  const child = startWorker(folder, version, random);
  const early = random.below(4) === 0;
  const delay = early ? random.below(30) : 1 + random.below(120);
  let last = before;
  let complaint = '';
  let timer: NodeJS.Timeout | undefined;
  const take = (line: WorkerLine): void => {
    if (line.kind === 'refused') note(figures, 'refused', `${line.step}: ${line.code}: ${line.message}`);
    else if (line.kind === 'answered') {
      if (line.seq >= last.seq) last = { seq: line.seq, digest: BigInt(`0x${line.digest}`) };
      figures.answered += 1;
    }
    if (early || line.kind === 'answered') timer ??= setTimeout(() => child.process.kill('SIGKILL'), delay);
  };
  child.heard(take);
  child.process.stderr?.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
  return new Promise((resolve) => {
    child.process.on('close', (code, signal) => {
      clearTimeout(timer);
      figures.kills += 1;
      if (last === before) figures.early += 1;
      if (signal !== 'SIGKILL') note(figures, 'unopenable', `the worker ended with ${code ?? signal}: ${complaint.slice(0, 600)}`);
      resolve(last);
    });
  });
}

function note(figures: KillFigures, kind: 'lost' | 'wrong' | 'unopenable' | 'refused', what: string): void {
  figures[kind] += 1;
  if (figures.examples.length < 8) figures.examples.push(`${kind}: ${what}`);
}
