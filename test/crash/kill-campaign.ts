// The campaigns of trust.md from the command line: kills, power cuts, failing disks. Ends with 1 on any loss.
//   npm run test:crash -- --kills 1000 --power-cuts 20 --faults 3 --seed 1
import { parseArgs } from 'node:util';

import { faultFailures, noFaultFigures, runFaults } from './fault-campaign.ts';
import { runCliKills } from './kill/cli-kills.ts';
import { noKillFigures, runKills } from './kill/kill-rounds.ts';
import { runRivals } from './kill/rivals.ts';
import { MISTAKES } from './disk/mistakes.ts';
import { noFigures, runPowerCuts } from './power-cut-campaign.ts';

const HELP = `npm run test:crash -- [options]

  --kills N        kills programs N times with SIGKILL at random moments: while they open, recover, migrate, edit, import,
                   checkpoint, undo, redo and close (100 when no campaign is named)
  --cli-kills N    kills the command line (plumbline apply) N times while it answers edits
  --rivals N       N rounds of three or four programs on one study at once, some stopped for a while, all killed at the end
  --power-cuts N   records N stretches of work on a simulated disk, cuts the power after every operation, and opens every allowed
                   state of the disk (a sample where they are many); about 2,500 states each
  --mistakes       shows for each seeded mistake (no fsync, answer before fsync, …) that the power cuts see it
  --faults N       N stretches of work in which the k-th operation on the disk fails, for every k, with ENOSPC, EIO, EACCES, EROFS,
                   EMFILE and short writes, once and for good; about 2,400 runs each
  --seed N         where the random numbers begin (1)
  --workers N      kill campaigns side by side (2)
  --help           this text

Prints one JSON object a campaign. Exit code 1 when an answered edit was lost, a study was something it never was or did not open,
a mistake was not seen, or a refusal was no sentence.`;

const OPTIONS = {
  kills: { type: 'string' },
  'cli-kills': { type: 'string' },
  rivals: { type: 'string' },
  'power-cuts': { type: 'string' },
  faults: { type: 'string' },
  mistakes: { type: 'boolean' },
  seed: { type: 'string', default: '1' },
  workers: { type: 'string', default: '2' },
  help: { type: 'boolean' },
} as const;

const { values } = parseArgs({ options: OPTIONS });
const seed = count(values.seed);
if (values.help) console.log(HELP);
else process.exitCode = (await runAll()) > 0 ? 1 : 0;

/** @returns failures of all kinds. */
async function runAll(): Promise<number> {
  const named = [values.kills, values['cli-kills'], values.rivals, values['power-cuts'], values.faults, values.mistakes].some(
    (value) => value !== undefined,
  );
  let failures = 0;
  const kills = count(values.kills ?? (named ? '0' : '100'));
  if (kills > 0) failures += await kill(kills);
  if (values['cli-kills']) failures += await killCommandLine(count(values['cli-kills']));
  if (values.rivals) failures += await race(count(values.rivals));
  if (values['power-cuts']) failures += await cutPower(count(values['power-cuts']));
  if (values.mistakes) failures += await seeMistakes();
  if (values.faults) failures += await failDisks(count(values.faults));
  return failures;
}

async function kill(kills: number): Promise<number> {
  const began = performance.now();
  const figures = noKillFigures();
  const workers = Math.max(1, count(values.workers));
  const shares = Array.from({ length: workers }, (_, index) => Math.floor(kills / workers) + (index < kills % workers ? 1 : 0));
  await Promise.all(shares.map((share, index) => runKills(share, seed * 1000 + index, figures)));
  print('kills', began, figures);
  return figures.lost + figures.wrong + figures.unopenable + figures.refused;
}

async function killCommandLine(kills: number): Promise<number> {
  const began = performance.now();
  const { lost, ...figures } = await runCliKills(kills, seed);
  print('cli-kills', began, { ...figures, lost: lost.length });
  return lost.length + figures.unopenable;
}

async function race(rounds: number): Promise<number> {
  const began = performance.now();
  const figures = await runRivals(rounds, seed);
  print('rivals', began, figures);
  return figures.lost + figures.wrong + figures.unopenable + figures.twoWriters;
}

async function cutPower(runs: number): Promise<number> {
  const began = performance.now();
  const figures = noFigures();
  for (let run = 0; run < runs; run += 1) {
    await runPowerCuts({ seed: seed * 1000 + run, steps: 30, sampling: { exhaustive: 64, samples: 24 } }, figures);
  }
  print('power-cuts', began, { runs, ...figures });
  return figures.lost + figures.wrong + figures.unopenable;
}

async function seeMistakes(): Promise<number> {
  let unseen = 0;
  for (const [mistake, put] of Object.entries(MISTAKES)) {
    const began = performance.now();
    const figures = noFigures();
    await runPowerCuts({ seed, steps: 20, sampling: { exhaustive: 16, samples: 6 }, mistake: put }, figures);
    const { states, lost, wrong, unopenable } = figures;
    const seen = lost + wrong + unopenable > 0;
    unseen += seen ? 0 : 1;
    print('mistakes', began, { mistake, seen, states, lost, wrong, unopenable });
  }
  return unseen;
}

async function failDisks(runs: number): Promise<number> {
  const began = performance.now();
  const figures = noFaultFigures();
  for (let run = 0; run < runs; run += 1) await runFaults({ seed: seed * 1000 + run, steps: 12 }, figures);
  print('faults', began, figures);
  return faultFailures(figures);
}

function print(campaign: string, began: number, figures: object): void {
  console.log(JSON.stringify({ campaign, seed, ...figures, seconds: Math.round((performance.now() - began) / 1000) }));
}

function count(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0) return number;
  console.error(`“${text}” is no whole number.\n\n${HELP}`);
  return process.exit(2);
}
