// Twenty kills at random moments lose no answered edit; the long campaign runs from the command line.
import { expect, test } from 'vitest';

import { runKillCampaign } from './kill-campaign.ts';

test('20 kills: no answered edit is lost and the vault opens', { timeout: 180_000 }, async () => {
  const figures = await runKillCampaign(20, 42);
  expect(figures).toMatchObject({ lost: [], unopenable: 0 });
  // A campaign that hardly answers anything proves nothing.
  expect(figures.answered).toBeGreaterThan(100);
});
