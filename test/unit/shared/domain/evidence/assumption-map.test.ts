// The assumption map: what is important and not known is tested first.
import { expect, test } from 'vitest';

import { placeOnMap } from '#shared/domain/evidence/assumption-map';
import { VERDICTS } from '#shared/model/verdicts';

test('known is what enough people decided either way; much rests on it from four of five on', () => {
  const known = VERDICTS.filter((verdict) => placeOnMap({ importance: 5 }, { verdict }).known);
  expect([...known].sort()).toEqual(['contradicted', 'mixed', 'supported']);
  const first = [1, 2, 3, 4, 5].filter((importance) => placeOnMap({ importance }, { verdict: 'thin' }).testFirst);
  expect(first).toEqual([4, 5]);
  expect(placeOnMap({ importance: 4 }, undefined)).toEqual({ important: true, known: false, testFirst: true });
  expect(placeOnMap({ importance: 5 }, { verdict: 'mixed' })).toEqual({ important: true, known: true, testFirst: false });
});
