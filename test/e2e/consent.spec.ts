// Consent by keyboard: recorded from the palette, kept by what is copied and by the readout's file, and back with one undo.
import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { expect, expectNoAxeViolations, runCommand } from './fixtures.ts';
import { dragOver, GUESSING, openTranscript, selectedWords, selectFirstAnswer, test, undoLabel } from './support/transcript-page.ts';

/** What the page puts on the clipboard, by its own doing and by the browser's. */
async function watchCopies(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const copies: string[] = [];
    Object.assign(window, { copies });
    navigator.clipboard.writeText = async (text) => void copies.push(text);
    document.addEventListener('copy', () => copies.push(getSelection()?.toString() ?? ''));
  });
  return () => page.evaluate(() => (window as unknown as { copies: string[] }).copies);
}

async function record(page: Page, choice: string): Promise<void> {
  await runCommand(page, 'Record consent of a participant…');
  await expect(page.getByRole('dialog', { name: 'Record consent' }).getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: choice }).click();
}

/** The words are selected anew: what was asked meanwhile took the focus. */
async function backToAnswer(page: Page): Promise<void> {
  await openTranscript(page);
  await dragOver(page, GUESSING);
  await expect.poll(() => selectedWords(page)).toBe(GUESSING);
}

test('withdrawn words are not copied and not exported; words for the team are copied when it is said so', async ({ page, shell }) => {
  await openTranscript(page);
  const copies = await watchCopies(page);
  await selectFirstAnswer(page);
  await page.keyboard.press('ControlOrMeta+C');
  await expect.poll(copies).toHaveLength(1);
  await record(page, 'Withdrawn');
  await expect(page.getByRole('combobox', { name: 'What they agreed to' })).toHaveValue('withdrawn');
  await expectNoAxeViolations(page, 'consent in the inspector');
  await backToAnswer(page);
  await page.keyboard.press('ControlOrMeta+C');
  await expect(page.getByRole('alert')).toContainText('The quote was not copied. P01 has withdrawn consent.');
  expect(await copies()).toHaveLength(1);
  await record(page, 'Given: inside the team');
  await backToAnswer(page);
  await page.keyboard.press('ControlOrMeta+C');
  await page.getByRole('button', { name: 'Copy for the team' }).click();
  await expect.poll(copies).toHaveLength(2);
  expect((await copies()).at(-1)).toContain(GUESSING);
  await expect(undoLabel(page)).toHaveAccessibleName(/Record consent of P01/);
  await undoLabel(page).click();
  await runCommand(page, 'Show participants');
  await expect(page.getByRole('cell', { name: 'Withdrawn' })).toBeVisible();
  test.skip(shell === 'desktop', 'the desktop saves by a dialog of the system');
  await backToAnswer(page);
  await page.keyboard.press('2');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    runCommand(page, 'Export the snippets as Markdown notes with tags'),
  ]);
  expect((await readFile(await download.path())).includes(GUESSING)).toBe(false);
  await expect(page.getByRole('status').filter({ hasText: 'The words of 1 person are withheld (1 quote)' })).toBeVisible();
});
