// Runs the real command line as its own process.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const CLI = path.resolve(import.meta.dirname, '../../electron/cli/main.ts');

export interface CliRun {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Each line of standard output as JSON. */
  lines: Record<string, unknown>[];
}

/** Runs `plumbline …args` to its end; `lines` is only read when standard output is JSON. */
export function plumbline(args: readonly string[], input = ''): CliRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8', input, maxBuffer: 1 << 28 });
  return {
    code: status,
    stdout,
    stderr,
    get lines() {
      return stdout
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    },
  };
}
