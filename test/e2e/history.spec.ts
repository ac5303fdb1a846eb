// History, backups and deleting a person in the real window, by keyboard, without a finding of axe.
import { readdirSync } from 'node:fs';
import path from 'node:path';

import { findInFiles } from '../builders/canaries.ts';
import { expect, expectNoAxeViolations, runCommand, test } from './fixtures.ts';

test.use({ sampleStudy: true });

test('looking back by keyboard: the window shows the study as it was, refuses changes, and comes back', async ({ page }) => {
  await runCommand(page, 'New memo');
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('h');
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
  const first = page.locator('[data-step]').first();
  await expect(first).toContainText('Add memo');
  await first.focus();
  await expectNoAxeViolations(page);
  await page.keyboard.press('End');
  const look = page.getByRole('button', { name: 'Look at the study as of then' });
  await look.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Back to now' })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Back to now' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Back to now' })).toBeHidden();
  await expect(page.locator('[data-step]').first()).toContainText('Add memo');
});

test('a backup is made and stands in the list', async ({ page, vaultFolder }) => {
  await runCommand(page, 'Show backups');
  await expect(page.getByRole('heading', { name: 'Backups', exact: true })).toBeVisible();
  const before = readdirSync(path.join(vaultFolder, 'backups')).length;
  await runCommand(page, 'New memo');
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await runCommand(page, 'Make a backup now');
  await expect.poll(() => readdirSync(path.join(vaultFolder, 'backups')).filter((name) => !name.startsWith('.')).length).toBe(before + 1);
  await runCommand(page, 'Show backups');
  await expect(page.getByRole('table', { name: 'In the study’s own folder' }).getByText('By hand').first()).toBeVisible();
  await expectNoAxeViolations(page);
});

test('a person is deleted for good: no byte of them stays in the study or in the app’s own folder', async ({ page, vaultFolder, app }) => {
  await runCommand(page, 'Show participants');
  await page.getByRole('button', { name: 'P03' }).focus();
  await page.getByRole('button', { name: /Delete this person/ }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Delete P03 and everything they said' });
  await expect(dialog.getByText('17 snippets')).toBeVisible();
  await expectNoAxeViolations(page);
  await dialog.getByRole('textbox', { name: 'Type P03 to confirm' }).fill('P03');
  await page.keyboard.press('Enter');
  await expect(page.getByText('One participant was deleted').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'P03' })).toHaveCount(0);
  expect(findInFiles([vaultFolder, app.dataFolder], ['Rutger', 'Eighty per cent of our visi'])).toEqual([]);
});
