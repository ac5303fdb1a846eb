// Finds the columns of a transcript that was typed as a table, and makes turns of its rows.
import { labelStrength, MAX_LABEL_LENGTH } from '#shared/domain/transcript/label-strength';
import { parseClock, readBracketedClock, readLeadingClock } from '#shared/domain/transcript/parse-clock';
import type { ParsedTurn } from '#shared/domain/transcript/parsed-transcript';
import { readLine } from '#shared/domain/transcript/read-line';
import { countWords, trimCharacters } from '#shared/lib/text';

export interface SpeakerColumns {
  speaker: number;
  text: number;
  time: number | null;
  /** Rows at the top that only name the columns. */
  headRows: number;
}

const SPEAKER_HEADS = /^(?:speakers?|names?|who|participants?|persons?|voice|roles?|actor|sprecher(?:in)?|locuteur|hablante)\b/iu;
const TEXT_HEADS =
  /^(?:text|transcript(?:ion)?|utterances?|content|contents|speech|dialog(?:ue)?|words|statement|comment|what|said|message|quote)\b/iu;
const TIME_HEADS = /^(?:time|times|timestamps?|time ?codes?|tc|start|in|zeit)\b/iu;

/** The columns of a table that holds a conversation: named in its first row, or told by their contents. Null for any other table. */
export function findSpeakerColumns(rows: readonly (readonly string[])[]): SpeakerColumns | null {
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width < 2 || width > 12) return null;
  const columns = Array.from({ length: width }, (_, index) => index);
  const head = rows[0]?.map((cell) => cell.trim()) ?? [];
  const named = (pattern: RegExp): number | null => columns.find((column) => pattern.test(head[column] ?? '')) ?? null;
  const [speaker, text] = [named(SPEAKER_HEADS), named(TEXT_HEADS)];
  const shortHead = head.every((cell) => countWords(cell) <= 4);
  if (speaker !== null && text !== null && speaker !== text && shortHead && rows.length > 1) {
    const time = named(TIME_HEADS);
    const body = rows.slice(1);
    const short = body.filter((row) => (row[speaker]?.trim().length ?? 0) <= MAX_LABEL_LENGTH).length;
    if (short >= body.length * 0.9) return { speaker, text, time: time === text || time === speaker ? null : time, headRows: 1 };
  }
  return byContents(rows, columns);
}

function byContents(rows: readonly (readonly string[])[], columns: readonly number[]): SpeakerColumns | null {
  const cells = (column: number): string[] => rows.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '');
  const words = columns.map((column) => cells(column).reduce((sum, cell) => sum + countWords(cell), 0));
  const text = words.indexOf(Math.max(...words));
  const time = columns.find((column) => column !== text && share(cells(column), isTime) >= 0.7) ?? null;
  const speaker = columns.find((column) => column !== text && column !== time && areSpeakers(cells(column), rows.length)) ?? null;
  // Two columns of like length are a form or a list of terms, no conversation.
  if (speaker === null || (words[text] ?? 0) < (words[speaker] ?? 0) * 1.5) return null;
  const first = rows[0]?.[speaker]?.trim() ?? '';
  const again = rows.slice(1).some((row) => nameOf(row[speaker] ?? '').label === nameOf(first).label);
  const untimed = time !== null && !isTime(rows[0]?.[time] ?? '');
  return { speaker, text, time, headRows: untimed && !again ? 1 : 0 };
}

/** Short labels of the shape of names, most of which come again; in a short table, names of which one is a role. */
function areSpeakers(cells: readonly string[], rows: number): boolean {
  if (cells.length < 2 || cells.length < rows * 0.3) return false;
  const labels = cells.map((cell) => nameOf(cell).label);
  const strengths = labels.map(labelStrength);
  if (cells.length < 6 && strengths.every((strength) => strength >= 2) && strengths.includes(3)) return true;
  const distinct = new Set(labels);
  return share(labels, (label) => labelStrength(label) >= 1) >= 0.8 && distinct.size * 2 <= labels.length;
}

function share(cells: readonly string[], holds: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(holds).length / cells.length;
}

function isTime(cell: string): boolean {
  const text = cell.trim();
  return readLeadingClock(text)?.length === text.length || parseClock(text) !== null;
}

/** A cell of the speaker column: a name, perhaps with its time and a colon. */
function nameOf(cell: string): { label: string; startMs: number | null } {
  const line = cell.trim().replace(/\s*\n\s*/gu, '  ');
  const { label, startMs } = readLine(line);
  const bare = trimCharacters(line, /[:：\s]/u);
  return label !== null && label.form === 'timed' && label.text === '' ? { label: label.label, startMs } : { label: bare, startMs: null };
}

/** A row without a speaker goes on with the turn before it. Times are milliseconds. */
export function turnsOfTable(rows: readonly (readonly string[])[], columns: SpeakerColumns): ParsedTurn[] {
  const turns: ParsedTurn[] = [];
  for (const row of rows.slice(columns.headRows)) {
    const { label, startMs } = nameOf(row[columns.speaker] ?? '');
    const time = columns.time === null ? null : readLeadingClock((row[columns.time] ?? '').trim());
    let text = (row[columns.text] ?? '').trim().normalize('NFC');
    const inText = time === null && startMs === null ? readBracketedClock(text.slice(0, 80)) : null;
    if (inText !== null) text = text.slice(inText.length).trim();
    const previous = turns.at(-1);
    if (label === '' && text === '') continue;
    if (label === '' && previous) previous.text = `${previous.text}\n${text}`.trim();
    else {
      const clock = time ?? inText;
      turns.push({
        speaker: label === '' ? null : label.normalize('NFC'),
        startMs: clock?.startMs ?? startMs,
        endMs: clock?.endMs ?? null,
        text,
      });
    }
  }
  return turns;
}
