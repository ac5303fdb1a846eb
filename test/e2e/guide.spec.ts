// The interview guide and the recruitment list: by keyboard, accessible in both colours, a calendar file that can be saved.
import { readFile } from 'node:fs/promises';

import { expect, expectNoAxeViolations, runCommand, test } from './fixtures.ts';

test.use({ sampleStudy: true });

test('coverage is walked and marked by keyboard, and undo takes it back', async ({ page }) => {
  await runCommand(page, 'Show the interview guide');
  const guide = page.getByRole('region', { name: 'Interview guide' });
  await expect(guide.getByText('Double.')).toBeVisible();
  await expectNoAxeViolations(page, 'the guide');
  await runCommand(page, 'Show which question was asked in which interview (coverage)');
  await expect(guide.getByText(/proposals from the transcripts to confirm/)).toBeVisible();
  await guide.getByRole('button', { name: 'Question 1, P01 Amara: asked' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(guide.getByRole('button', { name: 'Question 2, P01 Amara: open' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(guide.getByRole('button', { name: 'Question 2, P01 Amara: asked' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(guide.getByRole('button', { name: 'Question 2, P01 Amara: not asked' })).toBeFocused();
  await expectNoAxeViolations(page, 'the coverage');
  await page.keyboard.press('ControlOrMeta+Z');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(guide.getByRole('button', { name: 'Question 2, P01 Amara: open' })).toBeVisible();
});

test('an advocate stands first, and an invitation is saved for calendars', async ({ page }) => {
  await runCommand(page, 'Show the recruitment list and invitations');
  const list = page.getByRole('region', { name: 'Recruitment list' });
  const people = list.getByRole('list', { name: 'People, in the order in which to ask them' }).getByRole('button');
  await expect(people.first()).toContainText('Edda Lindqvist');
  await expectNoAxeViolations(page, 'the recruitment list');
  await people.nth(1).click();
  await list.getByRole('button', { name: 'Invitation…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invitation' });
  await expect(dialog).toContainText('Rutger suggested that we speak');
  await expectNoAxeViolations(page, 'an invitation');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save for calendars (.ics)' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toContain('DTSTART:20260702T083000Z\r\nDURATION:PT45M\r\n');
});

test.describe('dark', () => {
  test.use({ colorScheme: 'dark' });

  test('both pages are accessible in dark colours too', async ({ page }) => {
    await runCommand(page, 'Show which question was asked in which interview (coverage)');
    await expect(page.getByText(/proposals from the transcripts to confirm/)).toBeVisible();
    await expectNoAxeViolations(page, 'the coverage, dark');
    await runCommand(page, 'Show the recruitment list and invitations');
    await expect(page.getByRole('region', { name: 'Recruitment list' })).toBeVisible();
    await expectNoAxeViolations(page, 'the recruitment list, dark');
  });
});
