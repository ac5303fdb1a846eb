// The real command line, run as a person would.
import { spawn } from 'node:child_process';
import path from 'node:path';

import { ownPlaces, REPOSITORY } from './host.ts';

export interface CliAnswer {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Standard output read as one JSON object a line; empty when it is not JSON. */
  objects: Record<string, unknown>[];
}

export type Cli = (args: readonly string[], input?: string) => Promise<CliAnswer>;

/** Makes `cli(['dump', vault, '--json'])` over folders of the test. A study that the app has open is locked for it. */
export function makeCli(places: { dataFolder: string; homeFolder: string }): Cli {
  return (args, input = '') =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [path.join(REPOSITORY, 'electron/cli/main.ts'), ...args], {
        cwd: REPOSITORY,
        env: ownPlaces(places),
      });
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, stdout, stderr, objects: jsonLines(stdout) }));
      child.stdin.end(input);
    });
}

function jsonLines(text: string): Record<string, unknown>[] {
  try {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  } catch {
    return [];
  }
}
