// `npm run bench`: measures operations at every size beside their limits and rivals. How to read it: docs/BENCH.md.
import { mkdir, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { calibrate } from '#test/bench/harness/calibrate';
import { measure, type Row } from '#test/bench/harness/measure';
import { calibrationLine, detailLines, tableHeading, tableRow, targetLines } from '#test/bench/harness/report';
import { judge, type Judgement } from '#test/bench/harness/targets';
import { OPERATION_NAMES, type OperationName } from '#test/bench/operations/index';
import { workFolder } from '#test/bench/study-cache';
import { MEASURED_SIZES, type MeasuredSize } from '#test/bench/study-generator';

const USAGE = `npm run bench -- [--only ${OPERATION_NAMES.slice(0, 3).join(',')},…] [--sizes S,M,L,XL] [--json] [--check]
  --only    operations to measure: ${OPERATION_NAMES.join(', ')}
  --sizes   sizes of study (default S,M,L,XL)
  --json    one JSON object a line instead of the table
  --check   leave with exit code 1 when a target is missed
`;

interface BenchOptions {
  operations: readonly OperationName[];
  sizes: readonly MeasuredSize[];
  json: boolean;
  check: boolean;
}

/** Reads the command line. @throws Error with a sentence for an unknown operation or size. */
function readOptions(): BenchOptions | null {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      sizes: { type: 'string', default: 'S,M,L,XL' },
      json: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const names = values.only?.split(',') ?? OPERATION_NAMES;
  const sizes = values.sizes.split(',');
  requireKnown(names, OPERATION_NAMES);
  requireKnown(sizes, MEASURED_SIZES);
  return { operations: names as OperationName[], sizes: sizes as MeasuredSize[], json: values.json, check: values.check };
}

function requireKnown(names: readonly string[], known: readonly string[]): void {
  const stranger = names.find((name) => !known.includes(name));
  if (stranger !== undefined) throw new Error(`There is no “${stranger}”. There are: ${known.join(', ')}.`);
}

/** Measures everything asked for, one process after the other, and says each row as it comes. @returns what the targets say. */
async function runBench(options: BenchOptions, work: string): Promise<Judgement[]> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const calibration = await calibrate(work);
  say(options.json ? JSON.stringify(calibration) : `${calibrationLine(calibration)}\n\n${tableHeading()}`);
  const rows: Row[] = [];
  for (const op of options.operations) {
    for (const size of options.sizes) {
      process.stderr.write(process.stderr.isTTY ? `measuring ${op} ${size} …\r` : '');
      const row = await measure(op, size, work);
      rows.push(row);
      say(options.json ? JSON.stringify({ ...row, targets: judge(row) }) : tableRow(row));
    }
  }
  const judgements = rows.flatMap(judge);
  if (!options.json) say(['', ...detailLines(rows), '', ...targetLines(judgements)].join('\n'));
  return judgements;
}

let options: BenchOptions | null = null;
try {
  options = readOptions();
  if (!options) process.stdout.write(USAGE);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 2;
}
if (options) {
  const work = await workFolder();
  await mkdir(work, { recursive: true });
  const clear = (): Promise<void> => rm(work, { recursive: true, force: true });
  process.once('SIGINT', () => void clear().finally(() => process.exit(130)));
  try {
    const judgements = await runBench(options, work);
    if (options.check && judgements.some(({ met }) => !met)) process.exitCode = 1;
  } finally {
    await clear();
  }
}
