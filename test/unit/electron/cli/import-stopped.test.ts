// Ctrl-C in an import of many files leaves nothing: no lock, no transcript, no step. A killed one is cleared by the next command that writes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { plumblineProcess } from '#test/builders/plumbline-cli';
import { findInFiles } from '#test/builders/canaries';
import { temporaryFolder } from '#test/builders/temporary-vault';

const CLI = path.resolve(import.meta.dirname, '../../../../electron/cli/main.ts');
const FILES = 100;
const WORD = 'Canary-Zebedee';

/** Starts an import and stops it once some texts are stored. */
async function stoppedImport(signal: NodeJS.Signals) {
  const folder = temporaryFolder();
  const vault = path.join(folder, 'study.plumb');
  expect(plumblineProcess(['create', vault, '--name', 'Stopped']).code).toBe(0);
  mkdirSync(path.join(folder, 'in'));
  const files = Array.from({ length: FILES }, (_, index) => path.join(folder, 'in', `talk-${index}.txt`));
  for (const file of files) writeFileSync(file, `Interviewer: How was it?\nZeb: It was ${WORD}, nobody told me the price.\n`);
  const child = spawn(process.execPath, [CLI, 'import', vault, ...files], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part));
  const transcripts = path.join(vault, 'transcripts');
  const stored = (): number => (existsSync(transcripts) ? readdirSync(transcripts).length : 0);
  const ended = once(child, 'exit');
  await expect.poll(stored, { timeout: 30_000, interval: 5 }).toBeGreaterThan(2);
  child.kill(signal);
  const [code] = (await ended) as [number | null];
  return { vault, stored, code, said };
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s: nothing is left',
  async (signal) => {
    const { vault, stored, code, said } = await stoppedImport(signal);
    expect(code).toBe(1);
    expect(said).toContain('The import was stopped.');
    expect(stored()).toBe(0);
    expect(existsSync(path.join(vault, '.lock'))).toBe(false);
    expect(findInFiles([vault], [WORD])).toEqual([]);
    expect(plumblineProcess(['check', vault, '--json']).lines[0]).toMatchObject({ ok: true, seq: 0, problems: [], notes: [] });
  },
  60_000,
);

test('SIGKILL: check names what is left, the next command that writes removes it', async () => {
  const { vault, stored } = await stoppedImport('SIGKILL');
  expect(stored()).toBeGreaterThan(2);
  expect(plumblineProcess(['check', vault]).stdout).toMatch(/left by an import that was interrupted/);
  expect(plumblineProcess(['apply', vault], '{"edit":"createTag","input":{"name":"Price"}}\n').code).toBe(0);
  expect(stored()).toBe(0);
  expect(findInFiles([vault], [WORD])).toEqual([]);
}, 60_000);
