// Several programs on one study at once, some stopped for a while, all killed in the end: there is only ever one writer.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { nodeDisk } from '#core/vault/disk';
import { createVault } from '#core/vault/open-vault';
import { createSeededRandom, type SeededRandom } from '#shared/domain/themes/seeded-random';

import { countedServices } from '../workload/services.ts';
import { digestOf } from '../workload/state-digest.ts';
import { compare, type KillFigures, look, noKillFigures, type Promised } from './kill-rounds.ts';
import { startWorker, type Worker } from './start-worker.ts';

export interface RivalFigures extends KillFigures {
  rounds: number;
  /** Programs that were told that another one has the study. */
  turnedAway: number;
  /** Rounds in which two programs answered edits. */
  twoWriters: number;
}

/** One program that was started, and how it went. */
interface Rival {
  worker: Worker;
  last: Promised | null;
  turnedAway: boolean;
  /** Resolves when it answered for the first time or was turned away. */
  decided: Promise<void>;
  ended: Promise<void>;
}

/** So many rounds on one study; the lock that a killed program left is what the next ones race for. */
export async function runRivals(rounds: number, seed: number): Promise<RivalFigures> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'plumbline-rivals-'));
  const folder = path.join(scratch, 'study.plumb');
  const random = createSeededRandom(seed);
  const figures: RivalFigures = { ...noKillFigures(), rounds, turnedAway: 0, twoWriters: 0 };
  try {
    const { vault } = await createVault(folder, 'Rivals', countedServices(nodeDisk, 'made'));
    await vault.close();
    for (let round = 0; round < rounds; round += 1) await oneRound(folder, round, random, figures);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return figures;
}

async function oneRound(folder: string, round: number, random: SeededRandom, figures: RivalFigures): Promise<void> {
  const before = await look(folder, 1, figures, `before round ${round}`);
  if (!before) return;
  const rivals = [start(folder, random, figures), start(folder, random, figures), start(folder, random, figures)];
  await Promise.all(rivals.map((rival) => rival.decided));
  const writers = rivals.filter((rival) => rival.last !== null);
  if (writers.length !== 1) figures.twoWriters += 1;
  const [winner] = writers;
  if (winner && round % 2 === 0 && process.platform !== 'win32') {
    winner.worker.process.kill('SIGSTOP');
    const late = start(folder, random, figures);
    rivals.push(late);
    await late.decided;
    if (!late.turnedAway) figures.twoWriters += 1;
    winner.worker.process.kill('SIGCONT');
  }
  await new Promise((resolve) => setTimeout(resolve, random.below(100)));
  for (const { worker } of rivals) worker.process.kill('SIGKILL');
  await Promise.all(rivals.map((rival) => rival.ended));
  figures.kills += writers.length;
  figures.turnedAway += rivals.filter((rival) => rival.turnedAway).length;
  const after = await look(folder, 1, figures, `after round ${round}`);
  const promised = winner?.last ?? { seq: before.seq, digest: digestOf(before.state) };
  if (after) await compare(after, promised, figures, `round ${round}`);
}

function start(folder: string, random: SeededRandom, figures: RivalFigures): Rival {
  const worker = startWorker(folder, 1, random, true);
  const ended = new Promise<void>((resolve) => worker.process.on('close', () => resolve()));
  const rival: Rival = { worker, last: null, turnedAway: false, decided: ended, ended };
  const decided = new Promise<void>((resolve) => {
    worker.heard((line) => {
      if (line.kind === 'answered') {
        figures.answered += 1;
        if (line.seq >= (rival.last?.seq ?? 0)) rival.last = { seq: line.seq, digest: BigInt(`0x${line.digest}`) };
      } else if (line.kind === 'refused' && line.code === 'vault-locked') rival.turnedAway = true;
      if (line.kind !== 'opening') resolve();
    });
  });
  rival.decided = Promise.race([decided, ended]);
  return rival;
}
