// Forecasts on one commitment: who gave one while they are kept back, and the numbers once they are revealed.
import type { ForecastReading } from '#shared/domain/commitments/forecasts';

import { Apart } from '../../ui/Apart.tsx';
import { Button } from '../../ui/Button.tsx';
import { giveForecast, revealForecasts } from './forecast-actions.ts';
import styles from './commitments.module.css';

export function ForecastLine({ commitmentId, forecasts }: { commitmentId: string; forecasts: readonly ForecastReading[] }) {
  const revealed = forecasts.some(({ revealedAt }) => revealedAt !== null);
  const list = forecasts.map(({ person, probability }) => (probability === null ? person : `${person} ${probability} %`)).join(', ');
  return (
    <div className={styles.forecasts}>
      <span>
        {forecasts.length === 0 ? (
          'Nobody has given a forecast.'
        ) : (
          <Apart text={revealed ? `Forecasts: ${list}.` : `Forecasts kept back: ${list}.`} words={forecasts.map(({ person }) => person)} />
        )}
      </span>
      {revealed ? null : (
        <Button look="quiet" onClick={() => void giveForecast(commitmentId).catch(() => undefined)}>
          Give a forecast…
        </Button>
      )}
      {forecasts.length > 0 && !revealed ? (
        <Button look="quiet" onClick={() => void revealForecasts(commitmentId).catch(() => undefined)}>
          Reveal together
        </Button>
      ) : null}
    </div>
  );
}
