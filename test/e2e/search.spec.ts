// Searching: one box for everything, by keys from the box to the place and back; and finding words inside a transcript.
import { expect, expectNoAxeViolations } from './fixtures.ts';
import { inspector, openTranscript, painted, picker, selectedWords, surface, test } from './support/transcript-page.ts';

test('a word with a typing error leads to the snippet and back to the box; an edit is found at once', async ({
  page,
  cli,
  vaultFolder,
}) => {
  expect((await cli(['search', vaultFolder, 'guessing'])).stdout).toContain('guessing game');
  await openTranscript(page);
  await page.keyboard.press('ControlOrMeta+F');
  const find = page.getByRole('textbox', { name: 'Words in this transcript' });
  await expect(find).toBeFocused();
  await page.keyboard.type('guessing game');
  await expect.poll(() => painted(page, 'found-here')).toEqual(['guessing game']);
  // Closed, the words are selected, ready for a tag.
  await page.keyboard.press('Escape');
  await expect(surface(page)).toBeFocused();
  await expect.poll(() => selectedWords(page)).toBe('guessing game');
  await page.keyboard.press('t');
  await expect(picker(page)).toBeFocused();
  await page.keyboard.type('fog');
  await page.keyboard.press('Enter');
  await expect(inspector(page)).toContainText('guessing game');
  await page.keyboard.press('ControlOrMeta+Shift+F');
  const bar = page.getByRole('complementary', { name: 'Search' });
  const box = bar.getByRole('textbox', { name: 'Search everything' });
  await expect(box).toBeFocused();
  await page.keyboard.type('gusesing tag:');
  await expect(bar.getByRole('group', { name: 'Completions' }).getByRole('button').first()).toHaveText('Price fog');
  await page.keyboard.press('Tab');
  await expect(box).toHaveValue('gusesing tag:"Price fog" ');
  await expect(bar.getByRole('status')).toHaveText('1 snippet');
  await expect(bar.getByText('‘gusesing’ is rare here; also showing guessing.')).toBeVisible();
  await expect(bar.getByRole('option').locator('mark')).toHaveText('guessing');
  await expectNoAxeViolations(page, 'the search box with results');
  await page.keyboard.press('ArrowDown');
  await expect(bar.getByRole('option')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(box).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(surface(page)).toBeFocused();
  await expect(inspector(page)).toContainText('guessing game');
});

test('words are found inside a transcript: counted, painted, next and previous, from the bar and from the text', async ({ page }) => {
  await openTranscript(page);
  await page.keyboard.press('ControlOrMeta+F');
  const bar = page.getByRole('search', { name: 'Find in this transcript' });
  await page.keyboard.type('MANAGER found');
  await expect(bar.getByRole('status')).toHaveText('1 of 10');
  await expect.poll(() => painted(page, 'found')).toHaveLength(10);
  await page.keyboard.press('Shift+Enter');
  await expect(bar.getByRole('status')).toHaveText('10 of 10');
  await expect.poll(() => painted(page, 'found-here')).toEqual(['manager found']);
  await page.keyboard.press('F3');
  await expect(bar.getByRole('status')).toHaveText('1 of 10');
  await expectNoAxeViolations(page, 'the bar that finds words');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('xyz');
  await expect(bar.getByRole('status')).toHaveText('Not in this transcript');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect.poll(() => painted(page, 'found')).toEqual([]);
});

test('while the palette is open the focus stays in it, whatever asks for it late', async ({ page }) => {
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('ControlOrMeta+P');
  const field = page.getByRole('dialog', { name: 'Go to' }).getByRole('combobox');
  await expect(field).toBeFocused();
  // As a view does that was shown a moment before.
  await page.evaluate(() =>
    document.querySelector<HTMLElement>('[data-part="sideBar"] [role="treegrid"], [data-part="sideBar"] button')?.focus(),
  );
  await page.keyboard.type('Karim');
  await expect(field).toHaveValue('Karim');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Go to' })).toHaveCount(0);
});
