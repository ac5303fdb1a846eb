// Gates by keys: refused without both texts, drafted from the study, passed, undone; digest, hand-off pack, brief, before and after as they leave.
import { readFile } from 'node:fs/promises';

import { strFromU8, unzipSync } from 'fflate';

import { expect, runCommand, test } from './fixtures.ts';
import { look } from './support/look.ts';

test.use({ sampleStudy: true });

test('a gate is passed only with both texts, by keys; undo opens it again', async ({ page }) => {
  await runCommand(page, 'Add a phase gate…');
  await expect(page.getByRole('dialog', { name: 'What is the gate called?' }).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Pilot start');
  await page.keyboard.press('Enter');
  const gate = page.getByRole('region', { name: 'Pilot start', exact: true });
  await expect(gate.getByText('It has no summary of recent conversations yet.')).toBeVisible();
  await gate.getByRole('button', { name: 'Mark as passed' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('A gate is passed with a summary of recent conversations.')).toBeVisible();
  await gate.getByRole('textbox', { name: 'What customers said lately' }).fill('Six people waited for a price.');
  await gate.getByRole('textbox', { name: 'How this shaped the concept' }).fill('Prices stand on the first page.');
  await page.keyboard.press('Tab');
  await expect(gate.getByText('Ready to be passed')).toBeVisible();
  await look(page, 'gates');
  await gate.getByRole('button', { name: 'Mark as passed' }).focus();
  await page.keyboard.press('Enter');
  await expect(gate.getByText(/^Passed on /)).toBeVisible();
  await gate.getByRole('button', { name: 'Open it again' }).focus();
  await page.keyboard.press('Enter');
  await expect(gate.getByText('Ready to be passed')).toBeVisible();
});

test('the digest goes from month to month; the pack holds stories, pains, words and objections, also as a Word document', async ({
  page,
  shell,
}) => {
  await runCommand(page, 'Show the digest of the month: what was learned, by whom');
  const digest = page.getByRole('region', { name: 'Digest of the month' });
  await expect(digest.getByRole('heading', { level: 1 })).toContainText('what we learned in');
  const before = await digest.getByRole('heading', { level: 1 }).innerText();
  await digest.getByRole('button', { name: 'Month before' }).click();
  await expect(digest.getByRole('heading', { level: 1 })).not.toHaveText(before);
  await look(page, 'digest');
  await runCommand(page, 'Show the hand-off pack for marketing and sales');
  const pack = page.getByRole('region', { name: 'Hand-off pack for marketing and sales' });
  for (const name of ['Stories', 'What gets in the way', 'Their words', 'What they hold against what we say'])
    await expect(pack.getByRole('heading', { name, exact: true })).toBeAttached();
  await expect(pack.locator('blockquote').first()).toBeVisible();
  await look(page, 'handoff');
  if (shell === 'desktop') return;
  const button = pack.getByRole('button', { name: 'Word document…' });
  await button.focus();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toBe('Hand-off pack for marketing and sales.docx');
  const words = strFromU8(unzipSync(await readFile(await download.path()))['word/document.xml'] ?? new Uint8Array());
  const said = (await pack.locator('blockquote p').first().innerText()).split('\n')[0]?.slice(0, 30) ?? 'nothing';
  expect(words).toContain(said);
  // From whose words they are, Enter leads to their place in the transcript.
  await pack.locator('blockquote a').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /^Transcript of / })).toBeFocused();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText(said);
});

test('before and after stands side by side; a brief shows one department, and what to acknowledge', async ({ page }) => {
  await runCommand(page, 'Show before and after: what we believed, forecast and heard');
  const after = page.getByRole('region', { name: 'Before and after' });
  await expect(after.getByRole('columnheader', { name: 'What we heard' }).first()).toBeVisible();
  await expect(after.getByText(/Differs from what we heard\. \d+ of 14 people spoke to this/).first()).toBeAttached();
  await look(page, 'before-after');
  await runCommand(page, 'Show the briefs “before you ask”: what to acknowledge in each department');
  const brief = page.getByRole('region', { name: 'Before you ask' });
  await brief.getByRole('combobox', { name: 'Department' }).selectOption('Sales');
  await expect(brief.getByRole('heading', { level: 2 })).toHaveText(['Sales']);
  await expect(brief.getByRole('heading', { name: 'What to acknowledge before you ask' })).toHaveCount(1);
  await look(page, 'brief');
});
