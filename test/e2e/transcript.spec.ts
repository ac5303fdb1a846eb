// Tagging in a transcript by keys and by mouse: what is marked shows at once, nothing jumps, and everything is there after a restart.
import { expect, expectNoAxeViolations } from './fixtures.ts';
import {
  BUDGET,
  CALLED,
  chips,
  dragOver,
  edgesOf,
  GUESSING,
  inspector,
  LAST_WORDS,
  NOBODY,
  openTranscript,
  painted,
  picker,
  selectedWords,
  selectFirstAnswer,
  surface,
  test,
  undoLabel,
} from './support/transcript-page.ts';

test('two sentences are tagged by keyboard alone: arrows, T, two letters, Enter; the keys stay in the text', async ({ page }) => {
  await openTranscript(page);
  await selectFirstAnswer(page);
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => selectedWords(page)).toBe(`${GUESSING} ${NOBODY}`);
  await page.keyboard.press('t');
  await expect(picker(page)).toBeFocused();
  // The browser has let go of the words; they are painted instead.
  await expect.poll(() => painted(page, 'pending')).toEqual([`${GUESSING} ${NOBODY}`]);
  await page.keyboard.type('fo');
  await expect(page.getByRole('option', { name: /Price fog/ })).toHaveAttribute('aria-selected', 'true');
  await expect(inspector(page)).toContainText('Nobody can say what it will cost.');
  await expectNoAxeViolations(page, 'the tag picker');
  await page.keyboard.press('Enter');
  await expect.poll(() => painted(page)).toEqual([`${GUESSING} ${NOBODY}`]);
  await expect(surface(page)).toBeFocused();
  await expect.poll(() => selectedWords(page)).toBe(`${GUESSING} ${NOBODY}`);
  await expect(chips(page)).toHaveAccessibleName('Remove tag Price fog');
  await expect(undoLabel(page)).toHaveAccessibleName(/Tag snippet/);
  // On with the reading.
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => selectedWords(page)).toBe(BUDGET);
  await expectNoAxeViolations(page, 'a transcript with a snippet');
});

