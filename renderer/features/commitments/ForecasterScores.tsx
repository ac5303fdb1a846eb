// How well each forecaster did: the Brier score from ten resolved forecasts on.
import { FEWEST_RESOLVED } from '#shared/domain/commitments/brier';
import type { ForecasterScore, ForecastReading } from '#shared/domain/commitments/forecasts';

import styles from './commitments.module.css';

export function ForecasterScores({ readings, scores }: { readings: readonly ForecastReading[]; scores: readonly ForecasterScore[] }) {
  if (readings.length === 0) return null;
  return (
    <div className={styles.scores}>
      <h3 className={styles.smallHead}>Forecasters</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">Forecasts</th>
            <th scope="col">Resolved</th>
            <th scope="col">Brier score</th>
          </tr>
        </thead>
        <tbody>
          {scores.map(({ person, forecasts, resolved, brier, missing }) => (
            <tr key={person}>
              <th scope="row">{person}</th>
              <td>{forecasts}</td>
              <td>{resolved}</td>
              <td>{brier === null ? `after ${missing} more` : brier.toFixed(4)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.quiet}>
        Brier (1950): 0 is best, always saying 50 gives 0.25. Shown from {FEWEST_RESOLVED} resolved forecasts on, because fewer say more of
        luck than of judgement.
      </p>
    </div>
  );
}
