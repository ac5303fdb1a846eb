// Counts what the test runners wrote into their JSON reports; what did not run at all counts as failed.

export interface TestResults {
  passed: number;
  /** Names of failed tests, and of files and runners that broke before any test. */
  failed: string[];
  /** Names of tests that did not apply here. */
  skipped: string[];
}

interface VitestReport {
  success: boolean;
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
}

/** Reads the report of Vitest's JSON reporter. @param report null when there is none. */
export function vitestResults(report: unknown): TestResults {
  if (report === null) return broken('vitest wrote no report');
  const { success, testResults } = report as VitestReport;
  const results: TestResults = { passed: 0, failed: [], skipped: [] };
  for (const file of testResults) {
    for (const { status, fullName } of file.assertionResults) {
      const name = `${shortName(file.name)}: ${fullName.trim()}`;
      if (status === 'passed') results.passed += 1;
      else (status === 'failed' ? results.failed : results.skipped).push(name);
    }
    const anyFailed = file.assertionResults.some(({ status }) => status === 'failed');
    if (file.status === 'failed' && !anyFailed) results.failed.push(`${shortName(file.name)}: could not be run`);
  }
  return withVerdict(results, success, 'vitest failed outside of its tests');
}

interface PlaywrightSuite {
  file: string;
  title: string;
  suites?: PlaywrightSuite[];
  specs: { title: string; tests: { projectName: string; status: string; annotations: { type: string; description?: string }[] }[] }[];
}

/** Reads the report of Playwright's JSON reporter. @param report null when there is none. */
export function playwrightResults(report: unknown, exitedWell: boolean): TestResults {
  if (report === null) return broken('playwright wrote no report');
  const { suites, errors } = report as { suites: PlaywrightSuite[]; errors: { message?: string }[] };
  const results: TestResults = { passed: 0, failed: [], skipped: [] };
  for (const suite of suites) takeSuite(suite, [], results);
  for (const { message } of errors) results.failed.push(`playwright: ${(message ?? 'error').split('\n')[0] ?? ''}`);
  return withVerdict(results, exitedWell, 'playwright failed outside of its tests');
}

function takeSuite(suite: PlaywrightSuite, above: readonly string[], results: TestResults): void {
  const titles = [...above, suite.title];
  for (const { title, tests } of suite.specs) {
    for (const { projectName, status, annotations } of tests) {
      const reason = annotations.find(({ type }) => type === 'skip')?.description;
      const name = `${projectName}: ${[...titles, title].join(' > ')}${reason ? ` (${reason})` : ''}`;
      if (status === 'expected') results.passed += 1;
      else (status === 'skipped' ? results.skipped : results.failed).push(name);
    }
  }
  for (const inner of suite.suites ?? []) takeSuite(inner, titles, results);
}

/** Adds up what several runners found. */
export function sumResults(all: readonly TestResults[]): TestResults {
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.flatMap(({ failed }) => failed),
    skipped: all.flatMap(({ skipped }) => skipped),
  };
}

function broken(what: string): TestResults {
  return { passed: 0, failed: [what], skipped: [] };
}

/** A runner that says it failed, or that ran nothing, is never counted as green. */
function withVerdict(results: TestResults, good: boolean, otherwise: string): TestResults {
  if (good && results.passed + results.failed.length + results.skipped.length === 0) results.failed.push(`${otherwise}: no test was run`);
  else if (!good && results.failed.length === 0) results.failed.push(otherwise);
  return results;
}

function shortName(file: string): string {
  return file.replace(/^.*?[\\/]test[\\/]/, 'test/');
}
