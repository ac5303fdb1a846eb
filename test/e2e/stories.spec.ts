// Stories and complaints: one written down by keyboard, many from a table; both coded and counted like interviews, both taken back.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, expectNoAxeViolations, runCommand, test } from './fixtures.ts';

test.use({ sampleStudy: true });

test('a complaint is written down by keyboard, opens as a transcript, and undo takes it back', async ({ page }) => {
  await runCommand(page, 'Write down a story, complaint or observation…');
  const dialog = page.getByRole('dialog', { name: 'Write down what was heard' });
  await expect(dialog.getByLabel('What happened, in the customer’s words where they are known')).toBeFocused();
  await expectNoAxeViolations(page, 'the form of a story');
  await dialog.getByLabel('Kind').selectOption('complaint');
  await dialog.getByLabel('The complaint, word for word').fill('The invoice was wrong twice.\n\nNobody rang back.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('P07');
  await dialog.getByLabel('Channel').fill('phone');
  await dialog.getByLabel('Title').fill('Invoice, twice');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('tab', { name: /Invoice, twice/ })).toBeVisible();
  await expect(page.getByRole('tabpanel').getByText('Nobody rang back.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('1 source was added.');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(page.getByRole('tab', { name: /Invoice, twice/ })).toBeHidden();
});

test('a table of tickets goes in as one step, with what cannot go in said before', async ({ page }, testInfo) => {
  const file = path.join(testInfo.outputDir, 'tickets.csv');
  await writeFileIn(
    file,
    'Ticket,Created,Customer,Message,Channel\nT-1,2026-05-03,Ana,The invoice was wrong.,phone\nT-2,,,Slow again.,mail\nT-3,,,,chat\n',
  );
  await runCommand(page, 'Import stories, tickets or answers from a table…');
  const dialog = page.getByRole('dialog', { name: 'Import stories from a table' });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose a file…' }).click();
  await (await chooser).setFiles(file);
  await expect(dialog).toContainText('2 rows can go in, 1 cannot');
  await expect(dialog).toContainText('Line 4: There are no words in it.');
  await expectNoAxeViolations(page, 'the table of stories');
  await dialog.getByLabel('Kind').selectOption('complaint');
  await dialog.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('2 sources were added.');
  await expect(page.getByRole('row', { name: /T-1/ })).toBeVisible();
});

test('a table in another encoding: the letters can be chosen anew, what was decided before holds, and the choice keeps the focus', async ({
  page,
}, testInfo) => {
  const file = path.join(testInfo.outputDir, 'old tickets.csv');
  await writeFileIn(file, Buffer.from('Ticket,Customer,Message\nT-1,Jos\u00e9,Le d\u00e9lai \u00e9tait long.\n', 'latin1'));
  await runCommand(page, 'Import stories, tickets or answers from a table…');
  const dialog = page.getByRole('dialog', { name: 'Import stories from a table' });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose a file…' }).click();
  await (await chooser).setFiles(file);
  const letters = dialog.getByLabel('The letters of the file are read as');
  await expect(letters).toHaveValue('windows-1252');
  await expect(dialog).toContainText('Words with special letters: José, délai, était');
  await dialog.getByLabel('Kind').selectOption('complaint');
  await letters.focus();
  await letters.selectOption('utf-8');
  await expect(dialog).toContainText('Jos\ufffd');
  await expect(letters).toBeFocused();
  await expect(dialog.getByLabel('Kind')).toHaveValue('complaint');
  await expectNoAxeViolations(page, 'the choice of an encoding');
  await letters.selectOption('windows-1252');
  await expect(dialog).toContainText('Words with special letters: José');
  await dialog.getByRole('button', { name: 'Import 1 row' }).click();
  await expect(page.getByRole('row', { name: /T-1/ })).toBeVisible();
});

async function writeFileIn(file: string, text: string | Buffer): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}
