// Kills at random moments lose no answered edit; the long campaigns run from the command line (npm run test:crash).
import { expect, test } from 'vitest';

import { runCliKills } from './kill/cli-kills.ts';
import { runKills } from './kill/kill-rounds.ts';
import { runRivals } from './kill/rivals.ts';

test('20 kills of the command line: no answered edit is lost and the vault opens', { timeout: 180_000 }, async () => {
  const figures = await runCliKills(20, 42);
  expect(figures).toMatchObject({ lost: [], unopenable: 0 });
  // A campaign that hardly answers anything proves nothing.
  expect(figures.answered).toBeGreaterThan(100);
});

test('12 kills while opening, migrating, editing, importing, checkpointing, undoing and closing', { timeout: 180_000 }, async () => {
  const figures = await runKills(12, 5);
  expect(figures).toMatchObject({ kills: 12, lost: 0, wrong: 0, unopenable: 0, refused: 0, examples: [] });
  expect(figures.answered).toBeGreaterThan(10);
});

test('3 rounds of rivals for one study: one writer each, the others are told who it is', { timeout: 180_000 }, async () => {
  const figures = await runRivals(3, 9);
  expect(figures).toMatchObject({ twoWriters: 0, lost: 0, wrong: 0, unopenable: 0, examples: [] });
  expect(figures.turnedAway).toBeGreaterThan(5);
});
