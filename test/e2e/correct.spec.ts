// Correcting a transcript that is coded already: the open turn, a speaker's name, and a snippet that lost its place.
import { expect, expectNoAxeViolations, runCommand } from './fixtures.ts';
import {
  GUESSING,
  openTranscript,
  painted,
  selectedWords,
  selectFirstAnswer,
  surface,
  test,
  undoLabel,
} from './support/transcript-page.ts';

const CORRECTED = 'Honestly, it was a guessing game for us.';

test('a turn is corrected where it stands, its snippet follows, Esc leaves all as it was, and undo takes it back', async ({ page }) => {
  await openTranscript(page);
  await selectFirstAnswer(page);
  await page.keyboard.press('2');
  await expect.poll(() => painted(page)).toEqual([GUESSING]);
  await page.keyboard.press('Shift+E');
  const field = page.getByRole('textbox', { name: 'Text of turn 2' });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(new RegExp(`^${GUESSING}`));
  await expectNoAxeViolations(page, 'an open turn');
  await page.keyboard.type(' More.');
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(surface(page)).toBeFocused();
  await page.keyboard.press('Shift+E');
  const text = await field.inputValue();
  await field.fill(text.replace(GUESSING, CORRECTED));
  await page.keyboard.press('Enter');
  await expect(surface(page)).toContainText(CORRECTED);
  await expect.poll(() => painted(page)).toEqual([CORRECTED]);
  await expect(surface(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => selectedWords(page)).toContain(CORRECTED);
  await undoLabel(page).click();
  await expect.poll(() => painted(page)).toEqual([GUESSING]);
});

test('a speaker gets another name in all turns; a turn that is taken out leaves its snippet to be decided on', async ({ page }) => {
  await openTranscript(page);
  await selectFirstAnswer(page);
  await page.keyboard.press('2');
  await expect.poll(() => painted(page)).toEqual([GUESSING]);
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog', { name: 'Rename Karim' });
  await dialog.getByRole('combobox', { name: 'Name' }).fill('Karim B.');
  await expectNoAxeViolations(page, 'renaming a speaker');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(surface(page).getByText('Karim B.').first()).toBeVisible();
  await page.keyboard.press('Shift+E');
  await page.getByRole('textbox', { name: 'Text of turn 2' }).fill('');
  await page.keyboard.press('Enter');
  const bar = page.getByRole('toolbar', { name: 'Snippets that lost their place' });
  await expect(bar).toBeVisible();
  await expect.poll(() => painted(page)).toEqual([]);
  await bar.getByRole('button', { name: 'Decide…' }).click();
  const lost = page.getByRole('dialog', { name: 'Snippets that lost their place' });
  await expect(lost).toContainText(GUESSING);
  await expectNoAxeViolations(page, 'snippets that lost their place');
  await lost.getByRole('button', { name: 'Keep without a place' }).click();
  await expect(lost).toContainText('Kept without a place');
  await lost.getByRole('button', { name: 'Close' }).click();
  await expect(bar).toHaveCount(0);
  await runCommand(page, 'Snippets that lost their place…');
  await lost.getByRole('button', { name: 'Select the words…' }).click();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('button', { name: 'Put it here' }).click();
  await expect.poll(async () => (await painted(page)).length).toBe(1);
});
