// Studies in the real window: made, closed, opened, found again, kept, repaired; and a search that shows the place.
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Locator, Page } from '@playwright/test';

import { expect, expectNoAxeViolations, runCommand, test } from './fixtures.ts';

const studyName = (page: Page): Locator => page.getByRole('heading', { level: 1 });
const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });

/** Types a folder into the path field of a dialog and lets its list show it. */
async function goToFolder(page: Page, label: string, folder: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(folder);
  await page.keyboard.press('Enter');
}

test('a study is made by keyboard alone, closed, and opened again from the recent ones', async ({ app, page, folder }) => {
  expect(app.vaultFolder).not.toBe('');
  await page.keyboard.press('Control+K');
  await page.keyboard.press('n');
  await expect(dialog(page, 'New study')).toBeVisible();
  await expectNoAxeViolations(page, 'the dialog of a new study');
  await page.keyboard.type('Renewals: 2026/27');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(folder);
  await page.keyboard.press('Enter');
  await expect(page.getByText(path.join(folder, 'Renewals 2026 27.plumb'))).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(studyName(page)).toHaveText('Renewals: 2026/27');
  await expect(page.getByRole('heading', { name: 'Next in “Renewals: 2026/27”' })).toBeVisible();
  // Nothing had the focus before, so it goes to what comes next.
  await expect(page.getByRole('region', { name: /^Next in/ }).getByRole('button', { name: /^Import transcripts/ })).toBeFocused();
  await runCommand(page, 'Close the study');
  await expect(page.getByText('No study open')).toBeVisible();
  await expectNoAxeViolations(page, 'the welcome page with recent studies');
  await page.getByRole('button', { name: /^Renewals: 2026\/27.*today/ }).press('Enter');
  await expect(studyName(page)).toHaveText('Renewals: 2026/27');
});

