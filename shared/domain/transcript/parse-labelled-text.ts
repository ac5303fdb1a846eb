// Reads plain text and Markdown transcripts: speakers, times and text, in the forms that people and tools write.
import { countNoun } from '#shared/lib/text';

import { beginsTurn, chooseLabels } from './choose-labels.ts';
import type { LabelChoice } from './choose-labels.ts';
import { describeLabels } from './describe-labels.ts';
import type { ParsedTurn } from './parsed-transcript.ts';
import { readBracketedClock, readClosingClock } from './parse-clock.ts';
import { readLine } from './read-line.ts';
import type { LineReading } from './read-line.ts';
import { readMarkdownHeading, readMarkdownText } from './read-markdown-text.ts';
import { countFieldLines, splitPreamble } from './read-preamble.ts';
import { isPauseLabel } from './speaker-words.ts';
import { splitParagraphs } from './split-paragraphs.ts';

export interface LabelledText {
  turns: ParsedTurn[];
  /** Title lines and front matter, null when there are none. */
  heading: string | null;
  /** Finished sentences for a person. */
  warnings: string[];
}

interface OpenTurn {
  speaker: string | null;
  startMs: number | null;
  endMs: number | null;
  lines: string[];
}

/**
 * Reads a labelled transcript. Which labels are speakers is decided by chooseLabels; each accepted label begins a turn, also
 * when the same speaker goes on. Lines without a label belong to the turn before them; line breaks are kept, several blank
 * lines become one. Without speakers, lines that begin with a time are turns, and failing that, paragraphs.
 * Every word of the file is in a turn or in the heading, except accepted labels, the times beside them, and pause marks
 * ("Break: [12:30]"), which a warning counts.
 * @param text LF line ends, as decodeText gives it.
 */
export function parseLabelledText(text: string, format: 'text' | 'markdown'): LabelledText {
  const readings = text.split('\n').map(readLine);
  const fields = countFieldLines(readings);
  const choice = chooseLabels(readings.slice(fields));
  const clean = (raw: string): string => (format === 'markdown' ? readMarkdownText(raw) : raw).normalize('NFC');
  if (choice.labels.size === 0 && !choice.timedTurns) return paragraphsAsTurns(readings, clean);
  const reader = new TurnReader(choice, fields, format === 'markdown');
  for (const [index, reading] of readings.entries()) reader.read(reading, readings, index);
  const preamble = splitPreamble(reader.before, fields);
  const speech = finish({ speaker: null, startMs: null, endMs: null, lines: preamble.speech }, clean);
  const heading = joinLines(preamble.heading, clean);
  const turns = reader.turns.map((turn) => finish(turn, clean));
  const warnings = describeLabels(turns, choice, text);
  if (speech.text !== '') {
    turns.unshift(speech);
    warnings.push('Text stands before the first speaker; it became a turn without a speaker.');
  }
  const headingLines = preamble.heading.filter((line) => line.trim() !== '').length;
  if (heading !== '') {
    warnings.push(
      `${countNoun(headingLines, 'line', 'lines')} before the first turn ${headingLines === 1 ? 'was' : 'were'} kept as the heading, not as a turn.`,
    );
  }
  if (reader.pauses > 0)
    warnings.push(`${countNoun(reader.pauses, 'pause mark', 'pause marks')} without words (such as “Break”) did not become turns.`);
  return { turns, heading: heading === '' ? null : heading, warnings };
}

class TurnReader {
  readonly turns: OpenTurn[] = [];
  readonly before: string[] = [];
  pauses = 0;
  private pending: LineReading | null = null;
  private readonly choice: LabelChoice;
  private readonly fields: number;
  private readonly markdown: boolean;

  constructor(choice: LabelChoice, fields: number, markdown: boolean) {
    this.choice = choice;
    this.fields = fields;
    this.markdown = markdown;
  }

  read(reading: LineReading, all: readonly LineReading[], index: number): void {
    if (index < this.fields) this.append(reading.line);
    else if (reading.label !== null && this.isPause(reading)) this.pauses += 1;
    else if (beginsTurn(reading, this.choice)) this.begin(reading, reading.label.label, reading.label.text);
    else if (this.isTimeForNext(reading, all, index)) this.pending = reading;
    else if (this.choice.timedTurns && reading.timed) this.begin(reading, null, reading.afterTime);
    else this.appendOther(reading);
  }

  private begin(reading: LineReading, speaker: string | null, text: string): void {
    const clock = reading.startMs === null && this.pending !== null ? this.pending : reading;
    this.turns.push({ speaker, startMs: clock.startMs, endMs: clock.endMs, lines: [text] });
    this.pending = null;
  }

  /** A Markdown heading between turns is nobody's words: it becomes a turn without a speaker. */
  private appendOther(reading: LineReading): void {
    const title = this.markdown && this.turns.length > 0 ? readMarkdownHeading(reading.line) : null;
    if (title === null) this.append(reading.line);
    else this.turns.push({ speaker: null, startMs: null, endMs: null, lines: [title] });
  }

  private append(line: string): void {
    (this.turns.at(-1)?.lines ?? this.before).push(line);
  }

  /** A label such as "Break" with nothing after it but times. */
  private isPause(reading: LineReading): boolean {
    const { label } = reading;
    if (label === null || label.form === 'line' || !isPauseLabel(label.label)) return false;
    const rest = label.text.replace(/^to\s/u, '');
    return rest === '' ? reading.startMs !== null : readBracketedClock(rest)?.length === rest.length;
  }

  /** A time alone on its line right before a label is the time of that turn. */
  private isTimeForNext(reading: LineReading, all: readonly LineReading[], index: number): boolean {
    if (!reading.timed || reading.afterTime !== '') return false;
    const next = all[index + 1]?.blank === true ? all[index + 2] : all[index + 1];
    return next !== undefined && next.startMs === null && beginsTurn(next, this.choice);
  }
}

function paragraphsAsTurns(readings: readonly LineReading[], clean: (text: string) => string): LabelledText {
  const paragraphs = splitParagraphs(readings.map((reading) => reading.line));
  const turns = paragraphs.map((paragraph) => ({ speaker: null, startMs: null, endMs: null, text: clean(paragraph) }));
  return {
    turns,
    heading: null,
    warnings: [
      'No speakers were recognised; each paragraph became a turn without a speaker. ' +
        'A speaker line looks like “Name: text”, “[00:01:02] Name: text”, or a name on a line of its own.',
    ],
  };
}

function finish(turn: OpenTurn, clean: (text: string) => string): ParsedTurn {
  const text = joinLines(turn.lines, clean);
  const close = readClosingClock(text);
  const { speaker, startMs } = turn;
  return close === null
    ? { speaker, startMs, endMs: turn.endMs, text }
    : { speaker, startMs, endMs: turn.endMs ?? close.ms, text: text.slice(0, close.index).trimEnd() };
}

/** Line breaks are kept; several blank lines become one; none stand at the ends. */
function joinLines(lines: readonly string[], clean: (text: string) => string): string {
  return clean(
    lines
      .join('\n')
      .replace(/\n{3,}/gu, '\n\n')
      .trim(),
  );
}
