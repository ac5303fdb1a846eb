// The board as an outline, all unsorted at once, and tidying up.
import type { Locator } from '@playwright/test';

import { BOARD_QUOTES } from '../builders/board-study.ts';
import { expect, expectNoAxeViolations } from './fixtures.ts';
import { card, cluster, hold, inCluster, middle, openBoard, surface, test, undoLabel } from './support/board-page.ts';

test('the outline shows the same board as a tree, with the same selection and the same moves', async ({ page }) => {
  await openBoard(page);
  await page.keyboard.press('o');
  const tree = page.getByRole('treegrid', { name: 'Outline of the board' });
  await tree.getByRole('row', { name: /^Loose/ }).click();
  await page.keyboard.press('ArrowRight');
  await tree.getByRole('row', { name: BOARD_QUOTES.never.words }).click();
  await expect(card(page, 'never')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('m');
  await page.keyboard.type('price');
  await page.keyboard.press('Enter');
  await expect(inCluster(page, 'Price', 'never')).toBeVisible();
  await expect(tree).toContainText('2 · 3');
  await expectNoAxeViolations(page, 'the board with its outline');
});

test('everything unsorted is put on the board in free space, and taken off again by keys', async ({ page }) => {
  await openBoard(page);
  await page.getByRole('button', { name: 'Put all on the board' }).click();
  await expect(card(page, 'page')).toBeVisible();
  await expect(card(page, 'text')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Unsorted snippets' })).toContainText('Every snippet is on the board.');
  await expectApart([
    cluster(page, 'Price'),
    cluster(page, 'Support'),
    ...(['demo', 'never', 'weeks', 'page', 'text'] as const).map((name) => card(page, name)),
  ]);
  await surface(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await expect(surface(page).locator('[data-card]')).toHaveCount(0);
  await expect(surface(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(surface(page).locator('[data-card]')).toHaveCount(8);
});

test('tidying up is one step and leaves nothing overlapping', async ({ page }) => {
  await openBoard(page);
  await hold(page, cluster(page, 'Support').locator('[data-cluster-head]'), await middle(card(page, 'demo')));
  await page.mouse.up();
  await expect(undoLabel(page)).toHaveText(/Move cluster/);
  await surface(page).focus();
  await page.keyboard.press('y');
  await expect(undoLabel(page)).toHaveText(/Tidy up/);
  await expectApart([cluster(page, 'Price'), cluster(page, 'Support'), card(page, 'demo'), card(page, 'never'), card(page, 'weeks')]);
});

/** No two of them overlap on screen. */
async function expectApart(items: readonly Locator[]): Promise<void> {
  const boxes = await Promise.all(items.map((item) => item.boundingBox()));
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      if (!one || !other) throw new Error('not drawn');
      const apart =
        one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y;
      expect(apart).toBe(true);
    }
  }
}
