// Rival assumptions by keys: ranked by what speaks against them, a mark by hand, evidence in words, a topic made and taken back; light and dark.
import type { Locator, Page } from '@playwright/test';

import { expect, runCommand, test } from './fixtures.ts';
import { look } from './support/look.ts';

test.use({ sampleStudy: true });

const TOPIC = 'What buyers want first';
const topic = (page: Page, name = TOPIC): Locator => page.getByRole('region', { name, exact: true });
const ranking = (page: Page): Locator => topic(page).getByRole('list', { name: 'Least against it first' }).getByRole('listitem');
const inWords = (page: Page): Locator => topic(page).getByRole('row', { name: /^Calls to sales begin with the question what it costs/ });
const picker = (page: Page, title: string): Locator => page.getByRole('dialog', { name: title }).getByRole('combobox');

test('rivals are ranked by what speaks against them; a mark by hand moves them, undo moves them back', async ({ page }) => {
  await runCommand(page, 'Show rival assumptions (analysis of competing hypotheses)');
  await expect(topic(page)).toBeVisible();
  await expect(ranking(page)).toHaveCount(3);
  await look(page, 'rivals');
  const before = await ranking(page).allInnerTexts();
  const against = (texts: readonly string[]): number[] => texts.map((text) => Number(/([\d.]+) against/.exec(text)?.[1]));
  expect(against(before)).toEqual(against(before).toSorted((left, right) => left - right));

  // The one that survives so far gets as much against it as words can say.
  const mark = inWords(page).getByRole('combobox', { name: / on / }).first();
  await mark.focus();
  await mark.selectOption('II');
  await expect(mark).toHaveValue('II');
  await expect(mark).toBeFocused();
  await expect.poll(() => ranking(page).allInnerTexts()).not.toEqual(before);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(() => ranking(page).allInnerTexts()).toEqual(before);
});

test('evidence in words is added, weighed and removed; the focus is never lost, and undo brings it back', async ({ page }) => {
  await runCommand(page, 'Show rival assumptions (analysis of competing hypotheses)');
  await topic(page).getByRole('button', { name: 'Add evidence…' }).focus();
  await page.keyboard.press('Enter');
  await expect(picker(page, 'Evidence in words of its own')).toBeFocused();
  await page.keyboard.type('Two of three asked for a demo');
  await page.keyboard.press('Enter');
  const row = topic(page).getByRole('row', { name: /^Two of three asked for a demo/ });
  await expect(row).toBeVisible();
  await row.getByRole('combobox', { name: /^credibility of/ }).selectOption('high');
  await expect(row.getByRole('combobox', { name: /^credibility of/ })).toHaveValue('high');
  const rows = await topic(page).getByRole('row').count();
  const remove = row.getByRole('button', { name: /^Remove the evidence/ });
  await remove.focus();
  await page.keyboard.press('Enter');
  await expect(topic(page).getByRole('row')).toHaveCount(rows - 1);
  await expect(page.locator('body')).not.toBeFocused();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(row).toBeVisible();
});

test('a topic is made from two assumptions by keys alone, and removed; an empty room says what it is for', async ({ page }) => {
  await runCommand(page, 'Set assumptions against each other…');
  for (const title of ['Which assumption has a rival?', 'Against which other? 1 chosen', 'Against which other? 2 chosen']) {
    await expect(picker(page, title)).toBeFocused();
    await page.keyboard.press('Enter');
  }
  await expect(picker(page, 'What are they about?')).toBeFocused();
  await page.keyboard.type('How buyers begin');
  await page.keyboard.press('Enter');
  await expect(topic(page, 'How buyers begin')).toBeVisible();
  await look(page, 'rivals-two-topics');
  for (const name of ['How buyers begin', TOPIC]) {
    await topic(page, name)
      .getByRole('button', { name: /^Remove the topic/ })
      .focus();
    await page.keyboard.press('Enter');
    await expect(topic(page, name)).toBeHidden();
    await expect(page.locator('body')).not.toBeFocused();
  }
  await expect(page.getByText('No rivals yet')).toBeVisible();
  await look(page, 'rivals-empty');
});
