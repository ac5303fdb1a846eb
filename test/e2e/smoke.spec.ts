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
  const name = app.page.getByRole('heading', { level: 1 });
  await expect(name).not.toHaveText('Plumbline');
  const before = await name.innerText();
  await expect(app.page.getByRole('complementary', { name: 'Interviews' })).toBeVisible();
  const page = await app.restart();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(before);
});

test('the sample opens as a copy, over another study too', async ({ page }) => {
  await runCommand(page, 'Open the sample study (a copy)');
  await expect(page.getByRole('banner').getByText('Sample copy')).toBeVisible();
  await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('Sample study, a copy');
});

test('the window says when its app is gone, and the study opens again after a power cut', async ({ app, page }) => {
  const name = await page.getByRole('heading', { level: 1 }).innerText();
  await app.kill();
  await expect(page.getByText('Connection lost')).toBeVisible();
  const reopened = await app.restart();
  await expect(reopened.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(reopened.getByText('Connection lost')).toBeHidden();
});

test('these tests notice what goes wrong behind the page', async ({ app, page }) => {
  await page.evaluate(() => console.error('seeded complaint'));
  await page.evaluate(
    () =>
      void setTimeout(() => {
        throw new Error('seeded defect');
      }),
  );
  await page.evaluate(() => fetch('https://example.invalid/').catch(() => undefined));
  for (const pattern of [/console: seeded complaint/, /thrown: .*seeded defect/, /example\.invalid/]) {
    await expect(async () => app.expectProblem(pattern)).toPass();
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    // Looking at a whole window with axe takes seconds, and there are many; on a busy machine that adds up.
    test.slow();

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
