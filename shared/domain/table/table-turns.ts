// Makes turns of the rows of a table, as its columns were mapped.
import { countNoun } from '#shared/lib/text';
import type { RespondentColumns, TableColumns, TurnColumns } from '#shared/model/table';
import type { Turn } from '#shared/model/transcript';

import { readCellTime } from './column-words.ts';

/** The label of what a survey asks: its role is known by this word. */
export const QUESTION_LABEL = 'Question';

export interface TableTurns {
  turns: Turn[];
  /** Finished sentences for a person. */
  warnings: string[];
}

/**
 * One row a turn: its text, speaker and times (ms). One row a respondent: for each question that was answered a turn of
 * “Question” with the heading and a turn of the respondent with the answer; respondents without a name are numbered by their row,
 * and equal names are told apart. Rows and answers without words are left out and counted.
 * @param headings as many as there are columns. @param rows without the headings.
 */
export function tableTurns(headings: readonly string[], rows: readonly (readonly string[])[], columns: TableColumns): TableTurns {
  return columns.rows === 'turns' ? rowsAsTurns(headings, rows, columns) : rowsAsRespondents(headings, rows, columns);
}

function rowsAsTurns(headings: readonly string[], rows: readonly (readonly string[])[], columns: TurnColumns): TableTurns {
  const turns: Turn[] = [];
  let empty = 0;
  let unread = 0;
  const timeOf = (row: readonly string[], column: number | null): number | null => {
    const value = column === null ? '' : (row[column] ?? '').trim();
    const ms = value === '' ? null : readCellTime(value, headings[column ?? 0] ?? '');
    if (value !== '' && ms === null) unread += 1;
    return ms;
  };
  for (const row of rows) {
    const text = cleanText(row[columns.text] ?? '');
    if (text === '') {
      empty += 1;
      continue;
    }
    const speaker = columns.speaker === null ? '' : cleanLabel(row[columns.speaker] ?? '');
    turns.push({ speaker: speaker === '' ? null : speaker, startMs: timeOf(row, columns.start), endMs: timeOf(row, columns.end), text });
  }
  const warnings: string[] = [];
  if (empty > 0) warnings.push(`${countNoun(empty, 'row', 'rows')} without words ${empty === 1 ? 'was' : 'were'} left out.`);
  if (unread > 0) warnings.push(`${countNoun(unread, 'time', 'times')} could not be read and ${unread === 1 ? 'was' : 'were'} left out.`);
  if (columns.speaker === null && turns.length > 0) warnings.push('No column names the speakers.');
  return { turns, warnings };
}

function rowsAsRespondents(headings: readonly string[], rows: readonly (readonly string[])[], columns: RespondentColumns): TableTurns {
  const turns: Turn[] = [];
  const taken = new Set([QUESTION_LABEL]);
  let silent = 0;
  let unanswered = 0;
  let doubled = 0;
  for (const [at, row] of rows.entries()) {
    const answers = columns.questions.map((question) => ({ question, text: cleanText(row[question] ?? '') }));
    const given = answers.filter((answer) => answer.text !== '');
    if (given.length === 0) {
      silent += 1;
      continue;
    }
    unanswered += answers.length - given.length;
    const name = (columns.name === null ? '' : cleanLabel(row[columns.name] ?? '')) || `Respondent ${at + 1}`;
    const label = untaken(name, taken);
    if (label !== name) doubled += 1;
    taken.add(label);
    for (const { question, text } of given) {
      turns.push({
        speaker: QUESTION_LABEL,
        startMs: null,
        endMs: null,
        text: cleanText(headings[question] ?? '') || `Column ${question + 1}`,
      });
      turns.push({ speaker: label, startMs: null, endMs: null, text });
    }
  }
  const warnings: string[] = [];
  if (silent > 0)
    warnings.push(
      `${countNoun(silent, 'respondent', 'respondents')} without any answer in these columns ${silent === 1 ? 'was' : 'were'} left out.`,
    );
  if (unanswered > 0)
    warnings.push(`${countNoun(unanswered, 'question', 'questions')} without an answer ${unanswered === 1 ? 'was' : 'were'} left out.`);
  if (doubled > 0)
    warnings.push(
      `${countNoun(doubled, 'name comes', 'names come')} more than once; a number was put after ${doubled === 1 ? 'it' : 'them'}, as for different people.`,
    );
  return { turns, warnings };
}

function untaken(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} (${number})`)) number += 1;
  return `${name} (${number})`;
}

function cleanText(value: string): string {
  return value.replaceAll(/\r\n?/gu, '\n').replaceAll('\0', '\uFFFD').normalize('NFC').trim();
}

function cleanLabel(value: string): string {
  return cleanText(value).split(/\s+/u).join(' ').slice(0, 290).trim();
}
