// A signal in words: what the chart shows, for those who do not see it and those who want it said.
import { dayInWords } from '#shared/domain/readout/sentences';
import { countNoun } from '#shared/lib/text';
import type { Signal, SignalKind, SignalPoint } from '#shared/model/records/signal';

import { readSignal } from './read-signal.ts';

/** Kinds of signals as they stand on screen. */
export const SIGNAL_KIND_WORDS: { readonly [K in SignalKind]: string } = {
  nps: 'NPS: would they recommend us, from -100 to 100',
  csat: 'CSAT: how satisfied they are',
  ces: 'CES: how easy it was; more is easier',
  complaints: 'Complaints: less is better',
  other: 'Another figure: more is better',
};

/** `12.5 %`, at most one digit behind the point. */
export function figureInWords(value: number, unit: string): string {
  const figure = (Math.round(value * 10) / 10).toLocaleString('en');
  return unit === '' ? figure : `${figure} ${unit}`;
}

/** `8 down`, `3.5 up`, `unchanged`; '' for the first point. */
export function changeInWords(change: number | null): string {
  if (change === null) return '';
  const rounded = Math.round(Math.abs(change) * 10) / 10;
  return rounded === 0 ? 'unchanged' : `${rounded.toLocaleString('en')} ${change > 0 ? 'up' : 'down'}`;
}

/** The signal in two or three sentences: the latest value and its change, the range, and what nobody has explained. */
export function signalInWords(signal: Signal): string {
  const { points, latest, unexplained } = readSignal(signal);
  const [first] = points;
  if (!latest || !first) return 'No points yet.';
  const say = ({ value, on }: SignalPoint): string => `${figureInWords(value, signal.unit)} (${dayInWords(on)})`;
  const change = changeInWords(latest.change);
  const now = `${figureInWords(latest.value, signal.unit)} on ${dayInWords(latest.on)}${change === '' ? '' : `, ${change} from the point before`}.`;
  if (points.length === 1) return now;
  const lowest = points.reduce((left, right) => (right.value < left.value ? right : left));
  const highest = points.reduce((left, right) => (right.value > left.value ? right : left));
  const range = `${points.length} points since ${dayInWords(first.on)}, from ${say(lowest)} to ${say(highest)}.`;
  const worse = points.filter((point) => point.worse).length;
  if (worse === 0) return `${now} ${range} It never turned for the worse.`;
  const open = unexplained.length === 0 ? 'each has a why' : `${unexplained.length} without a why`;
  return `${now} ${range} It turned for the worse ${countNoun(worse, 'time', 'times')}: ${open}.`;
}