test('a new tag is made and put on in one step; Enter takes the tag that fits, Escape keeps the words', async ({ page }) => {
  await openTranscript(page);
  await selectFirstAnswer(page);
  await page.keyboard.press('t');
  await page.keyboard.type('Guesswork');
  await expect(page.getByRole('option', { name: /Create “Guesswork”/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(surface(page)).toBeFocused();
  await expect.poll(() => selectedWords(page)).toBe(GUESSING);
  await page.keyboard.press('t');
  await page.keyboard.type('Guesswork');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(chips(page)).toHaveAccessibleName('Remove tag Guesswork');
  await expect.poll(() => painted(page)).toEqual([GUESSING]);
  // Nearly a name that is there: asked, not made twice.
  await page.keyboard.press('t');
  await page.keyboard.type('renewl dread');
  await expect(page.getByRole('option').first()).toHaveAccessibleName(/^Did you mean Renewal dread\?/);
  await page.keyboard.press('Enter');
  await expect(chips(page)).toHaveCount(2);
  await undoLabel(page).click();
  await undoLabel(page).click();
  await expect.poll(() => painted(page)).toEqual([]);
  await surface(page).focus();
  await page.keyboard.press('t');
  await page.keyboard.type('Guess');
  await expect(page.getByRole('option', { name: 'Guesswork' })).toHaveCount(0);
});

test('keys 1 to 9 put tags on, Shift+Enter goes on picking, R repeats all of them', async ({ page }) => {
  await openTranscript(page);
  await selectFirstAnswer(page);
  await page.keyboard.press('t');
  await page.keyboard.type('fog');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('dread');
  await page.keyboard.press('Shift+Enter');
  await expect(chips(page)).toHaveCount(2);
  await expect(picker(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => selectedWords(page)).toBe(NOBODY);
  await page.keyboard.press('r');
  await expect.poll(() => painted(page)).toEqual([GUESSING, GUESSING, NOBODY, NOBODY]);
  // Free keys are given out in the order of use, and stay. Nobody has to wait for one tag before going on to the next words.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('1');
  await expect.poll(() => painted(page)).toEqual([GUESSING, GUESSING, NOBODY, NOBODY, BUDGET]);
  await expect(chips(page)).toHaveAccessibleName('Remove tag Price fog');
  await page.keyboard.press('Backspace');
  await expect.poll(() => painted(page)).toEqual([GUESSING, GUESSING, NOBODY, NOBODY]);
});

test('words are tagged with the mouse, by the button beside them; a tag clicked in the codebook is put on too', async ({ page }) => {
  await openTranscript(page);
  await page.keyboard.press('Alt+3');
  await page.getByRole('tab', { name: /Karim/ }).click();
  await dragOver(page, CALLED);
  await expect.poll(() => selectedWords(page)).toBe(CALLED);
  await page.getByRole('button', { name: 'Tag', exact: true }).click();
  await expect(picker(page)).toBeFocused();
  await page.getByRole('option', { name: /Support as sales/ }).click();
  await expect.poll(() => painted(page)).toEqual([CALLED]);
  await expect(surface(page)).toBeFocused();
  const { from } = await edgesOf(page, GUESSING);
  await page.mouse.click(from.x + 30, from.y, { clickCount: 3 });
  await expect.poll(() => selectedWords(page)).toBe(GUESSING);
  // The window knows of the selection as soon as it offers its button.
  await expect(page.getByRole('button', { name: 'Tag', exact: true })).toBeVisible();
  await page.getByRole('complementary', { name: 'Codebook' }).getByRole('row', { name: 'Price fog' }).click();
  await expect.poll(() => painted(page)).toEqual([GUESSING, CALLED]);
});

test('snippets that overlap are both painted, and O goes from one to the other', async ({ page }) => {
  await openTranscript(page);
  await selectFirstAnswer(page);
  await page.keyboard.press('2');
  await expect.poll(() => painted(page)).toEqual([GUESSING]);
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('t');
  await page.keyboard.type('fo');
  await page.keyboard.press('Enter');
  await expect.poll(() => painted(page)).toEqual([GUESSING, `${GUESSING} ${NOBODY}`]);
  // Each has an underline of its own.
  const lanes = await page.evaluate(() => [...CSS.highlights].filter(([name, one]) => name.startsWith('tag-') && one.size > 0).length);
  expect(lanes).toBe(2);
  await page.keyboard.press('Escape');
  const { from } = await edgesOf(page, GUESSING);
  await page.mouse.click(from.x + 30, from.y);
  await expect(chips(page)).toHaveAccessibleName('Remove tag Renewal dread');
  await page.keyboard.press('o');
  await expect(chips(page)).toHaveAccessibleName('Remove tag Price fog');
  await expect.poll(() => painted(page, 'strong-')).toEqual([`${GUESSING} ${NOBODY}`]);
  await page.keyboard.press('o');
  await expect(chips(page)).toHaveAccessibleName('Remove tag Renewal dread');
  await expect(inspector(page).getByRole('heading', { name: /^Overlaps/ })).toBeVisible();
});

test('a card says what the pointer rests on, beside the line and not on it; Escape sends it away; without inspector the keys bring it', async ({
  page,
}) => {
  await openTranscript(page);
  await selectFirstAnswer(page);
  await page.keyboard.press('2');
  await page.keyboard.press('n');
  await expect(inspector(page).getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.type('He laughed when he said it.');
  await surface(page).focus();
  await page.keyboard.press('Escape');
  const card = page.getByRole('tooltip');
  const { from } = await edgesOf(page, GUESSING);
  await page.mouse.move(from.x + 60, from.y);
  await expect(card).toContainText('Renewal dread');
  await expect(card).toContainText('He laughed when he said it.');
  await expect(card).toContainText('Marked by');
  const box = await card.boundingBox();
  expect(box && (box.y > from.y + 10 || box.y + box.height < from.y - 10)).toBe(true);
  await expectNoAxeViolations(page, 'the card of a snippet');
  // It can be pointed at, and goes when it is left.
  await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 20, { steps: 3 });
  await expect(card).toBeVisible();
  await page.mouse.move(from.x - 60, from.y + 300, { steps: 3 });
  await expect(card).toBeHidden();
  await page.mouse.move(from.x + 80, from.y);
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await page.mouse.move(from.x - 60, from.y + 300);
  await page.keyboard.press('ControlOrMeta+Shift+b');
  await surface(page).focus();
  await page.keyboard.press('k');
  await page.keyboard.press('j');
  await expect(card).toContainText('Renewal dread');
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect.poll(() => painted(page, 'strong-')).toEqual([GUESSING]);
});

test('a note is written from the text, and the words it is about stay marked', async ({ page }) => {
  await openTranscript(page);
  await selectFirstAnswer(page);
  await page.keyboard.press('n');
  const note = inspector(page).getByRole('textbox', { name: 'Note' });
  await expect(note).toBeFocused();
  await page.keyboard.type('He laughed when he said it.');
  await page.keyboard.press('Tab');
  await expect(undoLabel(page)).toHaveAccessibleName(/Note on snippet/);
  await expect.poll(() => painted(page)).toEqual([GUESSING]);
});

test('edges are moved by word and by letter, kept with Enter, put back with Escape', async ({ page }) => {
  await openTranscript(page);
  await selectFirstAnswer(page);
  await page.keyboard.press('2');
  await expect.poll(() => painted(page)).toEqual([GUESSING]);
  await page.keyboard.press('e');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => painted(page, 'edges')).toEqual([`${GUESSING} Nobody on`]);
  await page.keyboard.press('Escape');
  await expect.poll(() => painted(page)).toEqual([GUESSING]);
  await page.keyboard.press('e');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => painted(page)).toEqual(['it was a bit of a guessing game. Nobody']);
  await page.keyboard.press('e');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await expect.poll(() => painted(page)).toEqual(['it was a bit of a guessing game. Nobod']);
  await undoLabel(page).click();
  await undoLabel(page).click();
  await expect.poll(() => painted(page)).toEqual([GUESSING]);
});

test('edges kept and adjusted again at once: keys that come before the core has answered are not lost', async ({ page }) => {
  await openTranscript(page);
  await selectFirstAnswer(page);
  await page.keyboard.press('2');
  await expect.poll(() => painted(page)).toEqual([GUESSING]);
  for (const key of ['e', 'ArrowRight', 'Enter', 'e', 'Shift+ArrowLeft', 'Enter']) await page.keyboard.press(key);
  await expect.poll(() => painted(page)).toEqual([`${GUESSING} Nobod`]);
  await expect.poll(() => painted(page, 'edges')).toEqual([]);
  await undoLabel(page).click();
  await expect.poll(() => painted(page)).toEqual([`${GUESSING} Nobody`]);
});

test('a filter dims, then folds, and only its tag is painted; clearing brings everything back', async ({ page }) => {
  await openTranscript(page);
  await selectFirstAnswer(page);
  await page.keyboard.press('2');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('t');
  await page.keyboard.type('fo');
  await page.keyboard.press('Enter');
  await expect.poll(() => painted(page)).toEqual([GUESSING, NOBODY]);
  await page.keyboard.press('f');
  await page.keyboard.type('fog');
  await page.keyboard.press('Enter');
  const bar = page.getByRole('toolbar', { name: 'Filter of this transcript' });
  await expect(bar).toContainText('1 of 66 turns, 1 snippet');
  await expect.poll(() => painted(page)).toEqual([NOBODY]);
  await expect(surface(page)).toContainText(LAST_WORDS);
  await expectNoAxeViolations(page, 'a filtered transcript');
  await page.keyboard.press('f');
  await expect(surface(page).locator('[data-turn]:visible')).toHaveCount(1);
  await page.keyboard.press('Shift+F');
  await expect(bar).toBeHidden();
  await expect(surface(page).locator('[data-turn]:visible')).toHaveCount(66);
  await expect.poll(() => painted(page)).toEqual([GUESSING, NOBODY]);
});

test('near the end nothing moves: not by tagging, not by undo, not by redo; the words stay selected', async ({ page }) => {
  await openTranscript(page);
  await surface(page).evaluate((element) => (element.scrollTop = element.scrollHeight));
  await dragOver(page, LAST_WORDS);
  const place = (): Promise<number> => surface(page).evaluate((element) => element.scrollTop);
  const before = await place();
  expect(before).toBeGreaterThan(1000);
  await page.keyboard.press('t');
  await page.keyboard.type('supp');
  await page.keyboard.press('Enter');
  await expect.poll(() => painted(page)).toEqual([LAST_WORDS]);
  expect(await place()).toBe(before);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => painted(page)).toEqual([]);
  expect(await place()).toBe(before);
  await expect.poll(() => selectedWords(page)).toBe(LAST_WORDS);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect.poll(() => painted(page)).toEqual([LAST_WORDS]);
  expect(await place()).toBe(before);
  await expect.poll(() => selectedWords(page)).toBe(LAST_WORDS);
});

test('a snippet is removed with what hangs on it, taken back, and all of it survives a restart', async ({ app, page }) => {
  await openTranscript(page);
  await selectFirstAnswer(page);
  await page.keyboard.press('2');
  await expect(chips(page)).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('r');
  await expect.poll(() => painted(page)).toEqual([GUESSING, NOBODY]);
  await page.keyboard.press('x');
  await expect(chips(page)).toHaveCount(0);
  await page.keyboard.press('Delete');
  await expect.poll(() => painted(page)).toEqual([GUESSING]);
  await expect(page.getByRole('status').filter({ hasText: /^Removed the snippet. The text stays.$/ })).toBeAttached();
  await expect(surface(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => painted(page)).toEqual([GUESSING, NOBODY]);
  const again = await app.restart();
  await openTranscript(again);
  await expect.poll(() => painted(again)).toEqual([GUESSING, NOBODY]);
  await again.keyboard.press('j');
  await expect(chips(again)).toHaveAccessibleName('Remove tag Renewal dread');
});
