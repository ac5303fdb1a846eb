// Everything a project file of another tool holds, as plain data: what the worker reads and the core plans an import with.
import type { ExchangeProject } from '#shared/domain/exchange/project';
import type { SourceText } from '#shared/domain/exchange/source-records';

import { readPackage } from './read-package.ts';
import { readTaguette } from './read-taguette.ts';
import { isSqlite } from './sqlite-file.ts';

export interface ReadExchange {
  project: ExchangeProject;
  /** Text of each source, by its key. */
  texts: Map<string, SourceText>;
  /** Content of our own side file: its JSON; 'other' when another tool changed the project since it was written. */
  side: { content: unknown } | 'other' | null;
}

/** Reads REFI-QDA packages, projects and codebooks and Taguette databases, told apart by their bytes. @throws AppError('unreadable-file') */
export async function readExchange(fileName: string, bytes: Uint8Array): Promise<ReadExchange> {
  if (isSqlite(bytes)) {
    const project = readTaguette(fileName, bytes);
    return {
      project,
      texts: new Map(project.sources.map((source) => [source.key, { raw: source.content ?? '', encoding: 'utf-8' }])),
      side: null,
    };
  }
  const { project, side, textOf } = await readPackage(fileName, bytes);
  const texts = new Map<string, SourceText>();
  for (const source of project.sources) texts.set(source.key, await textOf(source));
  return {
    project,
    texts,
    side: side instanceof Uint8Array ? { content: parseSide(side) } : side,
  };
}

/** The JSON of our side file, null when it is none: who plans the import says that it is damaged. */
function parseSide(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}
