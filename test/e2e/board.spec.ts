// The affinity map with pointer, with clicks and with keys: the same moves, one step each, kept after a restart.
import type { Page } from '@playwright/test';

import { BOARD_QUOTES } from '../builders/board-study.ts';
import { expect, expectNoAxeViolations } from './fixtures.ts';
import {
  CSS_ESCAPE,
  card,
  cluster,
  freeGround,
  hold,
  inCluster,
  middle,
  openBoard,
  surface,
  test,
  undoLabel,
} from './support/board-page.ts';

test('a card is dragged into a cluster, which lights up and names itself; one undo takes it back', async ({ page }) => {
  await openBoard(page);
  await hold(page, card(page, 'demo'), await middle(inCluster(page, 'Price', 'figure')));
  await expect(cluster(page, 'Price')).toHaveAttribute('data-over', 'true');
  await expect(page.getByRole('status').filter({ hasText: 'Over Price.' })).toBeAttached();
  await page.mouse.up();
  await expect(inCluster(page, 'Price', 'demo')).toHaveAccessibleName(/of 3 in Price$/);
  await expect(page.getByRole('status').filter({ hasText: /^Moved ‘It looks good in the meeting.’ to Price, \d of 3\./ })).toBeAttached();
  await expect(cluster(page, 'Price')).toContainText('1 person · 3 quotes');
  await expect(cluster(page, 'Price')).toContainText('3 of 3 quotes are from');
  await undoLabel(page).click();
  await expect(inCluster(page, 'Price', 'demo')).toHaveCount(0);
  await expect(undoLabel(page)).not.toHaveText(/Move card/);
});

test('Escape in the middle of a drag puts everything back exactly, and writes nothing', async ({ page }) => {
  await openBoard(page);
  const before = await card(page, 'never').boundingBox();
  const label = await undoLabel(page).textContent();
  await hold(page, card(page, 'never'), await middle(cluster(page, 'Support')));
  await expect(cluster(page, 'Support')).toHaveAttribute('data-over', 'true');
  await expect.poll(() => card(page, 'never').boundingBox()).not.toEqual(before);
  await page.keyboard.press('Escape');
  await expect.poll(() => card(page, 'never').boundingBox()).toEqual(before);
  await expect(cluster(page, 'Support')).not.toHaveAttribute('data-over', 'true');
  await page.mouse.up();
  await expect.poll(() => card(page, 'never').boundingBox()).toEqual(before);
  await expect(undoLabel(page)).toHaveText(label ?? '');
});

test('a window that loses the focus in the middle of a drag takes nothing along', async ({ page }) => {
  await openBoard(page);
  const before = await card(page, 'never').boundingBox();
  await hold(page, card(page, 'never'), await middle(cluster(page, 'Support')));
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await expect.poll(() => card(page, 'never').boundingBox()).toEqual(before);
  await page.mouse.up();
  await expect(cluster(page, 'Support').locator('[data-card]')).toHaveCount(1);
});

test('the wheel pans, and zooms at the pointer; near an edge a drag pans by itself', async ({ page }) => {
  await openBoard(page);
  const still = await middle(card(page, 'never'));
  await page.mouse.move(still.x, still.y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -300);
  await page.keyboard.up('Control');
  const zoomed = await middle(card(page, 'never'));
  expect(Math.hypot(zoomed.x - still.x, zoomed.y - still.y)).toBeLessThan(3);
  await page.mouse.wheel(0, 120);
  await expect.poll(async () => Math.round((await middle(card(page, 'never'))).y - zoomed.y)).toBe(-120);
  const ground = await surface(page).boundingBox();
  if (!ground) throw new Error('no surface');
  const before = await middle(cluster(page, 'Price'));
  await hold(page, card(page, 'weeks'), { x: ground.x + ground.width - 12, y: ground.y + ground.height / 2 });
  // On a slow machine the cluster may have left the view, and with it the page, before it is looked at again.
  const wentLeft = async (): Promise<boolean> => {
    const box = await cluster(page, 'Price')
      .boundingBox({ timeout: 500 })
      .catch(() => null);
    return box === null || box.x + box.width / 2 < before.x - 40;
  };
  await expect.poll(wentLeft).toBe(true);
  await page.keyboard.press('Escape');
  await page.mouse.up();
});

