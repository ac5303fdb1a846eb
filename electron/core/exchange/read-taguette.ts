// Reads a Taguette database (.sqlite3): documents, tags and highlights, as a project in neutral form.
import { guidFrom } from '#shared/domain/exchange/guids';
import type { ExchangeProject, ProjectCode, ProjectSource } from '#shared/domain/exchange/project';
import { unreadableFile } from '#shared/domain/transcript/unreadable-file';
import { countNoun } from '#shared/lib/text';

import { htmlText } from './html-text.ts';
import { openSqlite, type SqliteFile, SqliteFault, type SqliteRow } from './sqlite-file.ts';

const NEEDED = ['projects', 'documents', 'tags', 'highlights', 'highlight_tags'];

/**
 * All projects of the file as one. Highlights count in UTF-8 bytes of the document's text.
 * @throws AppError('unreadable-file') when it is no Taguette database, or damaged.
 */
export function readTaguette(fileName: string, bytes: Uint8Array): ExchangeProject {
  try {
    const file = openSqlite(bytes);
    const missing = NEEDED.filter((table) => !file.tables.includes(table));
    if (missing.length > 0) {
      throw unreadableFile(
        fileName,
        'it is a database, but not one of Taguette',
        'Plumbline reads databases of Taguette (.sqlite3) and projects in the REFI-QDA form (.qdpx), which most tools can export.',
      );
    }
    return readDatabase(fileName, file);
  } catch (error) {
    if (!(error instanceof SqliteFault) && !(error instanceof RangeError)) throw error;
    const why = error instanceof SqliteFault ? error.message : 'its end is missing';
    throw unreadableFile(fileName, `it is damaged: ${why}`, 'Export the project from Taguette again.');
  }
}

function readDatabase(fileName: string, file: SqliteFile): ExchangeProject {
  const projects = file.rows('projects');
  const seeds = new Map(projects.map((row) => [Number(row['id']), `taguette/${textOf(row, 'name')}/${textOf(row, 'created')}`]));
  const guid = (project: number, kind: string, id: number): string => guidFrom(`${seeds.get(project) ?? 'taguette'}/${kind}/${id}`);
  const tags = file.rows('tags');
  const codeOf = new Map(tags.map((row) => [Number(row['id']), guid(Number(row['project_id']), 'tag', Number(row['id']))]));
  const tagsOf = Map.groupBy(file.rows('highlight_tags'), (row) => Number(row['highlight_id']));
  const highlightsOf = Map.groupBy(file.rows('highlights'), (row) => Number(row['document_id']));
  const oddities: string[] = [];
  const lost = { count: 0 };
  const sources = file.rows('documents').map((row) => {
    const project = Number(row['project_id']);
    const own = { guidOf: (kind: string, id: number) => guid(project, kind, id), codeOf, tagsOf, lost };
    return readDocument(row, highlightsOf.get(Number(row['id'])) ?? [], own);
  });
  if (projects.length > 1) oddities.push(`The file holds ${projects.length} projects of Taguette; they come in together.`);
  if (lost.count > 0)
    oddities.push(
      `${countNoun(lost.count, 'highlight lies', 'highlights lie')} outside of the document and ${lost.count === 1 ? 'is' : 'are'} left out.`,
    );
  return {
    kind: 'project',
    name: projects.length === 1 ? textOf(projects[0], 'name') : fileName.replace(/\.[^.]*$/, ''),
    origin: 'Taguette',
    description: projects
      .map((row) => textOf(row, 'description'))
      .filter((text) => text.trim() !== '')
      .join('\n\n'),
    users: [],
    codes: tags.map((row) => readTag(row, codeOf)),
    variables: new Map(),
    cases: [],
    sources,
    notes: [],
    projectNotes: [],
    sets: [],
    links: 0,
    graphs: 0,
    otherSelections: { picture: 0, audio: 0, video: 0, transcript: 0 },
    oddities,
  };
}

function readTag(row: SqliteRow, codeOf: ReadonlyMap<number, string>): ProjectCode {
  const guid = codeOf.get(Number(row['id'])) ?? '';
  return {
    key: guid,
    guid,
    name: textOf(row, 'path'),
    description: textOf(row, 'description'),
    colour: null,
    codable: true,
    parent: null,
    notes: [],
  };
}

interface Lookup {
  guidOf(kind: string, id: number): string;
  codeOf: ReadonlyMap<number, string>;
  tagsOf: ReadonlyMap<number, SqliteRow[]>;
  lost: { count: number };
}

function readDocument(row: SqliteRow, highlights: readonly SqliteRow[], { guidOf, codeOf, tagsOf, lost }: Lookup): ProjectSource {
  const guid = guidOf('document', Number(row['id']));
  const html = htmlText(textOf(row, 'contents'));
  const at = timeText(textOf(row, 'created'));
  return {
    key: guid,
    guid,
    kind: 'text',
    name: textOf(row, 'name') || textOf(row, 'filename'),
    description: textOf(row, 'description'),
    path: null,
    otherPath: textOf(row, 'filename'),
    content: html.text,
    areas: [],
    codings: [],
    notes: [],
    at,
    variables: [],
    selections: highlights.flatMap((highlight) => {
      const start = html.fromBytes(Number(highlight['start_offset']), false);
      const end = html.fromBytes(Number(highlight['end_offset']), true);
      if (start === null || end === null || end < start) {
        lost.count += 1;
        return [];
      }
      const id = guidOf('highlight', Number(highlight['id']));
      const codings = (tagsOf.get(Number(highlight['id'])) ?? []).map((tag) => ({
        code: codeOf.get(Number(tag['tag_id'])) ?? '',
        user: null,
        at: null,
        notes: [],
      }));
      return [{ key: id, guid: id, name: '', description: '', start, end, codings, notes: [], user: null, at: null }];
    }),
  };
}

function textOf(row: SqliteRow | undefined, column: string): string {
  const value = row?.[column];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** `2022-02-16 14:19:40.661560` as an XML date and time. */
const timeText = (text: string): string =>
  text
    .trim()
    .replace(' ', 'T')
    .replace(/(\.\d{3})\d*$/, '$1');
