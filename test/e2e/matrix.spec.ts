// The matrix by keyboard alone: judging, verdicts of people and not of quotes, undo, restart; and a large one whose heads stay in sight.
import type { Locator, Page } from '@playwright/test';

import { fillPricingStudy, WIDE } from '../builders/pricing-vault.ts';
import { expect, expectNoAxeViolations, test as base } from './fixtures.ts';

const test = base.extend<{ wide: boolean }>({
  wide: [false, { option: true }],
  vaultFolder: async ({ vaultFolder, cli, folder, wide }, use) => {
    await fillPricingStudy(cli, vaultFolder, folder, wide ? WIDE : []);
    await use(vaultFolder);
  },
});

const grid = (page: Page): Locator => page.getByRole('grid', { name: /^Themes against/ });
const place = (page: Page, key: string): Locator => grid(page).locator(`[data-place="${key}"]`);
const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' });
const reason = (page: Page): Locator => inspector(page).getByRole('textbox', { name: /^Why\?/ });

test('judged by keyboard alone: a reason is asked for, people count and not quotes, undo opens the cell again', async ({ page }) => {
  await page.keyboard.press('Alt+5');
  const cell = place(page, 'number-first talk');
  await expect(cell).toBeFocused();
  await expect(cell).toHaveText('Opennot judged');
  await expect(place(page, '- talk')).toContainText('Not tested');

  await page.keyboard.press('c');
  await expect(reason(page)).toBeFocused();
  await page.keyboard.type('They looked for a price.');
  await page.keyboard.press('Enter');
  await expect(cell).toBeFocused();
  // Four quotes, three people.
  await expect(cell).toContainText('0 for, 3 against');
  await expect(place(page, 'number-first -')).toContainText('3 of 4 · 4 quotes');
  await expect(place(page, '- talk')).toContainText('Contradicted');
  await expect(inspector(page)).toContainText('3 people contradict it (4 quotes).');

  await page.keyboard.press('ArrowDown');
  await expect(place(page, 'talk-first talk')).toBeFocused();
  await page.keyboard.press('s');
  await expect(reason(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(place(page, 'talk-first talk')).toContainText('1 for, 0 against');
  await expect(inspector(page)).toContainText('1 person supports it (1 quote), 3 people contradict it (4 quotes).');

  await page.keyboard.press('Control+z');
  await expect(place(page, 'talk-first talk')).toHaveText('Opennot judged');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(cell).toHaveText('Opennot judged');
  await expect(place(page, '- talk')).toContainText('Not tested');
});

test('the same assumptions as 2×2 and list; a verdict by hand with its reason, and rivals, by keyboard', async ({ page }) => {
  await page.keyboard.press('Alt+5');
  await expect(place(page, 'number-first talk')).toBeFocused();
  await page.keyboard.press('c');
  await expect(reason(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('2');
  const quadrants = page.getByRole('group', { name: 'Importance against evidence' });
  await expect(quadrants.getByRole('region', { name: 'Important and known', exact: true })).toContainText('Contradicted');
  await expectNoAxeViolations(page);
  await page.keyboard.press('3');
  const list = page.getByRole('group', { name: 'Assumptions with their verdicts' });
  await expect(list.locator('[data-place="- talk"]')).toBeFocused();
  await page.keyboard.press('v');
  await page.keyboard.type('mixed');
  await page.keyboard.press('Enter');
  await page.keyboard.type('They left before the change.');
  await page.keyboard.press('Enter');
  await expect(list.locator('[data-place="- talk"]')).toContainText('Mixedby hand');
  await expect(inspector(page)).toContainText('Counted, it is: contradicted.');
  await page.keyboard.press('Control+z');
  await expect(list.locator('[data-place="- talk"]')).toContainText('Contradicted');
});

test('a judgement is there after a restart, and Backspace opens the cell again', async ({ app, page }) => {
  await page.keyboard.press('Alt+5');
  await page.keyboard.press('r');
  await expect(reason(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(place(page, 'number-first talk')).toContainText('Refines');
  const again = await app.restart();
  await again.keyboard.press('Alt+5');
  await expect(place(again, 'number-first talk')).toContainText('3 refine');
  await expect(place(again, 'number-first talk')).toBeFocused();
  await again.keyboard.press('Backspace');
  await expect(place(again, 'number-first talk')).toContainText('Open');
});

test('Enter goes down to the quotes, both sides beside each other, and a quote opens in its transcript', async ({ page }) => {
  await page.keyboard.press('Alt+5');
  await page.keyboard.press('c');
  await expect(reason(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(place(page, 'number-first talk')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(
    inspector(page)
      .getByRole('button', { name: /Open in the transcript/ })
      .first(),
  ).toBeFocused();
  await inspector(page).getByRole('button', { name: 'Judge this quote on its own' }).first().click();
  await page.getByRole('menuitem', { name: 'This quote alone: supports' }).click();
  const both = inspector(page).getByRole('heading', { level: 4 });
  await expect(both).toHaveText(['For', 'Against']);
  const quotes = inspector(page).locator('figure');
  const [left, right] = [await quotes.nth(0).boundingBox(), await quotes.nth(1).boundingBox()];
  expect(left?.y).toBe(right?.y);
  expect(left?.width).toBe(right?.width);
  await expectNoAxeViolations(page, 'the matrix with a judged cell');
  await inspector(page)
    .getByRole('button', { name: /Open in the transcript/ })
    .first()
    .click();
  await expect(page.getByRole('tab', { name: /quotes/ })).toHaveAttribute('aria-selected', 'true');
});

test.describe('with twelve themes and 28 assumptions', () => {
  test.use({ wide: true });

  for (const [width, height] of [
    [1280, 800],
    [1000, 700],
  ] as const) {
    test(`heads stay in sight and the focus is never under them at ${width} × ${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.keyboard.press('Alt+5');
      await expect(place(page, 'number-first talk')).toBeFocused();
      await expect(grid(page).getByRole('rowheader')).toHaveCount(12);
      await expect(grid(page).getByRole('gridcell')).toHaveCount(12 * 28);
      const head = await grid(page).getByRole('columnheader', { name: 'Theme', exact: true }).boundingBox();
      for (const key of ['Control+End', 'Control+Home', 'End', 'ArrowLeft', 'Home']) {
        await page.keyboard.press(key);
        const box = await page.locator('[data-place]:focus').boundingBox();
        const corner = await grid(page).getByRole('columnheader', { name: 'Theme', exact: true }).boundingBox();
        expect(corner).toEqual(head);
        expect(box && corner && box.x >= corner.x + corner.width - 1, `${key}: beside the row heads`).toBe(true);
        expect(box && corner && box.y >= corner.y + corner.height - 1, `${key}: under the column heads`).toBe(true);
        const area = await page.getByRole('tabpanel').boundingBox();
        expect(box && area && box.x + box.width <= area.x + area.width + 1, `${key}: inside the tab`).toBe(true);
      }
    });
  }
});