test('a marquee selects the loose cards, and M moves them together in one step', async ({ page }) => {
  await openBoard(page);
  const first = await card(page, 'demo').boundingBox();
  const last = await card(page, 'weeks').boundingBox();
  if (!first || !last) throw new Error('no loose cards');
  await page.mouse.move(first.x - 10, first.y - 10);
  await page.mouse.down();
  await page.mouse.move(last.x + last.width / 2, last.y + 20, { steps: 4 });
  await page.mouse.up();
  await expect(surface(page).getByRole('option', { selected: true })).toHaveCount(3);
  await page.keyboard.press('m');
  await expect(page.getByRole('dialog', { name: /^Move 3 cards to/ })).toBeVisible();
  await page.keyboard.type('supp');
  await page.keyboard.press('Enter');
  await expect(inCluster(page, 'Support', 'demo')).toHaveAccessibleName(/of 4 in Support$/);
  await expect(cluster(page, 'Support').locator('[data-card]')).toHaveCount(4);
  await expect(surface(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cluster(page, 'Support').locator('[data-card]')).toHaveCount(1);
});

test('cards are sorted by keyboard alone: walk, select, move, new cluster, arrows', async ({ page }) => {
  await openBoard(page);
  await page.keyboard.press('End');
  const active = async (): Promise<string> =>
    (await page
      .locator(`#${CSS_ESCAPE((await surface(page).getAttribute('aria-activedescendant')) ?? 'none')}`)
      .getAttribute('aria-label')) ?? '';
  await expect.poll(() => active()).toContain('3 of 3 in loose cards');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => active()).toContain(BOARD_QUOTES.never.words);
  // Two cards make a cluster that gets its name at once.
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  await page.keyboard.press('g');
  await expect(page.getByRole('textbox', { name: 'Name of Unnamed cluster' })).toBeFocused();
  await page.keyboard.type('For show');
  await page.keyboard.press('Enter');
  await expect(cluster(page, 'For show').locator('[data-card]')).toHaveCount(2);
  await expect(surface(page)).toBeFocused();
  // Into it, and one card out again to another cluster.
  await page.keyboard.press('Enter');
  await expect.poll(() => active()).toContain('1 of 2 in For show');
  await page.keyboard.press('m');
  await page.keyboard.type('price');
  await page.keyboard.press('Enter');
  await expect(cluster(page, 'Price').locator('[data-card]')).toHaveCount(3);
  // The focus goes on with the card beside it.
  await expect.poll(() => active()).toContain('1 of 1 in For show');
  // With arrows: picked up, moved, dropped on free ground; then Escape leaves things as they are.
  const before = await cluster(page, 'Support').boundingBox();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+M');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect.poll(() => cluster(page, 'Support').boundingBox()).toEqual(before);
});

test('the insight is written with P, and a theme’s page shows it with its quotes', async ({ page }) => {
  await openBoard(page);
  await page.keyboard.press('Home');
  await page.keyboard.press('p');
  await page.keyboard.type('They need a number before they can ask for money.');
  await page.keyboard.press('Enter');
  await expect(cluster(page, 'Price')).toContainText('They need a number before they can ask for money.');
  await page.keyboard.press('Shift+Enter');
  const theme = page.getByRole('article', { name: 'Price' });
  await expect(theme.getByLabel('Insight')).toHaveValue('They need a number before they can ask for money.');
  await expect(theme).toContainText(BOARD_QUOTES.range.words);
  await expect(theme).toContainText('1 of 4 people');
  await expectNoAxeViolations(page, 'the theme’s page');
});

test('a drop on free ground stays where it was put after a restart', async ({ app, page }) => {
  await openBoard(page);
  await page.keyboard.press('Shift+0');
  await hold(page, inCluster(page, 'Price', 'figure'), await freeGround(page));
  await page.mouse.up();
  await expect(card(page, 'figure')).toHaveAccessibleName(/in loose cards$/);
  const distance = async (on: Page): Promise<{ x: number; y: number }> => {
    await on.keyboard.press('Shift+0');
    const [one, other] = [await card(on, 'figure').boundingBox(), await card(on, 'weeks').boundingBox()];
    if (!one || !other) throw new Error('cards are not drawn');
    return { x: Math.round(one.x - other.x), y: Math.round(one.y - other.y) };
  };
  const before = await distance(page);
  const again = await app.restart();
  await openBoard(again);
  await expect.poll(() => distance(again)).toEqual(before);
});

