// Forecasts by subject and by person: kept back until they are revealed together, resolved by the evidence, scored from ten on.
import type { EvidenceScope } from '#shared/domain/evidence/evidence-scope';
import { type AssumptionVerdict, verdictOf } from '#shared/domain/evidence/verdict';
import type { Forecast } from '#shared/model/records/forecast';

import { brierOfBothClasses, brierScore, FEWEST_RESOLVED, type ResolvedForecast } from './brier.ts';
import { readCommitment } from './read-commitment.ts';

export interface ForecastReading {
  forecastId: string;
  person: string;
  commitmentId: string | null;
  assumptionId: string | null;
  /** Null while it is kept back. */
  probability: number | null;
  revealedAt: string | null;
  at: string;
  /** Whether what was forecast came true; null while the evidence has not said. */
  happened: boolean | null;
}

export interface ForecasterScore {
  person: string;
  /** All of theirs, those kept back included. */
  forecasts: number;
  /** Revealed ones that the evidence has answered. */
  resolved: number;
  /** Null below ten resolved ones. */
  brier: number | null;
  brierBothClasses: number | null;
  /** So many more have to be resolved before there is a score. */
  missing: number;
}

/** Verdicts by assumption that are there already. */
type KnownVerdicts = ReadonlyMap<string, Pick<AssumptionVerdict, 'verdict'>>;

/**
 * All forecasts, oldest first; nobody's number before it is revealed.
 * @param verdicts those of the same state where they are known; the others are worked out.
 */
export function readForecasts(scope: EvidenceScope, verdicts: KnownVerdicts = new Map()): ForecastReading[] {
  const { reader } = scope;
  const outcomes = new Map<string, boolean | null>();
  const outcomeOf = (forecast: Forecast): boolean | null => {
    const key = forecast.commitmentId ?? forecast.assumptionId ?? '';
    let outcome = outcomes.get(key);
    if (outcome === undefined) outcomes.set(key, (outcome = resolve(scope, forecast, verdicts)));
    return outcome;
  };
  return [...reader.all('forecasts').values()]
    .sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0))
    .map((forecast) => {
      const { id: forecastId, person, commitmentId, assumptionId, revealedAt, at } = forecast;
      const probability = revealedAt === null ? null : forecast.probability;
      return { forecastId, person, commitmentId, assumptionId, probability, revealedAt, at, happened: outcomeOf(forecast) };
    });
}

/** A commitment: triggered or not. An assumption: supported or contradicted; every other verdict leaves it open. */
function resolve(scope: EvidenceScope, { commitmentId, assumptionId }: Forecast, verdicts: KnownVerdicts): boolean | null {
  const commitment = commitmentId === null ? undefined : scope.reader.get('commitments', commitmentId);
  if (commitment) {
    const { state } = readCommitment(scope, commitment);
    return state === 'triggered' ? true : state === 'not triggered' ? false : null;
  }
  if (assumptionId === null || !scope.reader.get('assumptions', assumptionId)) return null;
  const { verdict } = verdicts.get(assumptionId) ?? verdictOf(scope.reader, assumptionId, { scope });
  return verdict === 'supported' ? true : verdict === 'contradicted' ? false : null;
}

/** One score a person, names without regard to case; by name. */
export function scoreForecasters(readings: readonly ForecastReading[]): ForecasterScore[] {
  const byPerson = new Map<string, ForecastReading[]>();
  for (const reading of readings) {
    const key = reading.person.trim().toLowerCase();
    byPerson.set(key, [...(byPerson.get(key) ?? []), reading]);
  }
  return [...byPerson.entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, list]) => {
      const resolved = list.flatMap(({ probability, happened }): ResolvedForecast[] =>
        probability === null || happened === null ? [] : [{ probability, happened }],
      );
      const enough = resolved.length >= FEWEST_RESOLVED;
      return {
        person: list[0]?.person ?? '',
        forecasts: list.length,
        resolved: resolved.length,
        brier: enough ? brierScore(resolved) : null,
        brierBothClasses: enough ? brierOfBothClasses(resolved) : null,
        missing: Math.max(0, FEWEST_RESOLVED - resolved.length),
      };
    });
}
