// `import-stories`: stories, complaints or answers from a table, a source a row, as one step.
import path from 'node:path';

import { addStories, readStoryTable } from '#core/services/stories';
import type { Vault } from '#core/vault/vault';
import { guessStoryColumns, headingsOf, looksHeaded } from '#shared/domain/sources/story-columns';
import { storiesOf, type StoryReading, type StoryRow } from '#shared/domain/sources/story-rows';
import { STORY_KINDS, type StorySheet } from '#shared/model/story';
import { AppError } from '#shared/lib/app-error';
import { countNoun } from '#shared/lib/text';

import type { CliCommand, CommandLine } from '../command-line.ts';
import { untilStopped } from '../until-stopped.ts';
import { readGivenFile } from './read-file.ts';
import { encodingOption } from './read-options.ts';
import { columnsTold } from './story-options.ts';

export const importStoriesFile: CliCommand = {
  usage:
    'import-stories <vault> <file.csv|file.xlsx> --kind <kind> [--columns words=Text,who=Customer,day=Date,title=Subject,fact=Channel,unused=E-mail] [--heading|--no-heading] [--sheet <n>] [--encoding utf-8|windows-1252|utf-16le|…] [--report] [--json]',
  least: 2,
  run: (line) => untilStopped((signal) => line.withVault((vault) => importStories(vault, line, signal))),
};

async function importStories(vault: Vault, line: CommandLine, signal: AbortSignal): Promise<void> {
  const file = line.words[1] ?? '';
  const bytes = await readGivenFile(file);
  const table = await readStoryTable(line.background, file, bytes, encodingOption(line.options));
  for (const warning of table.warnings) line.say(warning);
  const sheet = sheetTold(line, table.sheets) ?? table.sheets[table.largest] ?? { name: '', rows: [], lines: [] };
  const rows = storiesOf(sheet, readingOf(line, sheet));
  const stories = rows.flatMap((row) => ('story' in row ? [row.story] : []));
  const only = line.options['report'] === true;
  const origin = { fileName: path.basename(file), newId: line.newId };
  const ids = only || stories.length === 0 ? [] : await addStories(vault, stories, origin, { signal, report: () => undefined });
  printRows(line, rows, ids);
}

/** How the rows are read: what was said, and what is guessed for the rest. @throws AppError('bad-input') without a column of words. */
function readingOf(line: CommandLine, sheet: StorySheet): StoryReading {
  const kind = STORY_KINDS.find((each) => each === line.options['kind']);
  if (!kind) throw new AppError('bad-input', `Say what the rows are: --kind and one of ${STORY_KINDS.join(', ')}.`);
  const told = { heading: line.options['heading'] === true, none: line.options['no-heading'] === true };
  const headed = told.heading || (!told.none && looksHeaded(sheet));
  if (!headed && !told.none) line.say('The first row does not look like headings, so it is taken for a story.');
  const headings = headingsOf(sheet, headed);
  const guessed = guessStoryColumns(sheet, kind, headed);
  const choice = line.options['columns'];
  const columns = typeof choice === 'string' ? columnsTold(choice, guessed, headings, kind) : guessed;
  if (!columns.some(({ use }) => use === 'words'))
    throw new AppError('bad-input', 'Say which column holds the words: --columns words=<heading>. Nothing was imported.');
  const unused = columns.flatMap(({ use }, at) => (use === 'unused' ? [headings[at] ?? ''] : []));
  if (unused.length > 0) line.say(`${countNoun(unused.length, 'column is', 'columns are')} left out: ${unused.join(', ')}.`);
  return { kind, headed, columns };
}

function sheetTold(line: CommandLine, sheets: readonly StorySheet[]): StorySheet | null {
  const told = line.options['sheet'];
  if (typeof told !== 'string') return null;
  const sheet = sheets[Number(told) - 1] ?? sheets.find(({ name }) => name.trim().toLowerCase() === told.trim().toLowerCase());
  if (!sheet) throw new AppError('bad-input', `There is no sheet “${told}”. There are: ${sheets.map(({ name }) => name).join(', ')}.`);
  return sheet;
}

/** One line a row: the source that it became, or why it is none. */
function printRows(line: CommandLine, rows: readonly StoryRow[], ids: readonly string[]): void {
  let next = 0;
  for (const { row, line: at, ...read } of rows) {
    if ('error' in read) {
      line.failed();
      line.print({ row, line: at, ok: false, error: read.error }, `row ${row} (line ${at}): ${read.error}`);
    } else {
      const source = ids[next++] ?? null;
      const { title, heldOn, who, facts } = read.story;
      line.print(
        { row, line: at, ok: true, source, title, heldOn, who, facts },
        `row ${row}: ${source ?? 'not imported, only reported'} ${title}`,
      );
    }
  }
}
