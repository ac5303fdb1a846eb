// Power cuts: no answered edit is lost in any allowed state of the disk, and known mistakes are seen. Long runs: npm run test:crash.
import { expect, test } from 'vitest';

import { MISTAKES } from './disk/mistakes.ts';
import { noFigures, runPowerCuts } from './power-cut-campaign.ts';

const SAMPLING = { exhaustive: 16, samples: 6 };

test('a few hundred states after power cuts: nothing answered is lost, nothing is wrong, everything opens', async () => {
  const figures = noFigures();
  for (const seed of [1, 2]) await runPowerCuts({ seed, steps: 20, cuts: 60, sampling: SAMPLING }, figures);
  expect(figures).toMatchObject({ lost: 0, wrong: 0, unopenable: 0, examples: [] });
  expect(figures.states).toBeGreaterThan(200);
  expect(figures.acknowledged).toBeGreaterThan(20);
});

test.each(Object.entries(MISTAKES))('the mistake “%s” is seen', async (_, mistake) => {
  const figures = noFigures();
  for (let seed = 1; seed <= 5 && figures.examples.length === 0; seed += 1) {
    await runPowerCuts({ seed, steps: 20, sampling: SAMPLING, stopEarly: true, mistake }, figures);
  }
  expect(figures.lost + figures.wrong + figures.unopenable).toBeGreaterThan(0);
});
