// How a file is to be read, from the options of the command line; what is not given is found or guessed.
import { AppError } from '#shared/lib/app-error';
import type { TableChoice } from '#shared/model/table';
import { TEXT_ENCODINGS, type TextEncoding, TRANSCRIPT_FORMATS } from '#shared/model/transcript';
import type { SourceFileOptions } from '#core/intake/read-source-file';

import type { CommandArguments } from '../command-line.ts';

/** Part of the usage lines of `inspect` and `import`. */
export const READ_USAGE =
  '[--as <format>] [--encoding utf-8|windows-1252|utf-16le|…] [--lenient] [--sheet <n>] [--heading|--no-heading] [--rows turns|respondents] [--speaker <n>] [--text <n>] [--start <n>] [--end <n>] [--respondent <n>] [--questions <n,n…>]';

/** @throws AppError('bad-input') with a sentence when an option makes no sense. Columns and sheets are counted from 1. */
export function readOptions({ options }: Pick<CommandArguments, 'options'>): SourceFileOptions {
  const wanted = options['as'];
  const format = TRANSCRIPT_FORMATS.find((each) => each === wanted);
  if (wanted !== undefined && format === undefined) {
    throw new AppError('bad-input', `There is no format “${String(wanted)}”. There are: ${TRANSCRIPT_FORMATS.join(', ')}.`);
  }
  return { format, encoding: encodingOption(options), lenient: options['lenient'] === true, table: tableChoice(options) };
}

/** Undefined: as the file says, or as it looks. @throws AppError('bad-input') for a name that is none. */
export function encodingOption(options: CommandArguments['options']): TextEncoding | undefined {
  const wanted = options['encoding'];
  if (wanted === undefined) return undefined;
  const encoding = TEXT_ENCODINGS.find((each) => each === wanted);
  if (!encoding) throw new AppError('bad-input', `--encoding takes one of ${TEXT_ENCODINGS.join(', ')}.`);
  return encoding;
}

function tableChoice(options: CommandArguments['options']): TableChoice {
  const sheet = columnOf(options, 'sheet');
  const heading = options['heading'] === true ? true : options['no-heading'] === true ? false : undefined;
  const text = columnOf(options, 'text');
  const questions = columnsOf(options, 'questions');
  const rows = rowKind(options['rows']) ?? (text !== null ? 'turns' : questions.length > 0 ? 'respondents' : undefined);
  const chosen: TableChoice = { sheet: sheet ?? undefined, heading, rows };
  if (rows === 'turns' && text !== null) {
    const [speaker, start, end] = [columnOf(options, 'speaker'), columnOf(options, 'start'), columnOf(options, 'end')];
    return { ...chosen, columns: { rows, speaker, text, start, end } };
  }
  if (rows === 'respondents' && questions.length > 0)
    return { ...chosen, columns: { rows, name: columnOf(options, 'respondent'), questions } };
  return chosen;
}

function rowKind(value: string | boolean | undefined): 'turns' | 'respondents' | undefined {
  if (value === undefined || value === 'turns' || value === 'respondents') return value;
  throw new AppError('bad-input', 'What a row is (--rows) can be “turns” or “respondents”.');
}

function columnOf(options: CommandArguments['options'], name: string): number | null {
  return columnsOf(options, name)[0] ?? null;
}

function columnsOf(options: CommandArguments['options'], name: string): number[] {
  const value = options[name];
  if (typeof value !== 'string') return [];
  return value.split(',').map((part) => {
    const number = Number(part.trim());
    if (Number.isInteger(number) && number >= 1 && number <= 10_000) return number - 1;
    throw new AppError('bad-input', `The option --${name} takes numbers, counted from 1, not “${part.trim()}”.`);
  });
}
