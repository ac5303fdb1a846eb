// What a signal shows: how each point moved, which turned for the worse, and which of these nobody has explained.
import type { Signal, SignalKind, SignalPoint } from '#shared/model/records/signal';

export interface ReadPoint extends SignalPoint {
  /** Difference to the point before; null for the first. */
  change: number | null;
  worse: boolean;
  whys: Signal['whys'];
}

export interface SignalReading {
  points: ReadPoint[];
  latest: ReadPoint | null;
  /** Days of points that turned for the worse and have no why. */
  unexplained: string[];
}

/** Where more is worse. Of effort (CES) the scale on which more is easier is meant. */
const MORE_IS_WORSE: readonly SignalKind[] = ['complaints'];

/** The points oldest first, each with its change and what explains it. Pure; days are as in the record. */
export function readSignal({ kind, points, whys }: Signal): SignalReading {
  const read = points.map((point, index): ReadPoint => {
    const before = points[index - 1];
    const change = before === undefined ? null : point.value - before.value;
    const worse = change !== null && (MORE_IS_WORSE.includes(kind) ? change > 0 : change < 0);
    return { ...point, change, worse, whys: whys.filter(({ on }) => on === point.on) };
  });
  const unexplained = read.filter((point) => point.worse && point.whys.length === 0).map(({ on }) => on);
  return { points: read, latest: read.at(-1) ?? null, unexplained };
}
