// Where the points of a signal stand in a chart: a linear scale over days, and round numbers for the values.
import type { SignalPoint } from '#shared/model/records/signal';

import { dayNumber } from './days.ts';

export interface ChartPlaces {
  /** In the order of the points; 0 to width from the left, 0 to height from the top. */
  dots: { on: string; x: number; y: number }[];
  /** Lines at round values, lowest first. */
  lines: { value: number; y: number }[];
  /** First and last day. */
  from: string;
  to: string;
}

/** Lines at most, besides the lowest. */
const MOST_STEPS = 4;
/** Steps are not finer than what is written beside the lines: one digit behind the point. */
const FINEST = 0.1;

/** @param points at least one, oldest first. @param width and height of the field, in the chart's own units. */
export function chartPlaces(points: readonly SignalPoint[], width: number, height: number): ChartPlaces {
  const values = points.map(({ value }) => value);
  const range = Math.max(...values) - Math.min(...values);
  const finest = Math.max(FINEST, Math.max(...values.map(Math.abs)) / 1e9);
  const step = roundStep(range === 0 ? 0 : Math.max(range / MOST_STEPS, finest));
  const low = Math.floor(Math.min(...values) / step) * step;
  const high = Math.max(low + step, Math.ceil(Math.max(...values) / step) * step);
  const y = (value: number): number => height - ((value - low) / (high - low)) * height;
  const from = points[0]?.on ?? '';
  const to = points.at(-1)?.on ?? from;
  const span = dayNumber(to) - dayNumber(from);
  const x = (on: string): number => (span === 0 ? width / 2 : ((dayNumber(on) - dayNumber(from)) / span) * width);
  const count = Math.round((high - low) / step);
  return {
    dots: points.map(({ on, value }) => ({ on, x: x(on), y: y(value) })),
    lines: Array.from({ length: count + 1 }, (_, index) => ({ value: low + index * step, y: y(low + index * step) })),
    from,
    to,
  };
}

/** The next of 1, 2, 5, 10, 20, … that is not smaller; 1 where all values are the same. */
function roundStep(least: number): number {
  if (!(least > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  const round = [1, 2, 5].find((each) => each * power >= least) ?? 10;
  return round * power;
}
