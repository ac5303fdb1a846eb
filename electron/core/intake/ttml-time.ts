// The time expressions of TTML: clock times, frames, ticks and offsets, as milliseconds.

/** How a document counts, from the attributes of its root. */
export interface TtmlClock {
  /** Frames a second, with the multiplier. */
  frameRate: number;
  /** Ticks a second. */
  tickRate: number;
  /** Frames are read as hundredths of a second: what some programs write. */
  hundredths: boolean;
}

const CLOCK = /^(\d{1,4}):(\d{1,2}):(\d{1,2})(?:(\.\d{1,12})|:(\d{1,5})(?:\.\d{1,5})?)?$/u;
const OFFSET = /^(\d{1,12}(?:\.\d{1,12})?)(h|ms|m|s|f|t)$/u;

/** The clock of a document (TTML 2, sections 7.2.5 to 7.2.15): 30 frames a second and one tick a second or sub-frame unless it says otherwise. */
export function readTtmlClock(attributes: ReadonlyMap<string, string>): TtmlClock {
  const numberOf = (name: string): number | null => {
    const value = Number(attributes.get(name) ?? Number.NaN);
    return Number.isFinite(value) && value > 0 && value < 1e12 ? value : null;
  };
  const [times = 1, over = 1] = (attributes.get('frameRateMultiplier') ?? '1 1').split(/[\s:]+/u).map(Number);
  const multiplier = times > 0 && over > 0 ? times / over : 1;
  const named = numberOf('frameRate');
  const frameRate = (named ?? 30) * multiplier;
  const tickRate = numberOf('tickRate') ?? (named === null ? 1 : frameRate * (numberOf('subFrameRate') ?? 1));
  return { frameRate, tickRate, hundredths: false };
}

/** Milliseconds of a time expression (TTML 2, section 12.3.1), rounded; null when it is none. */
export function readTtmlTime(value: string, clock: TtmlClock): number | null {
  const text = value.trim();
  const time = CLOCK.exec(text);
  if (time !== null) {
    const [, hours, minutes, seconds, fraction = '0', frames = '0'] = time;
    if (Number(minutes) > 59 || Number(seconds) > 60) return null;
    const part = Number(frames) / (clock.hundredths ? 100 : clock.frameRate);
    return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(fraction) + part) * 1000);
  }
  const [, number, unit] = OFFSET.exec(text) ?? [];
  if (number === undefined) return null;
  const perUnit = { h: 3600, m: 60, s: 1, ms: 0.001, f: 1 / clock.frameRate, t: 1 / clock.tickRate }[
    unit as 'h' | 'm' | 's' | 'ms' | 'f' | 't'
  ];
  const ms = Math.round(Number(number) * perUnit * 1000);
  return Number.isSafeInteger(ms) ? ms : null;
}

/** The frame number of a clock time, null when it has none. */
export function framesOf(value: string): number | null {
  const frames = CLOCK.exec(value.trim())?.[5];
  return frames === undefined ? null : Number(frames);
}
