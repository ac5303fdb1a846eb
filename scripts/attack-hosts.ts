// `npm run test:hosts`: the long campaigns against the hosts, with a seed.
//   --all       the whole matrix of requests (302,400), not a sample
//   --seed N    another sample and other random texts
import { parseArgs } from 'node:util';

import { runTool } from './run-tool.ts';

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' } } });
const env = { PLUMBLINE_SEED: values.seed, ...(values.all ? { PLUMBLINE_MATRIX: 'all' } : {}) };
const { ok } = await runTool('node_modules/vitest/vitest.mjs', ['run', 'test/contract/request-matrix.test.ts'], {
  show: true,
  env,
  limitMs: 60 * 60_000,
});
process.exitCode = ok ? 0 : 1;
