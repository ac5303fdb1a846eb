// `import-stories`: stories, complaints or answers from a table, a source a row, as one step.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { addStories, readStoryTable } from '#core/services/stories';
import type { Vault } from '#core/vault/vault';
import { storiesOf } from '#shared/domain/sources/story-rows';
import { STORY_COLUMNS, STORY_KINDS, type StoryColumns, type StoryKind } from '#shared/model/story';
import { AppError } from '#shared/lib/app-error';

import type { CliCommand, CommandLine } from '../command-line.ts';
import { untilStopped } from '../until-stopped.ts';

export const importStoriesFile: CliCommand = {
  usage: 'import-stories <vault> <file.csv> --kind <kind> [--columns words=Text,who=Customer,day=Date,title=Subject] [--report] [--json]',
  least: 2,
  run: (line) => untilStopped((signal) => line.withVault((vault) => importStories(vault, line, signal))),
};

async function importStories(vault: Vault, line: CommandLine, signal: AbortSignal): Promise<void> {
  const file = line.words[1] ?? '';
  const kind = STORY_KINDS.find((each) => each === line.options['kind']);
  if (!kind) throw new AppError('bad-input', `Say what the rows are: --kind and one of ${STORY_KINDS.join(', ')}.`);
  const bytes = await readFile(file).catch(() => {
    throw new AppError('not-found', `The file ${file} cannot be read.`);
  });
  const table = await readStoryTable(line.background, file, bytes);
  for (const warning of table.warnings) line.say(warning);
  const columns = { ...table.columns, ...columnsTold(line, table.rows[0] ?? []) };
  if (columns.words === null)
    throw new AppError('bad-input', `Say which column of “${table.fileName}” holds the words: --columns words=<heading>.`);
  const rows = storiesOf(table.rows, columns, kind satisfies StoryKind);
  const stories = rows.flatMap((row) => ('story' in row ? [row.story] : []));
  const only = line.options['report'] === true;
  const origin = { fileName: path.basename(file), newId: line.newId };
  const ids = only || stories.length === 0 ? [] : await addStories(vault, stories, origin, { signal, report: () => undefined });
  let next = 0;
  for (const row of rows) {
    if ('error' in row) {
      line.failed();
      line.print({ row: row.row, ok: false, error: row.error }, `row ${row.row}: ${row.error}`);
    } else {
      const source = ids[next++] ?? null;
      const { title, heldOn, who, facts } = row.story;
      line.print(
        { row: row.row, ok: true, source, title, heldOn, who, facts },
        `row ${row.row}: ${source ?? 'not imported, only reported'} ${title}`,
      );
    }
  }
}

/** Columns by their headings, as the person names them. */
function columnsTold(line: CommandLine, heading: readonly string[]): Partial<StoryColumns> {
  const told = line.options['columns'];
  if (typeof told !== 'string') return {};
  const pairs = told.split(',').map((pair) => {
    const [use = '', ...name] = pair.split('=');
    const column = STORY_COLUMNS.find((each) => each === use.trim());
    const at = heading.findIndex((cell) => cell.trim().toLowerCase() === name.join('=').trim().toLowerCase());
    if (!column) throw new AppError('bad-input', `--columns takes ${STORY_COLUMNS.join(', ')}, not “${use.trim()}”.`);
    if (at < 0) throw new AppError('bad-input', `There is no column called “${name.join('=').trim()}”. There are: ${heading.join(', ')}.`);
    return [column, at] as const;
  });
  return Object.fromEntries(pairs);
}
