// Damage at random over real studies: nothing silent, nothing unreported, everything that can be read repaired. The long campaign runs by hand.
import { expect, test } from 'vitest';

import { isClean, runDamageCampaign } from './damage-campaign.ts';

test('120 damaged studies: opened true, or reported and the rest listed; repaired ones are sound', { timeout: 300_000 }, async () => {
  const figures = await runDamageCampaign(120, 11);
  expect(figures.examples).toEqual([]);
  expect(isClean(figures)).toBe(true);
  // A campaign that refuses nothing, or saves nothing, proves nothing.
  expect(figures.refused).toBeGreaterThan(20);
  expect(figures.savedListed).toBeGreaterThan(10);
  expect(figures.repairedSound).toBeGreaterThan(20);
});
