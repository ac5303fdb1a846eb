// Checks the types of every environment: shared code without page and Node, the core without a page, the page without Node, the tests.
import { runTool } from './run-tool.ts';

/** One project an environment; see its tsconfig.json for what exists there. */
const PROJECTS = ['shared', 'electron', 'electron/desktop', 'renderer', 'test'];

const runs = await Promise.all(
  PROJECTS.map(async (project) => ({ project, ...(await runTool('node_modules/typescript/bin/tsc', ['-p', project])) })),
);
// The same error shows in every project that reads the file.
const lines = new Set(runs.flatMap(({ output }) => output.split('\n')).filter((line) => line.trim() !== ''));
for (const line of lines) process.stdout.write(`${line}\n`);
const failed = runs.filter(({ ok }) => !ok).map(({ project }) => project);
process.stdout.write(failed.length === 0 ? `Types are right in ${PROJECTS.join(', ')}.\n` : `Types are wrong in ${failed.join(', ')}.\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
