// Failing disks: edits are answered only when they are durable, refusals are sentences, and the study goes on afterwards.
import { expect, test } from 'vitest';

import { CARELESS } from './disk/mistakes.ts';
import { faultFailures, noFaultFigures, runFaults } from './fault-campaign.ts';

test('each kind of fault, once and for good, at some places: nothing answered is lost, and the study takes edits again', async () => {
  const figures = await runFaults({ seed: 1, steps: 12, places: 5 });
  expect(figures).toMatchObject({ lost: 0, wrong: 0, unopenable: 0, unworded: 0, flushedAgain: 0, notMended: 0, examples: [] });
  // A campaign in which nothing fails proves nothing.
  expect(figures.runs).toBeGreaterThan(60);
  expect(figures.refusals).toBeGreaterThan(60);
  expect(figures.answered).toBeGreaterThan(500);
});

test.each(Object.entries(CARELESS))('the mistake “%s” is seen', async (_, mistake) => {
  const figures = noFaultFigures();
  // How many operations there are depends on the moment, so the places of one seed may all lie beside the mistake; those of the next lie elsewhere.
  for (let seed = 2; seed <= 8 && faultFailures(figures) === 0; seed += 1)
    await runFaults({ seed, steps: 12, places: 16, mistake }, figures);
  expect(faultFailures(figures)).toBeGreaterThan(0);
});
