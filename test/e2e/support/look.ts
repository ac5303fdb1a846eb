// Looks at a screen in the light and in the dark; pictures in both window sizes where SHOTS names a folder for them.
import { expect, expectNoAxeViolations, type Page } from '../fixtures.ts';

/** Checks a screen with axe in both themes. @param name of the picture, and for messages. */
export async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await expectNoAxeViolations(page, `${name}, ${colorScheme}`);
    if (!process.env['SHOTS']) continue;
    for (const [width, height] of [
      [1280, 800],
      [1000, 700],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: `${process.env['SHOTS']}/${name}-${colorScheme}-${width}.png` });
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
