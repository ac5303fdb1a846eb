// Finds who speaks in caption cues: voice spans, names before a colon, names on a line of their own, speaker changes.
import { MOST_SPEAKERS, carriesOver } from './choose-labels.ts';
import { labelStrength } from './label-strength.ts';
import type { ParsedCue } from './parsed-transcript.ts';
import { hasInnerTimes, readCueText } from './read-cue-text.ts';
import type { CueDialect } from './read-cue-text.ts';
import { readLine } from './read-line.ts';

/** A stretch of one cue that one voice says. */
export interface CueSegment {
  speaker: string | null;
  startMs: number;
  endMs: number;
  text: string;
  /** The captions mark a change of speaker here (">>", a dash), even if nobody is named. */
  change: boolean;
}

interface CueLine {
  text: string;
  /** What looks like a label at the start of the line. */
  label: string | null;
  afterLabel: string;
  chevron: boolean;
  dash: boolean;
}

/**
 * Splits cues into segments with speakers. First found wins: voice spans (`<v Name>`); identifiers that hold a name
 * (`12 "Name" (34)`, Webex); names alone on the first line of nearly every cue (Teams documents); names before a colon
 * that look like names and come twice, follow ">>", or begin four fifths of the cues. A named speaker goes on through cues without a name only
 * where the captions name people at changes (carriesOver).
 */
export function nameCueSpeakers(cues: readonly ParsedCue[], dialect: CueDialect): CueSegment[] {
  const voices = cues.map((cue) => readCueText(cue.text, dialect));
  if (voices.some((cueVoices) => cueVoices.some((voice) => voice.speaker !== null))) {
    return cues.flatMap((cue, index) => (voices[index] ?? []).map((voice) => segment(cue, voice.speaker, voice.text, false)));
  }
  const texts = voices.map((cueVoices) => cueVoices.map((voice) => voice.text).join(''));
  const named = cues.map((cue) => /^\d{0,9} ?"([^"]{1,80})" ?\(\d{1,20}\)$/u.exec(cue.id ?? '')?.[1] ?? null);
  if (cues.length > 0 && named.filter((name) => name !== null).length * 2 >= cues.length) {
    return cues.map((cue, index) => segment(cue, named[index] ?? null, texts[index] ?? '', false));
  }
  if (namesOpenCues(texts)) {
    return cues.map((cue, index) => {
      const [name = '', ...rest] = (texts[index] ?? '').trim().split('\n');
      const alone = rest.length > 0 && labelStrength(name) >= 2;
      return segment(cue, alone ? name.trim().normalize('NFC') : null, alone ? rest.join('\n') : (texts[index] ?? ''), false);
    });
  }
  return fromLabels(cues, withoutRolledLines(cues, texts));
}

/** Whether captions repeat their last line while the next one rolls in, as automatic captions of video sites do. */
export function areRolling(cues: readonly ParsedCue[]): boolean {
  return cues.length >= 4 && cues.filter((cue) => hasInnerTimes(cue.text)).length >= cues.length * 0.3;
}

function withoutRolledLines(cues: readonly ParsedCue[], texts: readonly string[]): string[] {
  if (!areRolling(cues)) return [...texts];
  let last = '';
  return texts.map((text) => {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    while (lines.length > 0 && lines[0]?.trim() === last) lines.shift();
    last = lines.at(-1)?.trim() ?? last;
    return lines.join('\n');
  });
}

function namesOpenCues(texts: readonly string[]): boolean {
  const firsts = texts
    .map((text) => text.trim().split('\n'))
    .filter((lines) => lines.length > 1)
    .map(([first = '']) => first.trim());
  const names = firsts.filter((first) => labelStrength(first) >= 2);
  return texts.length >= 6 && names.length >= texts.length * 0.8 && new Set(names).size * 3 <= names.length;
}

function fromLabels(cues: readonly ParsedCue[], texts: readonly string[]): CueSegment[] {
  const lines = texts.map((text) =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(readCueLine),
  );
  const labels = acceptLabels(lines);
  const isNamed = (line: CueLine): boolean => line.label !== null && labels.has(line.label);
  const sequence = lines.map((cueLines) => cueLines.find(isNamed)?.label ?? null);
  const carries = labels.size > 0 && carriesOver(sequence);
  const segments: CueSegment[] = [];
  let speaker: string | null = null;
  for (const [index, cue] of cues.entries()) {
    const cueLines = lines[index] ?? [];
    if (!carries) speaker = null;
    // Looked at once for the cue: once for each of its lines takes an hour on a cue of a million lines.
    const allDashed = cueLines.every((line) => line.dash || isNamed(line));
    let open: CueSegment | null = null;
    for (const line of cueLines) {
      const name = isNamed(line) ? line.label : null;
      const change = name !== null || line.chevron || (line.dash && (open === null || allDashed));
      if (change) speaker = name;
      if (change || open === null) {
        open = segment(cue, speaker, name === null ? line.text : line.afterLabel, change);
        segments.push(open);
      } else open.text += `\n${line.text}`;
    }
  }
  return segments;
}

function readCueLine(raw: string): CueLine {
  const text = raw.trim();
  const { label } = readLine(text);
  const usable = label !== null && (label.form === 'colon' || label.form === 'bold' || label.form === 'bracket') ? label : null;
  return {
    text,
    label: usable?.label ?? null,
    afterLabel: usable?.text ?? text,
    chevron: text.startsWith('>>'),
    dash: /^[-–—] ?(?=\S)/u.test(text),
  };
}

function acceptLabels(lines: readonly (readonly CueLine[])[]): Set<string> {
  const counts = new Map<string, { count: number; marked: boolean; strength: number }>();
  for (const line of lines.flat()) {
    if (line.label === null) continue;
    const bracket = line.text.startsWith('[');
    const strength = labelStrength(line.label);
    if (strength === 0 || (bracket && strength < 3)) continue;
    const entry = counts.get(line.label) ?? { count: 0, marked: false, strength };
    entry.count += 1;
    entry.marked ||= line.chevron;
    counts.set(line.label, entry);
  }
  const total = [...counts.values()].reduce((sum, entry) => sum + (entry.strength >= 2 ? entry.count : 0), 0);
  const labelled = lines.filter((cueLines) => cueLines.some((line) => (counts.get(line.label ?? '')?.strength ?? 0) >= 2)).length;
  const regular = labelled >= Math.max(2, lines.length * 0.8);
  const accepted = [...counts].filter(
    ([, { count, marked, strength }]) =>
      marked || (strength >= 2 && (count >= 2 || regular)) || (strength === 3 && total >= 3) || count >= 4,
  );
  return new Set(accepted.length > MOST_SPEAKERS ? [] : accepted.map(([label]) => label));
}

function segment(cue: ParsedCue, speaker: string | null, text: string, change: boolean): CueSegment {
  return { speaker, startMs: cue.startMs, endMs: cue.endMs, text, change };
}
