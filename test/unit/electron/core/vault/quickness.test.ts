// A disk is asked at once only while it is quick.
import { expect, test } from 'vitest';

import { Quickness } from '#core/vault/quickness';

const limits = { quickMs: 1, trial: 3, patience: 0.5 };

function answers(quickness: Quickness, times: readonly number[]): boolean[] {
  return times.map((ms) => {
    const atOnce = quickness.askAtOnce;
    quickness.note(ms, atOnce);
    return atOnce;
  });
}

test('is trusted after a trial, and again only after a longer one', () => {
  // 9 ms, and half a quick answer for each of them.
  const given = [0.2, 0.2, 0.2, 0.2, 9, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2];
  expect(answers(new Quickness(limits), given)).toEqual([false, false, false, true, true, false, false, false, false, false, true]);
});

test('a slow answer through another thread begins the trial anew', () => {
  expect(answers(new Quickness(limits), [0.2, 0.2, 9, 0.2, 0.2, 0.2, 0.2])).toEqual([false, false, false, false, false, false, true]);
});
