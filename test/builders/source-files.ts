// Reads the repository's own files for the gates that look at how they are written.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parseAst } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Made by tools, or not ours. */
const NOT_OURS = new Set(['node_modules', 'out', 'dist', 'coverage', 'test-results', 'playwright-report', '.git', '.cache']);

export interface SourceFile {
  /** Path below the repository, with "/". */
  file: string;
  text: string;
}

/** Every file of ours below these folders whose name matches; all folders by default. */
export function sourceFiles(pattern: RegExp, folders: readonly string[] = ['.']): SourceFile[] {
  return folders
    .flatMap((folder) => filesBelow(folder))
    .filter((file) => pattern.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }));
}

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(file);
    return entry.isFile() ? [file] : [];
  });
}

/** A node of the syntax tree, as far as the gates look at it. */
export type SyntaxNode = { type: string; start: number; end: number } & Record<string, unknown>;

/** The top-level statements of a TypeScript file. @throws Error when it does not parse. */
export function statementsOf({ file, text }: SourceFile): SyntaxNode[] {
  const { body } = parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' });
  return body as unknown as SyntaxNode[];
}

/** A node and everything below it. */
export function* nodesBelow(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const value of Object.values(node)) {
    for (const inner of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof inner === 'object' && inner !== null && typeof (inner as SyntaxNode).type === 'string')
        yield* nodesBelow(inner as SyntaxNode);
    }
  }
}
