// The sums of `npm test`: nothing that broke may look green.
import { describe, expect, test } from 'vitest';

import { playwrightResults, sumResults, vitestResults } from '../../../scripts/test-results.ts';

const file = (name: string, status: string, ...assertions: [string, string][]) => ({
  name: `/somewhere/test/unit/${name}`,
  status,
  assertionResults: assertions.map(([fullName, state]) => ({ fullName, status: state })),
});

describe('vitest', () => {
  test('counts passed, failed and skipped tests by name', () => {
    const testResults = [
      file('a.test.ts', 'failed', ['one', 'passed'], ['two', 'failed']),
      file('b.test.ts', 'passed', ['three', 'skipped'], ['four', 'todo']),
    ];
    expect(vitestResults({ success: false, testResults })).toEqual({
      passed: 1,
      failed: ['test/unit/a.test.ts: two'],
      skipped: ['test/unit/b.test.ts: three', 'test/unit/b.test.ts: four'],
    });
  });

  test('a file that does not load has failed, although none of its tests has', () => {
    expect(vitestResults({ success: false, testResults: [file('a.test.ts', 'failed')] }).failed).toEqual([
      'test/unit/a.test.ts: could not be run',
    ]);
  });

  test('a run without a report, without tests, or that failed outside of its tests is not green', () => {
    expect(vitestResults(null).failed).toHaveLength(1);
    expect(vitestResults({ success: true, testResults: [] }).failed).toHaveLength(1);
    expect(vitestResults({ success: false, testResults: [file('a.test.ts', 'passed', ['one', 'passed'])] }).failed).toHaveLength(1);
  });
});

describe('playwright', () => {
  const spec = (title: string, status: string, description?: string) => ({
    title,
    tests: [{ projectName: 'browser', status, annotations: description ? [{ type: 'skip', description }] : [] }],
  });
  const report = (...specs: ReturnType<typeof spec>[]) => ({
    errors: [] as { message: string }[],
    suites: [{ file: 'a.spec.ts', title: 'a.spec.ts', specs: [], suites: [{ file: 'a.spec.ts', title: 'dark', specs }] }],
  });

  test('counts nested tests, with the reason of a skipped one; a flaky one has failed', () => {
    const results = playwrightResults(
      report(spec('one', 'expected'), spec('two', 'unexpected'), spec('three', 'flaky'), spec('four', 'skipped', 'no Electron')),
      false,
    );
    expect(results).toEqual({
      passed: 1,
      failed: ['browser: a.spec.ts > dark > two', 'browser: a.spec.ts > dark > three'],
      skipped: ['browser: a.spec.ts > dark > four (no Electron)'],
    });
  });

  test('errors before any test, no report and an unexplained exit are not green', () => {
    expect(playwrightResults(null, true).failed).toHaveLength(1);
    expect(playwrightResults({ ...report(), errors: [{ message: 'does not build\nmore' }] }, false).failed).toEqual([
      'playwright: does not build',
    ]);
    expect(playwrightResults(report(spec('one', 'expected')), false).failed).toHaveLength(1);
    expect(playwrightResults(report(), true).failed).toHaveLength(1);
  });
});

test('sums add up', () => {
  expect(
    sumResults([
      { passed: 2, failed: ['a'], skipped: [] },
      { passed: 3, failed: ['b'], skipped: ['c'] },
    ]),
  ).toEqual({ passed: 5, failed: ['a', 'b'], skipped: ['c'] });
});
