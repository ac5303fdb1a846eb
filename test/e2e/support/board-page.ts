// Finding and moving things on the board, for the board's end-to-end tests.
import type { Locator, Page } from '@playwright/test';

import { BOARD_QUOTES, type BoardQuote, fillBoardStudy } from '../../builders/board-study.ts';
import { expect, test as base } from '../fixtures.ts';

export const test = base.extend({
  vaultFolder: async ({ vaultFolder, cli, folder }, use) => {
    await fillBoardStudy(cli, vaultFolder, folder);
    await use(vaultFolder);
  },
});

export const surface = (page: Page): Locator => page.getByRole('listbox', { name: 'Affinity map' });
export const card = (page: Page, name: BoardQuote): Locator =>
  surface(page).locator('[data-card]').filter({ hasText: BOARD_QUOTES[name].words });
export const cluster = (page: Page, name: string): Locator => surface(page).getByRole('group', { name, exact: true });
export const inCluster = (page: Page, cluster_: string, name: BoardQuote): Locator =>
  cluster(page, cluster_).locator('[data-card]').filter({ hasText: BOARD_QUOTES[name].words });
export const undoLabel = (page: Page): Locator => page.getByRole('button', { name: /^Undo / });

/** The board at its actual size, so that every word is drawn. */
export async function openBoard(page: Page): Promise<void> {
  await page.keyboard.press('Alt+4');
  await expect(surface(page)).toBeVisible();
  await surface(page).focus();
  await page.keyboard.press('Shift+1');
  await expect(card(page, 'weeks')).toBeVisible();
}

export async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('nothing to take hold of');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Takes hold of something and holds it over a place. */
export async function hold(page: Page, from: Locator, to: { x: number; y: number }): Promise<void> {
  const start = await middle(from);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 6, start.y + 6);
  await page.mouse.move((start.x + to.x) / 2, (start.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
}

/** A place on the surface where nothing lies. */
export async function freeGround(page: Page): Promise<{ x: number; y: number }> {
  const ground = await surface(page).boundingBox();
  if (!ground) throw new Error('no surface');
  return { x: ground.x + ground.width - 140, y: ground.y + ground.height - 90 };
}

export const CSS_ESCAPE = (id: string): string => id.replace(/[^\w-]/g, (sign) => `\\${sign}`);
