// The mean of each round as a line from 1 to 5. All it shows stands in words beside it too.
import { monthOf } from '#shared/domain/readout/sentences';
import { assessmentPlaces } from '#shared/domain/self-assessment/assessment-places';
import { meanInWords } from '#shared/domain/self-assessment/assessment-words';
import type { AssessmentRound } from '#shared/domain/self-assessment/read-assessments';

import styles from './self-assessment.module.css';

/** The field of the line, with room for values to the left and months below (units of the drawing). */
const FIELD = { left: 28, top: 10, width: 420, height: 112 };
const SIZE = { width: FIELD.left + FIELD.width + 16, height: FIELD.top + FIELD.height + 28 };

export function AssessmentChart({ rounds }: { rounds: readonly AssessmentRound[] }) {
  const places = assessmentPlaces(rounds, FIELD.width, FIELD.height);
  const words = rounds.map(({ month, overall }) => `${monthOf(month)} ${meanInWords(overall)}`).join(', ');
  const [first, last] = [places.at(0), places.at(-1)];
  const bottom = SIZE.height - 8;
  return (
    <svg className={styles.chart} viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={`Mean of each round: ${words}`}>
      {[1, 3, 5].map((value) => (
        <g key={value}>
          <line
            className={styles.gridLine}
            x1={FIELD.left}
            x2={FIELD.left + FIELD.width}
            y1={FIELD.top + ((5 - value) / 4) * FIELD.height}
            y2={FIELD.top + ((5 - value) / 4) * FIELD.height}
          />
          <text className={styles.label} x={FIELD.left - 8} y={FIELD.top + ((5 - value) / 4) * FIELD.height + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      <polyline className={styles.line} points={places.map(({ x, y }) => `${FIELD.left + x},${FIELD.top + y}`).join(' ')} />
      {places.map(({ month, x, y }) => (
        <circle key={month} className={styles.dot} cx={FIELD.left + x} cy={FIELD.top + y} r={4} />
      ))}
      {first ? (
        <text
          className={styles.label}
          x={FIELD.left + (places.length > 1 ? 0 : first.x)}
          y={bottom}
          textAnchor={places.length > 1 ? 'start' : 'middle'}
        >
          {monthOf(first.month)}
        </text>
      ) : null}
      {last && places.length > 1 ? (
        <text className={styles.label} x={FIELD.left + FIELD.width} y={bottom} textAnchor="end">
          {monthOf(last.month)}
        </text>
      ) : null}
    </svg>
  );
}
