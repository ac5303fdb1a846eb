// Reads SubViewer captions (.sbv), as the captions of video sites are downloaded.
import type { ParsedCue } from './parsed-transcript.ts';

export interface SbvFile {
  cues: ParsedCue[];
  /** Lines before the first time line. */
  before: string[];
}

const TIME = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?`;
const TIME_LINE = new RegExp(String.raw`^\s{0,8}${TIME}\s{0,4},\s{0,4}${TIME}\s{0,8}$`, 'u');

/**
 * Reads SubViewer captions: a line `0:00:00.599,0:00:04.160`, then the words until the next one. `[br]` breaks a line and becomes a
 * line feed in the cue. Cues keep the order and the overlaps of the file and have no identifiers; times are milliseconds.
 * @param text LF line ends.
 */
export function parseSbv(text: string): SbvFile {
  const file: SbvFile = { cues: [], before: [] };
  let body = file.before;
  let times: Pick<ParsedCue, 'startMs' | 'endMs'> | null = null;
  const close = (): void => {
    if (times !== null)
      file.cues.push({
        id: null,
        ...times,
        text: body
          .join('\n')
          .trim()
          .replaceAll(/\[br\]/giu, '\n'),
      });
  };
  for (const line of text.split('\n')) {
    const next = readSbvTimes(line);
    if (next === null) {
      body.push(line);
      continue;
    }
    close();
    times = next;
    body = [];
  }
  close();
  return { cues: file.cues, before: file.before.map((line) => line.trim()).filter((line) => line !== '') };
}

/** The two times of a SubViewer time line in milliseconds; null for any other line. */
export function readSbvTimes(line: string): { startMs: number; endMs: number } | null {
  if (line.length > 80) return null;
  const match = TIME_LINE.exec(line);
  if (match === null) return null;
  const startMs = toMs(match.slice(1, 5));
  const endMs = toMs(match.slice(5, 9));
  return startMs === null || endMs === null ? null : { startMs, endMs };
}

function toMs([hours = '0', minutes = '0', seconds = '0', fraction = '0']: readonly (string | undefined)[]): number | null {
  if (Number(minutes) > 59 || Number(seconds) > 59) return null;
  return Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000 + Number(fraction.padEnd(3, '0'));
}
