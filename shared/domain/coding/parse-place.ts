// Reads where somebody wants to go in a transcript: `214` or `:214` is a turn, `12:41` and `1:02:03` are times.
import type { Turn } from '#shared/model/transcript';

/** A turn counted from 1, or milliseconds from the start of the recording. */
export type Place = { turn: number } | { ms: number };

/** Null when it is neither. A leading colon, as in the palette, may stand before both. */
export function parsePlace(typed: string): Place | null {
  const text = typed.trim().replace(/^:\s*/, '');
  if (/^\d{1,6}$/.test(text)) return { turn: Number(text) };
  const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})$/.exec(text);
  if (!clock) return null;
  const [hours, minutes, seconds] = [clock[1] ?? '0', clock[2] ?? '0', clock[3] ?? '0'].map(Number) as [number, number, number];
  return { ms: ((hours * 60 + minutes) * 60 + seconds) * 1000 };
}

/** Number (from 0) of the turn that a place means: the nearest there is; for a time, the turn being spoken. Null without turns or times. */
export function turnAtPlace(turns: readonly Pick<Turn, 'startMs'>[], place: Place): number | null {
  if (turns.length === 0) return null;
  if ('turn' in place) return Math.min(Math.max(place.turn, 1), turns.length) - 1;
  const timed = turns.flatMap(({ startMs }, index) => (startMs === null ? [] : [{ startMs, index }]));
  const begun = timed.findLast(({ startMs }) => startMs <= place.ms);
  return (begun ?? timed[0])?.index ?? null;
}
