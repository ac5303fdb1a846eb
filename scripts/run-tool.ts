// Runs a tool of node_modules under the Node that runs this script, without a shell.
import { spawn } from 'node:child_process';
import path from 'node:path';

export const REPOSITORY = path.resolve(import.meta.dirname, '..');

export interface ToolRun {
  ok: boolean;
  /** Both streams, in the order they came; empty when shown at once. */
  output: string;
  /** Wall time. */
  ms: number;
}

export interface ToolOptions {
  /** Lets the tool write to this terminal while it runs. */
  show?: boolean;
  env?: NodeJS.ProcessEnv;
  /** Ends the tool after this long (ms): a run that hangs is a run that failed. */
  limitMs?: number;
}

/** Runs a file with arguments in the repository. Never throws: what cannot be started has failed. */
export function runTool(file: string, args: readonly string[], { show, env, limitMs = 300_000 }: ToolOptions = {}): Promise<ToolRun> {
  const begun = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(REPOSITORY, file), ...args], {
      cwd: REPOSITORY,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let output = '';
    const take = (text: Buffer): void => void (output += text.toString());
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    const timer = setTimeout(() => {
      output += `\nstopped after ${Math.round(limitMs / 1000)} s\n`;
      child.kill('SIGKILL');
    }, limitMs);
    const end = (ok: boolean): void => {
      clearTimeout(timer);
      resolve({ ok, output, ms: performance.now() - begun });
    };
    child.once('error', (error) => {
      output += error.message;
      end(false);
    });
    child.once('close', (code) => end(code === 0));
  });
}
