// Every screen of the sample study shows, and axe finds nothing wrong with it, in light and in dark.
import { expect, expectNoAxeViolations, goTo, type Page, runCommand, test } from './fixtures.ts';

test.use({ sampleStudy: true });

const VIEWS = ['Plan', 'Interviews', 'Codebook', 'Board', 'Matrix', 'Readout', 'Search'];

/** Things that have a tab of their own: what to type, and the kind of the row to take. */
const PLACES: readonly { screen: string; name: string; kind?: string }[] = [
  { screen: 'a transcript', name: '', kind: 'Interview' },
  { screen: 'a theme', name: '', kind: 'Theme' },
  { screen: 'a department', name: '', kind: 'Department' },
  { screen: 'the participants', name: '', kind: 'Participant' },
  { screen: 'a tag', name: '#' },
];

const views = (page: Page) => page.getByRole('navigation', { name: 'Views' });

test('the sample study opens with its interviews, and a restart shows it again', async ({ app }) => {
  await expect(app.page.getByRole('heading', { level: 1 })).toContainText('Sample study');
  await expect(app.page.getByRole('complementary', { name: 'Interviews' })).toBeVisible();
  const page = await app.restart();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sample study');
});

test('with no study the window offers the sample, which opens as a copy', async ({ app, page }) => {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Close the study' }).click();
  await page.getByRole('button', { name: /sample study/i }).first().click();
  await expect(page.getByText('Sample copy')).toBeVisible();
  await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('Sample study, a copy');
  expect(app.vaultFolder).not.toBe('');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('each view shows and is accessible', async ({ page }) => {
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      for (const name of VIEWS) {
        await test.step(name, async () => {
          const button = views(page).getByRole('button', { name, exact: true });
          await button.click();
          await expect(button).toHaveAttribute('aria-current', 'page');
          await expect(page.getByRole('complementary', { name, exact: true })).toBeVisible();
          await expectNoAxeViolations(page, `${name} in ${colorScheme}`);
        });
      }
    });

    test('each thing with a page of its own shows and is accessible', async ({ page }) => {
      for (const { screen, name, kind } of PLACES) {
        await test.step(screen, async () => {
          await goTo(page, name, kind);
          await expect(page.getByRole('tabpanel')).toBeVisible();
          await expectNoAxeViolations(page, `${screen} in ${colorScheme}`);
        });
      }
    });

    test('palette, menu, settings and the window without a study are accessible', async ({ page }) => {
      await page.keyboard.press('F1');
      await expect(page.getByRole('dialog', { name: 'Go to' })).toBeVisible();
      await expectNoAxeViolations(page, `the palette in ${colorScheme}`);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Menu' }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      await expectNoAxeViolations(page, `the menu in ${colorScheme}`);
      await page.keyboard.press('Escape');
      await runCommand(page, 'Settings');
      await expect(page.getByRole('tab', { name: 'Settings' })).toBeVisible();
      await expectNoAxeViolations(page, `the settings in ${colorScheme}`);
      await runCommand(page, 'Close the study');
      await expect(page.getByText('No study open')).toBeVisible();
      await expectNoAxeViolations(page, `the window without a study in ${colorScheme}`);
    });
  });
}
