// A codebook as a table: its rows read into tags, and what each would come to in a study.
import { countNoun, foldForSearch } from '#shared/lib/text';
import { MOST_ALIASES, TAG_COLOURS, type Tag } from '#shared/model/records/tag';
import type { VaultReader } from '#shared/model/vault-state';

import { namesOfCell } from './names-cell.ts';
import { nearestColour } from './tag-colours.ts';

/** One tag of the table. A field that the table leaves empty is left out: nothing is emptied by it. */
export interface CodebookRow {
  /** Names from the top of the tree to the tag. */
  path: string[];
  definition?: string | undefined;
  whenToUse?: string | undefined;
  whenNotToUse?: string | undefined;
  /** Other names; they are added to those that a tag has. */
  aliases?: string[] | undefined;
  colour?: number | undefined;
}

/** Tags that one table may have, and names above one another. */
export const MOST_ROWS = 5000;
export const MOST_LEVELS = 20;
const LONGEST_NAME = 300;
/** New tags that the report calls by their names. */
const MOST_NAMED = 100;
const LONGEST_TEXT = 100_000;

const HEADINGS = {
  path: ['tag', 'path', 'code', 'tag path', 'code path', 'category', 'theme'],
  name: ['name', 'tag name', 'code name', 'label', 'title'],
  parent: ['parent', 'parent tag', 'parent code', 'group', 'inside'],
  definition: ['definition', 'description', 'meaning', 'comment', 'memo', 'notes'],
  whenToUse: ['when to use', 'use', 'inclusion', 'inclusion criteria'],
  whenNotToUse: ['when not to use', 'not', 'exclusion', 'exclusion criteria'],
  aliases: ['other names', 'aliases', 'alias', 'also called', 'synonyms', 'synonym'],
  colour: ['colour', 'color'],
} as const;
type Column = keyof typeof HEADINGS;

export interface CodebookReading {
  rows: CodebookRow[];
  /** Why rows of the table were left out, as finished sentences. */
  leaves: string[];
}

/** Reads the rows of a table, heading first; null when no column of its heading names tags. Row numbers count the heading as 1. */
export function readCodebookTable(table: readonly (readonly string[])[]): CodebookReading | null {
  const [heading = [], ...body] = table;
  const columns = columnsOf(heading);
  if (columns.path === undefined && columns.name === undefined) return null;
  const reading: CodebookReading = { rows: [], leaves: [] };
  const seen = new Set<string>();
  for (const [at, cells] of body.slice(0, MOST_ROWS).entries()) {
    const cell = (column: Column): string => plainCell(cells[columns[column] ?? -1] ?? '').slice(0, LONGEST_TEXT);
    const path = pathOf(cell);
    const fault = faultOf(path, seen);
    if (fault === null) {
      seen.add(keyOf(path));
      reading.rows.push(rowOf(path, cell, aliasesOf(path, cells[columns.aliases ?? -1] ?? '')));
    } else reading.leaves.push(`Row ${at + 2} ${fault}.`);
  }
  if (body.length > MOST_ROWS) reading.leaves.push(`Rows after the first ${MOST_ROWS.toLocaleString('en')} are not read.`);
  return reading;
}

function columnsOf(heading: readonly string[]): { [C in Column]?: number } {
  const names = heading.map((cell) => foldForSearch(cell).replaceAll('_', ' ').trim());
  const found: { [C in Column]?: number } = {};
  for (const column of Object.keys(HEADINGS) as Column[]) {
    const at = names.findIndex((name) => (HEADINGS[column] as readonly string[]).includes(name));
    if (at >= 0) found[column] = at;
  }
  return found;
}

/** Names that a tag may have, without its own. */
function aliasesOf(path: readonly string[], cell: string): string[] {
  const own = foldForSearch(path.at(-1) ?? '');
  const names = namesOfCell(withoutApostrophe(cell).slice(0, LONGEST_TEXT));
  return names.filter((name) => name.length <= LONGEST_NAME && foldForSearch(name) !== own).slice(0, MOST_ALIASES);
}