test('a card dropped on a card makes a cluster, whose name is optional', async ({ page }) => {
  await openBoard(page);
  await hold(page, card(page, 'demo'), await middle(card(page, 'weeks')));
  await expect(card(page, 'weeks')).toHaveAttribute('data-over', 'true');
  await page.mouse.up();
  await expect(page.getByRole('textbox', { name: 'Name of Unnamed cluster' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(cluster(page, 'Unnamed cluster').locator('[data-card]')).toHaveCount(2);
  await page.keyboard.press('F2');
  await page.keyboard.type('Odds and ends');
  await page.keyboard.press('Enter');
  await expect(cluster(page, 'Odds and ends')).toBeVisible();
});

test('a snippet is dragged from the unsorted pile into a cluster', async ({ page }) => {
  await openBoard(page);
  const pile = page.getByRole('region', { name: 'Unsorted snippets' });
  const row = pile.getByRole('row', { name: BOARD_QUOTES.page.words });
  await hold(page, row, await middle(cluster(page, 'Support')));
  await expect(cluster(page, 'Support')).toHaveAttribute('data-over', 'true');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(cluster(page, 'Support').locator('[data-card]')).toHaveCount(1);
  await hold(page, row, await middle(cluster(page, 'Support')));
  await page.mouse.up();
  await expect(inCluster(page, 'Support', 'page')).toBeVisible();
  await expect(row).toHaveCount(0);
});

test('clicks alone do what a drag does', async ({ page }) => {
  await openBoard(page);
  await card(page, 'never').click();
  await page.getByRole('complementary', { name: 'Inspector' }).getByRole('button', { name: 'Move to…' }).click();
  await page
    .getByRole('option', { name: /^Price/ })
    .last()
    .click();
  await expect(inCluster(page, 'Price', 'never')).toHaveAccessibleName(/3 of 3 in Price$/);
});

/** Which cards lie where, by their words: clusters with their cards in order, and the loose ones. */
async function arrangement(page: Page): Promise<string[]> {
  return surface(page).evaluate((element) => {
    const words = (card: Element): string => /“(.*)”/.exec(card.getAttribute('aria-label') ?? '')?.[1] ?? '';
    const within = (parent: Element): string => [...parent.querySelectorAll('[data-card]')].map(words).join(' | ');
    const groups = [...element.querySelectorAll('[data-theme]')].map((group) => `${group.getAttribute('aria-label')}: ${within(group)}`);
    const loose = [...element.querySelectorAll('[data-card]')].filter((card) => !card.closest('[data-theme]')).map(words);
    return [...groups, `loose: ${loose.toSorted().join(' | ')}`];
  });
}

test('dragging, clicking and keys alone give the same arrangement', async ({ page }) => {
  await openBoard(page);
  const before = await arrangement(page);
  const back = async (): Promise<void> => {
    await surface(page).focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => arrangement(page)).toEqual(before);
  };
  const choose = async (name: string): Promise<void> => {
    await expect(page.getByRole('combobox')).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  };
  const ways = {
    into: {
      drag: async () => {
        const last = await inCluster(page, 'Support', 'leaves').boundingBox();
        if (!last) throw new Error('nothing there');
        await hold(page, card(page, 'weeks'), { x: last.x + last.width - 4, y: last.y + last.height / 2 });
        await page.mouse.up();
      },
      click: async () => {
        await card(page, 'weeks').click();
        await page.getByRole('toolbar', { name: 'Selection on the board' }).getByRole('button', { name: 'Move to…' }).click();
        await page
          .getByRole('option', { name: /^Support/ })
          .last()
          .click();
      },
      keys: async () => {
        await page.keyboard.press('End');
        await page.keyboard.press('m');
        await choose('support');
      },
    },
    out: {
      drag: async () => {
        await hold(page, inCluster(page, 'Price', 'range'), await freeGround(page));
        await page.mouse.up();
      },
      click: async () => {
        await inCluster(page, 'Price', 'range').click();
        await page.getByRole('toolbar', { name: 'Selection on the board' }).getByRole('button', { name: 'Move to…' }).click();
        await page.getByRole('option', { name: /^Loose/ }).click();
      },
      keys: async () => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Home');
        await page.keyboard.press('Enter');
        await page.keyboard.press('m');
        await choose('loose');
      },
    },
  };
  for (const [action, { drag, click, keys }] of Object.entries(ways)) {
    const results: string[][] = [];
    for (const way of [drag, click, keys]) {
      await surface(page).focus();
      await way();
      await expect.poll(() => arrangement(page)).not.toEqual(before);
      results.push(await arrangement(page));
      await back();
    }
    expect(results[1], `${action}: clicks`).toEqual(results[0]);
    expect(results[2], `${action}: keys`).toEqual(results[0]);
  }
});