test.describe('with nothing chosen yet', () => {
  test.use({ noStudy: true });

  test('the sample opens by itself, and kept it is there after a restart', async ({ app, page, folder, cli }) => {
    await expect(page.getByText('Sample copy', { exact: true })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Your first readout' })).toBeVisible();
    await page.keyboard.press('Alt+1');
    await expect(page.getByRole('tab', { name: 'Plan' })).toBeVisible();
    await page.getByRole('button', { name: 'Keep this study…' }).click();
    await goToFolder(page, 'Where', folder);
    await expectNoAxeViolations(page, 'the dialog of keeping the sample');
    await page.getByRole('button', { name: 'Keep study' }).click();
    await expect(page.getByText('Sample copy', { exact: true })).toBeHidden();
    await expect(page.getByRole('tab', { name: 'Plan' })).toBeVisible();
    const again = await app.restart();
    // There is something to choose from now: nothing opens by itself.
    await again.getByRole('button', { name: /^Larkmoor pricing study/ }).click();
    await expect(studyName(again)).toHaveText('Larkmoor pricing study');
    await runCommand(again, 'Close the study');
    await expect(again.getByText('No study open')).toBeVisible();
    const [checked] = (await cli(['check', path.join(folder, 'Larkmoor pricing study.plumb'), '--json'])).objects;
    expect(checked).toMatchObject({ ok: true });
  });

  test('a study is found through its folder, with the mouse', async ({ page, vaultFolder, folder }) => {
    await expect(page.getByText('Sample copy', { exact: true })).toBeVisible();
    await page.keyboard.press('Control+O');
    await goToFolder(page, 'Folder', folder);
    const row = dialog(page, 'Open a study').getByRole('row', { name: path.basename(vaultFolder) });
    await expect(row).toContainText('study');
    await expectNoAxeViolations(page, 'the dialog of opening a study');
    await row.dblclick();
    await expect(studyName(page)).toHaveText('Test study');
  });

  test('a folder typed before the first list has come is not written over by it', async ({ page, folder }) => {
    let letThrough = (): void => undefined;
    const held = new Promise<void>((resolve) => (letThrough = resolve));
    await page.route('**/rpc/folders.list', (route) => held.then(() => route.continue()), { times: 1 });
    await page.keyboard.press('Control+O');
    const field = page.getByLabel('Folder', { exact: true });
    await field.fill(folder);
    await expect(dialog(page, 'Open a study').getByRole('grid')).toContainText('Looking…');
    letThrough();
    await expect(dialog(page, 'Open a study').getByRole('grid')).not.toContainText('Looking…');
    await expect(field).toHaveValue(folder);
  });

  test('a study that is open elsewhere can be looked at meanwhile, and written once it is free', async ({ page, rival, vaultFolder }) => {
    const holder = await rival.start();
    await expect(studyName(holder)).toHaveText('Test study');
    await page.keyboard.press('Control+O');
    await goToFolder(page, 'Folder', vaultFolder);
    await page.keyboard.press('Enter');
    const held = dialog(page, '“Test study” is open elsewhere');
    await expect(held.getByRole('button', { name: 'Open read-only' })).toBeFocused();
    await expect(held.getByRole('button', { name: 'Open it anyway' })).toHaveCount(0);
    await expectNoAxeViolations(page, 'the dialog of a study that is open elsewhere');
    await page.keyboard.press('Enter');
    const banner = page.getByRole('region', { name: 'Read-only' });
    await expect(banner).toContainText('This study can only be read at the moment.');
    await expectNoAxeViolations(page, 'a study opened read-only');
    await banner.getByRole('button', { name: 'Open for writing' }).click();
    await expect(held).toBeVisible();
    await rival.stop();
    await held.getByRole('button', { name: 'Try again' }).press('Enter');
    await expect(banner).toBeHidden();
    await runCommand(page, 'New memo');
    await expect(page.getByRole('button', { name: /^Undo / })).toBeEnabled();
  });
});

test('a damaged study says what is wrong and opens at its last good point when asked', async ({ app, page, vaultFolder, folder }) => {
  await runCommand(page, 'New memo');
  await page.keyboard.press('Control+K');
  await page.keyboard.press('w');
  // As a program that was killed leaves it, with one byte of its journal changed.
  const damaged = path.join(folder, 'Damaged.plumb');
  await cp(vaultFolder, damaged, { recursive: true, filter: (file) => !file.endsWith('.lock') });
  const journal = path.join(damaged, 'journal.ndjson');
  const before = (await readFile(journal, 'utf8')).replace('"addMemo"', '"addMemO"');
  await writeFile(journal, before);
  await page.keyboard.press('Control+O');
  await goToFolder(page, 'Folder', damaged);
  await page.keyboard.press('Enter');
  const recovery = dialog(page, '“Damaged” needs your decision');
  await expect(recovery.getByRole('region', { name: 'What was found' }).getByRole('listitem')).not.toHaveCount(0);
  await expectNoAxeViolations(page, 'the recovery dialog');
  expect(await readFile(journal, 'utf8')).toBe(before);
  await expect(studyName(page)).toHaveText('Test study');
  await expect(recovery.getByRole('region', { name: 'What is missing' })).toContainText('Change');
  await recovery.getByText('Show the files').press('Enter');
  await expect(recovery.getByRole('row', { name: /^journal\.ndjson/ })).toBeVisible();
  await expectNoAxeViolations(page, 'the report on a damaged study with its files');
  await recovery.getByRole('button', { name: 'Open at the last good point' }).click();
  await expect(recovery).toBeHidden();
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('was opened at its last good point');
  await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('Damaged');
  expect(await readdir(path.join(damaged, 'quarantine'))).not.toEqual([]);
  expect(app.vaultFolder).toBe(vaultFolder);
});

test.describe('in the sample study', () => {
  test.use({ sampleStudy: true });

  test('a search by keyboard opens the place that was found', async ({ page }) => {
    await page.keyboard.press('Control+Shift+F');
    await page.keyboard.type('"asked at the renewal" kind:transcripts');
    const bar = page.getByRole('complementary', { name: 'Search' });
    await expect(bar.getByRole('status')).toHaveText('1 turn');
    await page.keyboard.press('ArrowDown');
    await expect(bar.getByRole('option')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: 'P07 Farida (preview)' })).toBeVisible();
    await expect(page.getByRole('tabpanel').getByText(/My boss asked at the renewal/)).toBeInViewport();
  });

  test('a search from the palette lists names before places, and many places stay a list to walk', async ({ page }) => {
    await page.keyboard.press('Control+P');
    await page.keyboard.type('%price');
    await page.keyboard.press('Enter');
    const bar = page.getByRole('complementary', { name: 'Search' });
    await expect(bar.getByRole('textbox', { name: 'Search everything' })).toBeFocused();
    await expect(bar.getByRole('option').first()).toHaveText(/^Price\s*tag$/);
    await expect(bar.getByRole('status')).toHaveText(/^\d+ names, .*\d+ snippets, \d+ turns$/);
    await expectNoAxeViolations(page, 'the search with names and places');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    const last = bar.getByRole('option').last();
    await expect(last).toBeFocused();
    await expect(last.locator('mark')).toBeInViewport();
  });

  test('settings work by keyboard and last over a restart', async ({ app, page }) => {
    await page.keyboard.press('Control+,');
    await expect(page.getByRole('radio', { name: 'Follow the system' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('slider', { name: 'Size of transcript text: 18 px' })).toBeFocused();
    await expectNoAxeViolations(page, 'the settings');
    const again = await app.restart();
    await expect(again.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(again.locator('html')).toHaveAttribute('style', /--reading-size: 18px/);
  });
});
