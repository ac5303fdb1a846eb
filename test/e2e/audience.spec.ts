// Whom an export is for, and under which names: chosen in the window, said before anything is written, and kept by the files.
import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';

import { expect, expectNoAxeViolations, runCommand, test } from './fixtures.ts';

test.use({ sampleStudy: true });

const WITHHELD = '[Withheld: the speaker has not agreed to this use]';

async function saved(page: Page, command: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), runCommand(page, command)]);
  return readFile(await download.path());
}

/** The first participant agrees to the team only. */
async function onlyForTheTeam(page: Page): Promise<void> {
  await runCommand(page, 'Record consent of a participant…');
  await expect(page.getByRole('dialog', { name: 'Record consent' }).getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Given: inside the team' }).click();
}

test('words for the team are in the files for the team, and the choice is seen wherever exports begin', async ({ page, shell }) => {
  test.skip(shell === 'desktop', 'the desktop saves by a dialog of the system');
  await onlyForTheTeam(page);
  expect((await saved(page, 'Export the quotes as a table (CSV)')).toString('utf8')).toContain(WITHHELD);
  await runCommand(page, 'Show queries and tables of tags');
  await page.getByRole('combobox', { name: 'Exports are for' }).selectOption('the team');
  expect((await saved(page, 'Export the quotes as a table (CSV)')).toString('utf8')).not.toContain(WITHHELD);
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('quotes.csv was exported for the team');
  await expectNoAxeViolations(page, 'queries with the choice of whom exports are for');
  await runCommand(page, 'Choose whom exports, prints and the readout are for…');
  await expect(page.getByRole('option', { name: /For the team/ })).toContainText('now');
  await page.getByRole('option', { name: /For anybody outside/ }).click();
  await expect(page.getByRole('combobox', { name: 'Exports are for' })).toHaveValue('outside');
  expect((await saved(page, 'Export readout as Markdown…')).toString('utf8')).toContain('withheld');
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('was exported for anybody outside');
});

test('a package for other tools says how many interviews and snippets stay out, and leaves with pseudonyms when asked', async ({
  page,
  shell,
}) => {
  test.skip(shell === 'desktop', 'the desktop saves by a dialog of the system');
  await onlyForTheTeam(page);
  await runCommand(page, 'Export the study for other tools (REFI-QDA)…');
  const dialog = page.getByRole('dialog', { name: 'Export the study for other tools' });
  await expect(dialog).toContainText('the real names of');
  await expect(dialog).not.toContainText('for want of consent');
  await dialog.getByRole('combobox', { name: 'For' }).selectOption('stakeholders');
  await expect(dialog).toContainText(/\d+ of \d+ interviews stays? out for want of consent, and with (it|them) \d+ of \d+ snippets/);
  await dialog.getByRole('checkbox', { name: 'Pseudonyms in place of participants’ names' }).check();
  await expect(dialog).toContainText('Participants appear under their pseudonyms');
  await expect(dialog).not.toContainText('the real names of');
  await expectNoAxeViolations(page, 'a package with pseudonyms');
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Export' }).click()]);
  const files = unzipSync(await readFile(await download.path()));
  const text = Object.values(files)
    .map((part) => Buffer.from(part).toString('utf8'))
    .join('\n');
  expect(text).not.toContain('Amara');
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText(
    'was exported for stakeholders, with pseudonyms for names.',
  );
});
