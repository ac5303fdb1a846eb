// The gates that every change must pass before its tests matter: types, lint, format, layers, nothing unused.
import { runTool, type ToolRun } from './run-tool.ts';

interface Gate {
  name: string;
  file: string;
  args: readonly string[];
}

const GATES: readonly Gate[] = [
  { name: 'types', file: 'scripts/typecheck.ts', args: [] },
  { name: 'lint', file: 'node_modules/oxlint/bin/oxlint', args: ['--deny-warnings'] },
  { name: 'format', file: 'node_modules/oxfmt/bin/oxfmt', args: ['--check', '.'] },
  { name: 'layers', file: 'scripts/check-layers.ts', args: [] },
  { name: 'nothing unused', file: 'node_modules/knip/bin/knip.js', args: ['--no-progress', '--treat-config-hints-as-errors'] },
];

export interface GateResult extends ToolRun {
  name: string;
}

/** Runs all gates one after the other, says each as it ends, and shows the words of those that are red. */
export async function runGates(say: (text: string) => void): Promise<GateResult[]> {
  const results: GateResult[] = [];
  for (const { name, file, args } of GATES) {
    const run = await runTool(file, args);
    results.push({ name, ...run });
    say(`${run.ok ? 'green' : 'RED  '}  ${name} (${(run.ms / 1000).toFixed(1)} s)\n`);
    if (!run.ok) say(`${run.output.trimEnd()}\n`);
  }
  return results;
}
