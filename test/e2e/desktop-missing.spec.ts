// Runs only where the desktop window cannot be tested, so that a report says so instead of saying nothing.
import { test } from '@playwright/test';

test('the desktop window', ({}, { project }) => {
  test.skip(true, `The desktop window was not tested: ${String(project.metadata['reason'])}.`);
});
