// The built program for tests that look at what is shipped; built first when it is missing or older than the sources.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

import { parseAst } from 'vite';

import { isBuilt } from '../../scripts/build-state.ts';

export const REPOSITORY = path.resolve(import.meta.dirname, '../..');

/** A node of the syntax tree, as far as these tests look at it. */
export type Node = { type: string } & Record<string, unknown>;

/** Builds when needed; test files that run side by side wait for one another. @throws Error with the builder's own words when the sources do not build. */
export function ensureBuilt(): void {
  const lock = path.join(REPOSITORY, 'node_modules', '.plumbline-build');
  while (!isBuilt(REPOSITORY)) {
    if (!takeLock(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    else {
      try {
        build();
        return;
      } finally {
        rmSync(lock, { recursive: true, force: true });
      }
    }
  }
}

/** A lock that a killed run left behind counts for two minutes. */
function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > 120_000) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function build(): void {
  const tool = path.join(REPOSITORY, 'node_modules/electron-vite/bin/electron-vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, 'build', '--logLevel', 'warn'], {
    cwd: REPOSITORY,
    encoding: 'utf8',
    // The test runner's own mode would make a development build of React.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error(`The sources do not build:\n${stdout}${stderr}`);
}

export interface BuiltModule {
  /** Path below the repository. */
  file: string;
  text: string;
  nodes: Node[];
}

/** An entry of out/ and every file of ours that it imports. */
export function builtModules(entry: string): BuiltModule[] {
  const modules = new Map<string, BuiltModule>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (modules.has(file)) continue;
    const text = readFileSync(path.join(REPOSITORY, file), 'utf8');
    const module: BuiltModule = { file, text, nodes: [...walk(parseAst(text) as unknown as Node)] };
    modules.set(file, module);
    for (const name of importsOf(module)) if (name.startsWith('.')) waiting.push(path.posix.join(path.posix.dirname(file), name));
  }
  return [...modules.values()];
}

/** What a module asks for by name: import, export from, import() and require() with a literal. */
export function importsOf({ nodes }: BuiltModule): string[] {
  return nodes.flatMap((node) => {
    const called = node.type === 'ImportExpression' || (node.type === 'CallExpression' && (node['callee'] as Node)['name'] === 'require');
    const declared = /^(?:Import|ExportNamed|ExportAll)Declaration$/.test(node.type);
    const source = declared || node.type === 'ImportExpression' ? node['source'] : called ? (node['arguments'] as Node[])[0] : null;
    const value = (source as Node | null | undefined)?.['value'];
    return typeof value === 'string' ? [value] : [];
  });
}

/** Calls of `object.method(...)` in the given modules. */
export function methodCalls(modules: readonly BuiltModule[], object: string | null, method: string): Node[] {
  return modules
    .flatMap(({ nodes }) => nodes)
    .filter((node) => {
      if (node.type !== 'CallExpression') return false;
      const callee = node['callee'] as Node;
      if (callee.type !== 'MemberExpression' || (callee['property'] as Node)['name'] !== method) return false;
      const target = callee['object'] as Node;
      return object === null || target['name'] === object || (target['property'] as Node | undefined)?.['name'] === object;
    });
}

/** Every name that stands in the code, as a variable or as a property. */
export function namesIn(modules: readonly BuiltModule[]): Set<string> {
  return new Set(modules.flatMap(({ nodes }) => nodes.filter((node) => node.type === 'Identifier').map((node) => String(node['name']))));
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const inner of Array.isArray(value) ? value : [value]) {
      if (typeof inner === 'object' && inner !== null && typeof (inner as Node).type === 'string') yield* walk(inner as Node);
    }
  }
}
