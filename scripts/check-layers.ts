// The second gate of the house: reads every import and holds it against the table in .dependency-cruiser.mjs.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const REPOSITORY = path.resolve(import.meta.dirname, '..');
/** Fewer modules than this means that the reader is broken, not that the house has shrunk. */
export const LEAST_MODULES = 150;

export interface Breach {
  rule: string;
  from: string;
  /** What it imports; for a circle the whole way round. */
  to: string;
}

export interface Layers {
  /** Our own files that were read. */
  modules: number;
  breaches: Breach[];
}

interface Cruise {
  modules: { source: string; dependencies?: unknown[] }[];
  summary: { violations: { rule: { name: string }; from: string; to: string; cycle?: { name: string }[] }[] };
}

/** Reads shared, electron and renderer below a folder. @throws Error with the tool's words when it could not read them. */
export function readLayers(root: string): Layers {
  const tool = path.join(REPOSITORY, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [
    tool,
    '--config',
    path.join(REPOSITORY, '.dependency-cruiser.mjs'),
    '--output-type',
    'json',
    'shared',
    'electron',
    'renderer',
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  if (status !== 0 || stdout === '') throw new Error(`dependency-cruiser could not read the sources: ${stderr}`);
  const { modules, summary } = JSON.parse(stdout) as Cruise;
  return {
    modules: modules.filter(({ source, dependencies }) => dependencies && /^(shared|electron|renderer)\//.test(source)).length,
    breaches: summary.violations.map(({ rule, from, to, cycle }) => ({
      rule: rule.name,
      from,
      to: cycle ? cycle.map((step) => step.name).join(' > ') : to,
    })),
  };
}

if (process.argv[1] === import.meta.filename) {
  const { modules, breaches } = readLayers(REPOSITORY);
  for (const { rule, from, to } of breaches) process.stdout.write(`${rule}: ${from} must not import ${to}\n`);
  const tooFew = modules < LEAST_MODULES;
  if (tooFew) process.stdout.write(`Only ${modules} modules were read: the reader is broken.\n`);
  process.stdout.write(`${modules} modules read, ${breaches.length} imports against the table.\n`);
  process.exitCode = breaches.length > 0 || tooFew ? 1 : 0;
}