/** Without the apostrophe that an export puts before what a spreadsheet would take for a formula. */
const withoutApostrophe = (cell: string): string => (/^'[=+\-@]/u.test(cell) ? cell.slice(1) : cell);

const plainCell = (cell: string): string => withoutApostrophe(cell).trim();

/** `Pricing > Surprise`, with the separators that other tools write as well; otherwise the parent and the name. */
function pathOf(cell: (column: Column) => string): string[] {
  const whole = cell('path') || [cell('parent'), cell('name')].filter((part) => part !== '').join(' > ');
  return whole
    .replaceAll('›', ' > ')
    .replaceAll('::', ' > ')
    .replaceAll('\\', ' > ')
    .split(' > ')
    .map((name) => name.replace(/\s/gu, ' ').trim())
    .filter((name) => name !== '');
}

function faultOf(path: readonly string[], seen: ReadonlySet<string>): string | null {
  if (path.length === 0) return 'names no tag';
  if (path.length > MOST_LEVELS) return `lies more than ${MOST_LEVELS} tags deep`;
  if (path.some((name) => name.length > LONGEST_NAME)) return `has a name of more than ${LONGEST_NAME} letters`;
  return seen.has(keyOf(path)) ? `names “${path.join(' > ')}” a second time` : null;
}

const keyOf = (path: readonly string[]): string => path.map((name) => foldForSearch(name)).join('\n');

function rowOf(path: string[], cell: (column: Column) => string, aliases: string[]): CodebookRow {
  const colour = colourNumber(cell('colour'));
  return {
    path,
    ...(cell('definition') === '' ? {} : { definition: cell('definition') }),
    ...(cell('whenToUse') === '' ? {} : { whenToUse: cell('whenToUse') }),
    ...(cell('whenNotToUse') === '' ? {} : { whenNotToUse: cell('whenNotToUse') }),
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(colour === null ? {} : { colour }),
  };
}

/** A number of our palette, or the nearest to a web colour. */
function colourNumber(text: string): number | null {
  if (/^\d{1,2}$/u.test(text)) return Number(text) >= 1 && Number(text) <= TAG_COLOURS ? Number(text) : null;
  return text === '' ? null : nearestColour(text);
}

export const ROW_FIELDS = ['definition', 'whenToUse', 'whenNotToUse', 'aliases', 'colour'] as const;

export interface PlannedRow {
  row: CodebookRow;
  /** The tag that is there already. */
  tag: Tag | null;
  /** What the row would change of it. */
  fields: (typeof ROW_FIELDS)[number][];
}

/** What each row comes to in this study. Tags are the same by their path; capitals and accents do not count. */
export function planCodebook(reader: VaultReader, rows: readonly CodebookRow[]): PlannedRow[] {
  const byPath = new Map<string, Tag>();
  for (const tag of reader.all('tags').values()) byPath.set(keyOf(namesTo(reader, tag)), tag);
  return rows.map((row) => {
    const tag = byPath.get(keyOf(row.path)) ?? null;
    const given = tag && row.aliases ? { ...row, aliases: withAliases(tag, row.aliases) } : row;
    const isNew = (field: (typeof ROW_FIELDS)[number]): boolean => given[field] !== undefined && !isSame(given[field], tag?.[field]);
    return { row: given, tag, fields: tag ? ROW_FIELDS.filter(isNew) : [] };
  });
}

/** Names that it has, then those that are further ones. */
function withAliases(tag: Tag, further: readonly string[]): string[] {
  const there = tag.aliases ?? [];
  const known = new Set([tag.name, ...there].map(foldForSearch));
  return [...there, ...further.filter((name) => !known.has(foldForSearch(name)))].slice(0, MOST_ALIASES);
}

function isSame(given: unknown, there: unknown): boolean {
  return Array.isArray(given) ? JSON.stringify(given) === JSON.stringify(there ?? []) : given === there;
}

function namesTo(reader: VaultReader, tag: Tag): string[] {
  const names: string[] = [];
  for (let above: Tag | undefined = tag; above && names.length < 1000;) {
    names.unshift(above.name);
    above = above.parentId === null ? undefined : reader.get('tags', above.parentId);
  }
  return names;
}

/** The three parts of the report: new tags, tags that change, and what stays as it is. */
export function reportCodebook(
  plan: readonly PlannedRow[],
  leaves: readonly string[],
): { brings: string[]; changes: string[]; leaves: string[] } {
  const words = {
    definition: 'definition',
    whenToUse: 'when to use',
    whenNotToUse: 'when not to use',
    aliases: 'list of other names',
    colour: 'colour',
  } as const;
  const added = plan.filter(({ tag }) => tag === null);
  const same = plan.filter(({ tag, fields }) => tag !== null && fields.length === 0).length;
  const named = added.slice(0, MOST_NAMED).map(({ row }) => row.path.join(' › '));
  const more = added.length > MOST_NAMED ? [`and ${added.length - MOST_NAMED} more`] : [];
  return {
    brings: added.length === 0 ? [] : [countNoun(added.length, 'new tag', 'new tags'), ...named, ...more],
    changes: plan
      .filter(({ fields }) => fields.length > 0)
      .map(({ row, fields }) => `“${row.path.join(' › ')}” gets another ${fields.map((field) => words[field]).join(', ')}.`),
    leaves: [...(same === 0 ? [] : [`${countNoun(same, 'tag is', 'tags are')} the same here already.`]), ...leaves],
  };
}
