// Looks at a screen in both themes: axe each time, and pictures at two sizes where they are wanted.
import path from 'node:path';

import { expect, type Page } from '@playwright/test';

import { expectNoAxeViolations } from './axe.ts';

const SCHEMES = ['light', 'dark'] as const;
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1000, height: 700 },
];

/** Asks axe in both themes; with PLUMBLINE_SHOTS a picture of each is kept in that folder. */
export async function look(page: Page, name: string): Promise<void> {
  const shots = process.env['PLUMBLINE_SHOTS'];
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', scheme);
    await expectNoAxeViolations(page, `${name}, ${scheme}`);
    for (const size of shots ? SIZES : []) {
      await page.setViewportSize(size);
      await page.screenshot({ path: path.join(shots ?? '', `${name}-${scheme}-${size.width}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (shots) await page.setViewportSize({ width: 1280, height: 800 });
}
