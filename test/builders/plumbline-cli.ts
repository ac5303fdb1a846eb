// Runs the real command line: here, which costs little, or as its own process, which is what a person starts.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';

import { Background } from '#core/services/background';
import { programFiles } from '#core/services/program-files';

import { runCommandLine } from '../../electron/cli/run-command-line.ts';

const CLI = path.resolve(import.meta.dirname, '../../electron/cli/main.ts');

export interface CliRun {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Each line of standard output as JSON. */
  lines: Record<string, unknown>[];
}

const program = programFiles(pathToFileURL(CLI).href);
/** One for all runs: its thread waits for the next. */
const background = new Background(program.workerUrl);

/** Runs `plumbline …args` to its end in this process; `lines` is only read when standard output is JSON. */
export async function plumbline(args: readonly string[], input = ''): Promise<CliRun> {
  const [stdout, stderr] = [kept(), kept()];
  const stdin = Readable.from([Buffer.from(input)]);
  const code = await runCommandLine(args, { program, background, streams: { stdin, stdout: stdout.stream, stderr: stderr.stream } });
  return toldBy(code, stdout.text(), stderr.text());
}

/** The same as a process of its own: for exit codes, streams and whatever only a process has. */
export function plumblineProcess(args: readonly string[], input = ''): CliRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8', input, maxBuffer: 1 << 28 });
  return toldBy(status, stdout, stderr);
}

function toldBy(code: number | null, stdout: string, stderr: string): CliRun {
  return {
    code,
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

/** A stream that keeps what is written to it. */
function kept(): { stream: Writable; text(): string } {
  const parts: Buffer[] = [];
  const stream = new Writable({
    write: (part: Buffer, _encoding, done) => {
      parts.push(part);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(parts).toString('utf8') };
}
