// A signal as a line over its days. Everything it shows stands in words and in the table below it too.
import { dayInWords } from '#shared/domain/readout/sentences';
import { chartPlaces } from '#shared/domain/rhythm/chart-places';
import { readSignal } from '#shared/domain/rhythm/read-signal';
import { figureInWords } from '#shared/domain/rhythm/signal-words';
import type { Signal } from '#shared/model/records/signal';

import styles from './signals.module.css';

/** The field of the line, with room for values to the left and days below (units of the drawing). */
const FIELD = { left: 52, top: 10, width: 560, height: 150 };
const SIZE = { width: FIELD.left + FIELD.width + 16, height: FIELD.top + FIELD.height + 28 };

export function SignalChart({ signal, words }: { signal: Signal; words: string }) {
  const { points, unexplained } = readSignal(signal);
  if (points.length === 0) return null;
  const { dots, lines, from, to } = chartPlaces(points, FIELD.width, FIELD.height);
  const open = new Set(unexplained);
  const bottom = SIZE.height - 8;
  return (
    <svg className={styles.chart} viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={`${signal.name}: ${words}`}>
      {lines.map(({ value, y }) => (
        <g key={value}>
          <line className={styles.gridLine} x1={FIELD.left} x2={FIELD.left + FIELD.width} y1={FIELD.top + y} y2={FIELD.top + y} />
          <text className={styles.label} x={FIELD.left - 8} y={FIELD.top + y + 4} textAnchor="end">
            {figureInWords(value, '')}
          </text>
        </g>
      ))}
      <polyline className={styles.line} points={dots.map(({ x, y }) => `${FIELD.left + x},${FIELD.top + y}`).join(' ')} />
      {dots.map(({ on, x, y }, at) => (
        <circle
          key={on}
          className={styles.dot}
          data-state={open.has(on) ? 'open' : (points[at]?.whys.length ?? 0) > 0 ? 'explained' : 'plain'}
          cx={FIELD.left + x}
          cy={FIELD.top + y}
          r={open.has(on) ? 6 : 4}
        />
      ))}
      <text className={styles.label} x={FIELD.left} y={bottom}>
        {dayInWords(from)}
      </text>
      {from === to ? null : (
        <text className={styles.label} x={FIELD.left + FIELD.width} y={bottom} textAnchor="end">
          {dayInWords(to)}
        </text>
      )}
    </svg>
  );
}
