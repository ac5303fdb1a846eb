// The sample study: every quote stands in its transcript, every key is defined, and every verdict occurs.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { expect, test } from 'vitest';

test('the check of the sample study finds no faults and all five verdicts', () => {
  const script = path.resolve(import.meta.dirname, '../../../scripts/check-sample-study.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout).toContain('No faults.');
  for (const verdict of ['supported', 'contradicted', 'mixed', 'thin', 'not tested'])
    expect(stdout).toMatch(new RegExp(`'?${verdict}'?: [1-9]`));
  expect(status).toBe(0);
});
