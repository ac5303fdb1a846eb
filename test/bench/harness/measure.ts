// Runs one operation at one size in processes of its own and joins their samples into one row.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { CORE_NODE_FLAGS } from '#core/node-flags';

import { preparedStudy } from '../study-cache.ts';
import type { OperationName } from '../operations/index.ts';
import type { MeasuredSize } from '../study-generator.ts';
import { OWN, type Samples } from './bench.ts';
import { median, percentile, significant } from './statistics.ts';

const run = promisify(execFile);
/** One child process; what takes longer is stuck (ms). */
const PATIENCE_MS = 30 * 60_000;
const COMPILED = path.resolve(import.meta.dirname, '../../../.cache/compiled');
const CHILD = path.resolve(import.meta.dirname, '../run-operation.ts');

/** One line of `--json`. Times in ms, without the waiting for a core that another program had unless they are called clock, memory in MB, bytes handed to write calls for one run (null where they are not counted). */
export interface Row {
  op: OperationName;
  about: string;
  size: MeasuredSize;
  /** Samples of the operation itself. */
  n: number;
  medianMs: number;
  p95Ms: number;
  /** The median by the clock. */
  clockMs: number;
  bytes: number | null;
  /** Largest resident memory of the process before any rival ran. */
  peakMB: number;
  /** Longest stand-still of the event loop in one run, median over the runs: what this program caused, and what the clock says. */
  loopMs: number;
  loopWallMs: number;
  /** Own median / the rival's median of the same run; `bytes…`: the rival's bytes / own bytes. */
  ratios: Record<string, number>;
  /** Medians of the rivals (ms). */
  rivals: Record<string, number>;
  notes: Record<string, number>;
  absent: string[];
}

/** Measures one operation at one size. @param work a folder for copies; @throws when a child process fails. */
export async function measure(op: OperationName, size: MeasuredSize, work: string): Promise<Row> {
  const study = await preparedStudy(size);
  const children = [await runChild(op, size, study, work, 0)];
  const { about, processes, besideS } = children[0] as ChildAnswer;
  const studyS = besideS && size !== 'S' ? await preparedStudy('S') : null;
  const atS: number[] = [];
  const runAtS = async (turn: number): Promise<void> => {
    if (studyS !== null) atS.push(...((await runChild(op, 'S', studyS, work, turn)).samples.times[OWN] ?? []));
  };
  await runAtS(0);
  while (children.length < processes) {
    await runAtS(children.length);
    children.push(await runChild(op, size, study, work, children.length));
  }
  const samples = children.map((child) => child.samples);
  if (samples[0] && atS.length > 0) samples[0].times['atS'] = atS;
  return { op, about, size, ...rowOf(samples) };
}

interface ChildAnswer {
  about: string;
  processes: number;
  besideS: boolean;
  samples: Samples;
}

async function runChild(op: OperationName, size: MeasuredSize, study: string, work: string, turn: number): Promise<ChildAnswer> {
  // Rivals that hold all of XL at once need more than Node allows; elsewhere the core is measured with the heap that its users have.
  const heap = size === 'XL' ? ['--max-old-space-size=8192'] : [];
  const flags = [...CORE_NODE_FLAGS, '--expose-gc', '--disable-warning=ExperimentalWarning', ...heap];
  const { stdout } = await run(process.execPath, [...flags, CHILD, op, size, study, work, String(turn)], {
    maxBuffer: 64 * 1024 * 1024,
    timeout: PATIENCE_MS,
    // As the built program, which holds no compiler for its own sources.
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
  });
  return JSON.parse(stdout) as ChildAnswer;
}

/** Joins the samples of all child processes. */
export function rowOf(children: readonly Samples[]): Omit<Row, 'op' | 'about' | 'size'> {
  const all = (pick: (samples: Samples) => readonly number[]): number[] => children.flatMap((samples) => [...pick(samples)]);
  const names = [...new Set(children.flatMap((samples) => Object.keys(samples.times)))];
  const rivals: Record<string, number> = {};
  const ratios: Record<string, number> = {};
  const own = all((samples) => samples.times[OWN] ?? []);
  for (const name of names.filter((other) => other !== OWN)) {
    const middle = median(all((samples) => samples.times[name] ?? []));
    rivals[name] = significant(middle);
    ratios[name] = significant(median(own) / middle);
  }
  const bytes = children[0]?.bytes ?? {};
  const ownBytes = bytes[OWN] ?? null;
  for (const [name, count] of Object.entries(bytes)) {
    if (name === OWN || count === null || ownBytes === null) continue;
    ratios[`bytes${name.charAt(0).toUpperCase()}${name.slice(1)}`] = significant(count / ownBytes);
  }
  const peaks = children.map(({ peakMB }) => peakMB).filter((peak) => peak > 0);
  return {
    n: own.length,
    medianMs: significant(median(own)),
    p95Ms: significant(percentile(own, 0.95)),
    clockMs: significant(median(all((samples) => samples.clock[OWN] ?? []))),
    bytes: ownBytes,
    peakMB: Math.round(median(peaks)),
    loopMs: significant(median(children.flatMap(({ loop }) => loop.map(({ ownMs }) => ownMs)))),
    loopWallMs: significant(median(children.flatMap(({ loop }) => loop.map(({ wallMs }) => wallMs)))),
    ratios,
    rivals,
    notes: Object.fromEntries(Object.entries(children[0]?.notes ?? {}).map(([name, value]) => [name, significant(value)])),
    absent: [...new Set(children.flatMap(({ absent }) => absent))],
  };
}
