// Gates by keys: refused without both texts, drafted from the study, passed, undone; digest and hand-off pack as they leave.
import { expect, runCommand, test } from './fixtures.ts';
import { look } from './support/look.ts';

test.use({ sampleStudy: true });

test('a gate is passed only with both texts, by keys; undo opens it again', async ({ page }) => {
  await runCommand(page, 'Add a phase gate…');
  await expect(page.getByRole('dialog', { name: 'What is the gate called?' }).getByRole('textbox')).toBeFocused();
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

test('the digest goes from month to month; the pack holds stories, pains, words and objections', async ({ page }) => {
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
});
