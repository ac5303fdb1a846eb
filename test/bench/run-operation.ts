// Child process of the bench: one operation at one size, its samples as one line of JSON. Started by scripts/bench.ts.
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';

import { Bench } from './harness/bench.ts';
import { type OperationName, OPERATIONS } from './operations/index.ts';
import type { MeasuredSize } from './study-generator.ts';

const [name = '', size = '', study = '', work = '', turn = '0'] = process.argv.slice(2);
const operation = await OPERATIONS[name as OperationName]();
const folder = await mkdtemp(path.join(work, `${name}-${size}-`));
const bench = new Bench(size as MeasuredSize, study, folder, Number(turn));
try {
  await operation.run(bench);
} finally {
  await rm(folder, { recursive: true, force: true });
}
const about = { about: operation.about, processes: operation.processes?.(bench.size) ?? 1, besideS: operation.besideS ?? false };
process.stdout.write(`${JSON.stringify({ ...about, samples: bench.samples })}\n`, () => process.exit(0));
