// The codebook with pointer and with keys: the same moves give the same tree, and each is one step.
import type { Locator, Page } from '@playwright/test';

import { expect, expectNoAxeViolations, test as base } from './fixtures.ts';

const TAGS = [
  { id: 'price', name: 'Price', definition: 'What people say of the amount' },
  { id: 'fog', name: 'Price fog', parentId: 'price' },
  { id: 'support', name: 'Support' },
  { id: 'wishes', name: 'Wishes' },
];

const test = base.extend({
  vaultFolder: async ({ vaultFolder, cli }, use) => {
    const answer = await cli(['apply', vaultFolder], TAGS.map((input) => `${JSON.stringify({ edit: 'createTag', input })}\n`).join(''));
    expect(answer.code, answer.stderr).toBe(0);
    await use(vaultFolder);
  },
});

const side = (page: Page): Locator => page.getByRole('complementary', { name: 'Codebook' });
const row = (page: Page, name: string): Locator => side(page).getByRole('row', { name, exact: true });

/** `1 Price`, `2 Price fog`: names with their depth, as they stand. */
async function expectTree(page: Page, rows: readonly string[]): Promise<void> {
  await expect
    .poll(() =>
      side(page)
        .getByRole('row')
        .evaluateAll((elements) => elements.map((element) => `${element.ariaLevel} ${element.ariaLabel}`)),
    )
    .toEqual(rows);
}

async function openCodebook(page: Page): Promise<void> {
  await page.keyboard.press('Alt+3');
  await expectTree(page, ['1 Price', '2 Price fog', '1 Support', '1 Wishes']);
}

async function drag(page: Page, from: Locator, to: Locator, at: number): Promise<void> {
  const start = await from.boundingBox();
  const end = await to.boundingBox();
  if (!start || !end) throw new Error('nothing to drag');
  await page.mouse.move(start.x + 60, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + 66, start.y + start.height / 2 - 6, { steps: 3 });
  await page.mouse.move(end.x + 60, end.y + end.height * at, { steps: 8 });
  await page.mouse.up();
}

test('a tag dragged onto another goes inside, dragged between two it goes there; each is taken back', async ({ page }) => {
  await openCodebook(page);
  await drag(page, row(page, 'Wishes'), row(page, 'Support'), 0.5);
  await expectTree(page, ['1 Price', '2 Price fog', '1 Support', '2 Wishes']);
  await page.getByRole('button', { name: 'Undo Move tag Wishes' }).click();
  await expectTree(page, ['1 Price', '2 Price fog', '1 Support', '1 Wishes']);
  await drag(page, row(page, 'Wishes'), row(page, 'Price'), 0.05);
  await expectTree(page, ['1 Wishes', '1 Price', '2 Price fog', '1 Support']);
  await page.getByRole('button', { name: 'Undo Move tag Wishes' }).click();
  await expectTree(page, ['1 Price', '2 Price fog', '1 Support', '1 Wishes']);
});

test('the same by keys: M chooses the place, Alt with an arrow the order, and the row keeps the focus', async ({ page }) => {
  await openCodebook(page);
  await row(page, 'Wishes').click();
  await page.keyboard.press('m');
  await page.keyboard.type('supp');
  await page.keyboard.press('Enter');
  await expectTree(page, ['1 Price', '2 Price fog', '1 Support', '2 Wishes']);
  await expect(row(page, 'Wishes')).toBeFocused();
  await page.keyboard.press('m');
  await page.keyboard.type('top');
  await page.keyboard.press('Enter');
  await expectTree(page, ['1 Price', '2 Price fog', '1 Support', '1 Wishes']);
  await page.keyboard.press('Alt+ArrowUp');
  await expectTree(page, ['1 Price', '2 Price fog', '1 Wishes', '1 Support']);
  await page.keyboard.press('Alt+ArrowUp');
  await expectTree(page, ['1 Wishes', '1 Price', '2 Price fog', '1 Support']);
  await expect(row(page, 'Wishes')).toBeFocused();
});

test('made, renamed, pinned, merged and deleted without touching the mouse; a restart shows the same', async ({ app, page }) => {
  await openCodebook(page);
  await row(page, 'Support').focus();
  await page.keyboard.press('n');
  await page.keyboard.type('Help desk');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Help desk')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('Phone');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Phone')).toBeFocused();
  await page.keyboard.press('p');
  await page.keyboard.type('Key 7');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Phone')).toContainText('7');
  await page.keyboard.press('c');
  await page.keyboard.type('moss');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Undo Edit tag Phone' })).toBeVisible();
  await row(page, 'Wishes').focus();
  await page.keyboard.press('Shift+M');
  await page.keyboard.type('price fog');
  await page.keyboard.press('Enter');
  await expectTree(page, ['1 Price', '2 Price fog', '1 Support', '2 Phone']);
  await expect(row(page, 'Price fog')).toBeFocused();
  await page.keyboard.press('Delete');
  await expectTree(page, ['1 Price', '1 Support', '2 Phone']);
  await expect(
    side(page)
      .getByRole('row', { name: /Support|Price/ })
      .and(page.locator(':focus')),
  ).toHaveCount(1);
  const again = await app.restart();
  await again.keyboard.press('Alt+3');
  await expectTree(again, ['1 Price', '1 Support', '2 Phone']);
  await expect(row(again, 'Phone')).toContainText('7');
});

test('the filter keeps what is above; the page of a tag, the context menu and the wide codebook are accessible', async ({ page }) => {
  await openCodebook(page);
  await row(page, 'Price').focus();
  await page.keyboard.press('/');
  await page.keyboard.type('fog');
  await expectTree(page, ['1 Price', '2 Price fog']);
  await page.keyboard.press('ArrowDown');
  await expect(row(page, 'Price')).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: /^Delete/ })).toContainText('No snippet has it; 1 tag inside moves up.');
  await expectNoAxeViolations(page, 'the context menu of a tag');
  await page.keyboard.press('Escape');
  await expect(row(page, 'Price')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { selected: true })).toHaveText(/Price/);
  await page.getByRole('textbox', { name: 'When to use' }).first().fill('An amount is judged');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Undo Edit tag Price' })).toBeVisible();
  await expectNoAxeViolations(page, 'the page of a tag');
});
