// The readout leaves the study: files that need nothing and name nobody, real names only after a yes, paper; and the way back to the words.
import { readFile } from 'node:fs/promises';

import type { Download, Locator, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';

import { fillPricingStudy, JUDGED, REAL_NAMES } from '../builders/pricing-vault.ts';
import { expect, expectNoAxeViolations, runCommand, test as base } from './fixtures.ts';

const test = base.extend({
  vaultFolder: async ({ vaultFolder, cli, folder }, use) => {
    await fillPricingStudy(cli, vaultFolder, folder, JUDGED);
    await use(vaultFolder);
  },
});

const preview = (page: Page): Locator => page.getByRole('region', { name: 'Preview of the readout' });
const side = (page: Page): Locator => page.getByRole('complementary', { name: 'Readout' });

async function openReadout(page: Page): Promise<void> {
  await page.keyboard.press('Alt+6');
  await expect(preview(page).getByRole('heading', { name: 'Finding 1' })).toBeVisible();
}

async function exported(page: Page, item: string): Promise<Download> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: item }).click()]);
  return download;
}

const textOf = async (download: Download): Promise<string> => readFile(await download.path(), 'utf8');
const namesIn = (text: string): string[] => REAL_NAMES.filter((name) => text.includes(name) || text.includes(name.split(' ')[1] ?? name));

test('the web page is one file: no script, no address, no real name; it shows without any network', async ({ page, browser, shell }) => {
  test.skip(shell === 'desktop', 'the desktop saves by a dialog of the system');
  await openReadout(page);
  const download = await exported(page, 'Web page, one file…');
  expect(download.suggestedFilename()).toBe('Test study readout.html');
  const html = await textOf(download);
  expect(namesIn(html)).toEqual([]);
  expect(html).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|javascript:|@import|url\(/i);
  expect(html.match(/https?:\/\/[^\s"'<]+/g) ?? []).toEqual([]);
  expect(html).toMatch(/Content-Security-Policy" content="default-src &#39;none&#39;|Content-Security-Policy" content="default-src 'none'/);

  const reader = await browser.newPage();
  const requests: string[] = [];
  reader.on('request', (request) => requests.push(request.url()));
  await reader.setContent(html);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Test study');
  await expect(reader.getByText('We always talk first. It is how we buy.').first()).toBeVisible();
  await expect(reader.getByText('Differs from what we heard').first()).toBeVisible();
  expect(requests.filter((url) => !url.startsWith('about:'))).toEqual([]);
  await reader.close();
});

test('the Word document holds the same words and nobody’s name', async ({ page, shell }) => {
  test.skip(shell === 'desktop', 'the desktop saves by a dialog of the system');
  await openReadout(page);
  const download = await exported(page, 'Word document…');
  expect(download.suggestedFilename()).toBe('Test study readout.docx');
  const words = strFromU8(unzipSync(await readFile(await download.path()))['word/document.xml'] ?? new Uint8Array());
  expect(words).toContain('We always talk first. It is how we buy.');
  expect(namesIn(words)).toEqual([]);
});

test('Markdown names nobody either, and says what the preview says', async ({ page, shell }) => {
  test.skip(shell === 'desktop', 'the desktop saves by a dialog of the system');
  await openReadout(page);
  const markdown = await textOf(await exported(page, 'Markdown…'));
  expect(namesIn(markdown)).toEqual([]);
  expect(markdown).toContain('People need a price before they can ask anybody.');
  expect(namesIn((await preview(page).textContent()) ?? '')).toEqual([]);
  await expect(preview(page)).toContainText('People need a price before they can ask anybody.');
});

test('real names go out only after a yes', async ({ page, shell }) => {
  test.skip(shell === 'desktop', 'the desktop saves by a dialog of the system');
  await openReadout(page);
  const ask = async (): Promise<Locator> => {
    await runCommand(page, 'Export readout with real names…');
    await page.getByRole('option', { name: /^Markdown/ }).click();
    return page.getByRole('dialog', { name: 'Export with real names?' });
  };
  let downloads = 0;
  page.on('download', () => (downloads += 1));
  const first = await ask();
  await expect(first.getByRole('button', { name: 'Keep pseudonyms' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(first).toBeHidden();
  const second = await ask();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    second.getByRole('button', { name: 'Export with real names' }).click(),
  ]);
  expect(namesIn(await textOf(download))).toEqual([...REAL_NAMES]);
  expect(downloads).toBe(1);
});

test('a quote is swapped by keyboard; the preview follows, the focus stays with it, undo swaps it back', async ({ page }) => {
  await openReadout(page);
  const first = preview(page).locator('blockquote').first();
  const before = (await first.locator('p').first().textContent()) ?? '';
  await first.getByRole('button', { name: 'Swap quote…' }).focus();
  await page.keyboard.press('q');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(first.locator('p').first()).not.toHaveText(before);
  await expect(first.getByRole('button', { name: 'Swap quote…' })).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(first.locator('p').first()).toHaveText(before);
  await page.keyboard.press('u');
  await expect(page.getByRole('tab', { name: /quotes/ })).toHaveAttribute('aria-selected', 'true');
});

test('checks lead to what is missing, writing fills it, sections are gone to; all of it is accessible', async ({ page }) => {
  await openReadout(page);
  await side(page)
    .getByRole('button', { name: /There is no answer yet/ })
    .click();
  await expect(page.getByRole('textbox', { name: 'The answer, in one sentence' })).toBeFocused();
  await page.keyboard.type('Publish the price.');
  await page.keyboard.press('Tab');
  await expect(side(page).getByRole('button', { name: /There is no answer yet/ })).toHaveCount(0);
  await expectNoAxeViolations(page, 'the readout with its writing panel');
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  await expect(preview(page)).toContainText('Publish the price.');
  await side(page).getByRole('button', { name: 'Sales', exact: true }).click();
  await expect(preview(page).getByRole('heading', { name: 'Sales', exact: true, level: 2 })).toBeFocused();
  await expect(side(page).getByRole('button', { name: 'Sales', exact: true })).toHaveAttribute('aria-current', 'location');
  await expectNoAxeViolations(page, 'the preview of the readout');
});

test('paper gets the document alone, in light colours, and the window comes back', async ({ page }) => {
  await openReadout(page);
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'dark';
    window.print = () => document.documentElement.setAttribute('data-printed', document.title);
  });
  await page.getByRole('button', { name: 'Print…' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'Test study readout');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.print-sheet').getByRole('heading', { level: 1 })).toHaveText('Test study');
  await expect(page.locator('.print-sheet').getByRole('button')).toHaveCount(0);
  await expect(page.locator('#app')).toBeHidden();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.print-sheet')).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
