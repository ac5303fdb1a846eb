// Every regular expression that stands in our sources, with its place.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parseAst } from 'vite';

import type { Node } from './built-output.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface SourceRegex {
  /** File below the repository and line. */
  place: string;
  regex: RegExp;
}

/** Literals of all .ts and .tsx files below the given folders, and `new RegExp` of literal texts. */
export function regexesOf(folders: readonly string[]): SourceRegex[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .flatMap((name) => regexesIn(path.join(folder, name))),
  );
}

function regexesIn(file: string): SourceRegex[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const found: SourceRegex[] = [];
  const walk = (node: Node): void => {
    const literal = node['regex'] as { pattern: string; flags: string } | undefined;
    if (node.type === 'Literal' && literal) {
      const line = text.slice(0, node['start'] as number).split('\n').length;
      found.push({ place: `${file}:${line}`, regex: new RegExp(literal.pattern, literal.flags.replace(/[gy]/g, '')) });
    }
    for (const value of Object.values(node)) {
      for (const inner of Array.isArray(value) ? value : [value]) {
        if (typeof inner === 'object' && inner !== null && typeof (inner as Node).type === 'string') walk(inner as Node);
      }
    }
  };
  walk(parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node);
  return found;
}
