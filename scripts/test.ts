// `npm test`: gates, build, unit, contract, component and end-to-end tests; goes on after a failure and ends with one line of sums.
//   npm test -- --only gates|unit|e2e
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { ensureChromium } from './ensure-chromium.ts';
import { runGates } from './gates.ts';
import { REPOSITORY, runTool } from './run-tool.ts';
import { playwrightResults, sumResults, type TestResults, vitestResults } from './test-results.ts';

const PARTS = ['gates', 'unit', 'e2e'] as const;
/** Longest a runner may take (ms). */
const RUNNER_LIMIT_MS = 12 * 60_000;
/** Lines shown of the page in which an end-to-end test failed. */
const SHOWN_LINES = 120;
const env = {
  // Each test of the command line starts it anew: with its sources compiled once, a start takes half as long.
  NODE_COMPILE_CACHE: path.join(REPOSITORY, '.cache/compiled'),
  // A log is read as plain text.
  ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' }),
};

const say = (text: string): void => void process.stdout.write(text);
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const wanted = PARTS.filter((part) => values.only === undefined || values.only === part);
if (wanted.length === 0) {
  say(`--only takes one of ${PARTS.join(', ')}.\n`);
  process.exit(2);
}

/** Outside of Playwright's own folder, which it empties. */
const reports = path.join(REPOSITORY, '.cache/reports');
mkdirSync(reports, { recursive: true });

const results: TestResults[] = [];
if (wanted.includes('gates')) results.push(await gates());
if (wanted.includes('unit') || wanted.includes('e2e')) results.push(await build());
if (wanted.includes('unit')) results.push(await unit());
if (wanted.includes('e2e')) results.push(await endToEnd());

const { passed, failed, skipped } = sumResults(results);
if (skipped.length > 0) say(`\nSkipped:\n${skipped.map((name) => `  ${name}\n`).join('')}`);
if (failed.length > 0) say(`\nFailed:\n${failed.map((name) => `  ${name}\n`).join('')}`);
say(`\n${skipped.length} skipped\n${passed} passed, ${failed.length} failed\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function gates(): Promise<TestResults> {
  say('\n== Gates\n');
  return sumResults((await runGates(say)).map(({ name, ok }) => one(`gate: ${name}`, ok)));
}

async function build(): Promise<TestResults> {
  say('\n== Build\n');
  const run = await runTool('node_modules/electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'], { env });
  if (!run.ok) say(run.output);
  say(`${run.ok ? 'built' : 'NOT built'} (${(run.ms / 1000).toFixed(1)} s)\n`);
  return one('gate: build', run.ok);
}

async function unit(): Promise<TestResults> {
  say('\n== Unit, contract, crash and component tests\n');
  const report = freshReport('vitest.json');
  await runTool('node_modules/vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
    show: true,
    limitMs: RUNNER_LIMIT_MS,
    env,
  });
  return vitestResults(readReport(report));
}

async function endToEnd(): Promise<TestResults> {
  say('\n== End-to-end tests\n');
  const missing = ensureChromium(say);
  if (missing !== null) {
    say(`${missing}\n`);
    return one(`end-to-end tests: ${missing}`, false);
  }
  const report = freshReport('playwright.json');
  const { ok } = await runTool('node_modules/@playwright/test/cli.js', ['test'], {
    show: true,
    limitMs: RUNNER_LIMIT_MS,
    env: { ...env, PLUMBLINE_REPORT: report },
  });
  if (!ok) showPages();
  return playwrightResults(readReport(report), ok);
}

/** What was on the screen when a test failed: a log is all that is left of a machine that is gone. */
function showPages(): void {
  for (const file of globSync(path.join(REPOSITORY, 'test-results/*/error-context.md'))) {
    const { 1: page = '' } = /^```yaml\n([\s\S]*?)^```/m.exec(readFileSync(file, 'utf8')) ?? [];
    say(`\n-- the page in ${path.basename(path.dirname(file))}\n${page.split('\n').slice(0, SHOWN_LINES).join('\n')}\n`);
  }
}

function one(name: string, ok: boolean): TestResults {
  return { passed: ok ? 1 : 0, failed: ok ? [] : [name], skipped: [] };
}

/** The path of a report that is not there yet, so that an old one is never counted. */
function freshReport(name: string): string {
  const file = path.join(reports, name);
  rmSync(file, { force: true });
  return file;
}

function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
