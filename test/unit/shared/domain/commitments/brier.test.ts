// The Brier score to four decimals, and who gets one.
import { expect, it } from 'vitest';

import { brierOfBothClasses, brierScore, FEWEST_RESOLVED } from '#shared/domain/commitments/brier';
import { type ForecastReading, scoreForecasters } from '#shared/domain/commitments/forecasts';

it.each([
  [[[70, true]], 0.09],
  [[[30, true]], 0.49],
  [[[100, false]], 1],
  [
    [
      [50, true],
      [50, false],
    ],
    0.25,
  ],
  [
    [
      [90, true],
      [80, true],
      [20, false],
      [65, false],
    ],
    0.1281,
  ],
] as [[number, boolean][], number][])('%j scores %f', (pairs, expected) => {
  const forecasts = pairs.map(([probability, happened]) => ({ probability, happened }));
  expect(brierScore(forecasts)?.toFixed(4)).toBe(expected.toFixed(4));
  expect(brierOfBothClasses(forecasts)).toBeCloseTo(expected * 2, 3);
});

it('has nothing to say of no forecasts', () => {
  expect([brierScore([]), brierOfBothClasses([])]).toEqual([null, null]);
});

const reading = (person: string, probability: number | null, happened: boolean | null): ForecastReading => ({
  forecastId: `${person}${probability}`,
  person,
  commitmentId: 'c',
  assumptionId: null,
  probability,
  revealedAt: probability === null ? null : '2026-06-30T12:00:00.000Z',
  at: '2026-05-02T12:00:00.000Z',
  happened,
});

it('scores from ten resolved and revealed forecasts on', () => {
  const nine = Array.from({ length: FEWEST_RESOLVED - 1 }, () => reading('Dana', 80, true));
  const others = [reading('Dana', 10, null), reading('Dana', null, true), reading('Omar', 50, false)];
  expect(scoreForecasters([...nine, ...others])).toEqual([
    { person: 'Dana', forecasts: 11, resolved: 9, brier: null, brierBothClasses: null, missing: 1 },
    { person: 'Omar', forecasts: 1, resolved: 1, brier: null, brierBothClasses: null, missing: 9 },
  ]);
  const [dana] = scoreForecasters([...nine, reading(' dana', 30, false), ...others]);
  expect([dana?.resolved, dana?.brier?.toFixed(4), dana?.missing]).toEqual([10, '0.0450', 0]);
});
