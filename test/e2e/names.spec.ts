// Names are proposed, ticked and replaced from the window, with a key list; undo brings them back.
import path from 'node:path';

import { expect, expectNoAxeViolations, runCommand, test } from './fixtures.ts';

test.use({ sampleStudy: true });

test('names are found with their places, replaced as one step with a key list, and brought back by undo', async ({ page }) => {
  await runCommand(page, 'Replace names by pseudonyms…');
  const dialog = page.getByRole('dialog', { name: 'Replace names by pseudonyms' });
  await expect(dialog.getByRole('row', { name: /Bronagh/ })).toContainText('16 places');
  await expect(dialog.getByRole('checkbox', { name: 'Replace Amara' })).toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: 'Replace Bronagh' })).not.toBeChecked();
  await expectNoAxeViolations(page, 'the names that were found');
  await dialog.getByRole('textbox', { name: 'In the place of Bronagh' }).fill('[support]');
  await expect(dialog.getByRole('checkbox', { name: 'Replace Bronagh' })).toBeChecked();
  const download = page.waitForEvent('download');
  await dialog.getByLabel('Passphrase of the key list').fill('a long passphrase');
  await dialog.getByRole('button', { name: /^Replace \d+ names$/ }).click();
  expect((await download).suggestedFilename()).toContain('key list');
  await expect(dialog).toBeHidden();
  const notices = page.getByRole('region', { name: 'Notifications' });
  await expect(notices).toContainText('History and backups still hold the names.');
  await page.keyboard.press('ControlOrMeta+Shift+F');
  await page.keyboard.type('Bronagh kind:transcripts');
  const bar = page.getByRole('complementary', { name: 'Search' });
  await expect(bar.getByRole('status')).toContainText('Nothing holds');
  await page.keyboard.press('Escape');
  await notices.getByRole('button', { name: 'Undo' }).click();
  await bar.getByRole('textbox', { name: 'Search everything' }).fill('Bronagh kind:transcripts');
  await expect(bar.getByRole('status')).toContainText(/\d+ turns/);
});

test('names go from history and backups for good when that is ticked, and the study opens again without them', async ({ page }) => {
  await runCommand(page, 'Replace names by pseudonyms…');
  const dialog = page.getByRole('dialog', { name: 'Replace names by pseudonyms' });
  await dialog.getByRole('textbox', { name: 'In the place of Bronagh' }).fill('[support]');
  const forGood = dialog.getByRole('checkbox', { name: 'Also take the names out of history and backups, for good' });
  await expect(forGood).not.toBeChecked();
  await forGood.check();
  await expect(dialog).toContainText('Without a key list nobody can tell who is who');
  await expectNoAxeViolations(page, 'names that go for good');
  await dialog.getByRole('button', { name: /^Replace \d+ names for good$/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText(
    'The names that were replaced are gone from the study, its history, its old texts and its backups.',
  );
  await page.keyboard.press('ControlOrMeta+Shift+F');
  await page.keyboard.type('Bronagh kind:transcripts');
  await expect(page.getByRole('complementary', { name: 'Search' }).getByRole('status')).toContainText('Nothing holds');
});

test('names of an earlier replacement are ticked by the key list that was kept, and go for good', async ({ page, folder }) => {
  await runCommand(page, 'Replace names by pseudonyms…');
  const dialog = page.getByRole('dialog', { name: 'Replace names by pseudonyms' });
  await dialog.getByLabel('Passphrase of the key list').fill('a long passphrase');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: /^Replace \d+ names$/ }).click(),
  ]);
  const list = path.join(folder, 'key list.json');
  await download.saveAs(list);
  await expect(dialog).toBeHidden();
  await runCommand(page, 'Replace names by pseudonyms…');
  await dialog.getByLabel('Key list', { exact: true }).setInputFiles(list);
  await dialog.getByLabel('Passphrase of key list.json').fill('another passphrase');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('does not open the key list');
  await dialog.getByLabel('Passphrase of key list.json').fill('a long passphrase');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByRole('row', { name: /Amara/ })).toContainText('In none of today’s texts');
  await expectNoAxeViolations(page, 'names of a key list');
  await dialog.getByRole('checkbox', { name: 'Also take the names out of history and backups, for good' }).check();
  await dialog.getByRole('button', { name: /for good$/ }).click();
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('The names that were replaced are gone from the study');
});
