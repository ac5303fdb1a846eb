// Commitments on the plan: found by the palette, sealed by keyboard, forecasts revealed together, accessible in both colours.
import { expect, expectNoAxeViolations, runCommand, test } from './fixtures.ts';

test.use({ sampleStudy: true });

test('a commitment is written, signed and sealed by keyboard; forecasts kept back are revealed together', async ({ page }) => {
  await runCommand(page, 'Show the commitments and forecasts');
  const section = page.getByRole('region', { name: 'Commitments' });
  await expect(section.getByRole('article')).toHaveCount(5);
  await expect(section.getByText(/Sealed on .*, before the first interview/)).toHaveCount(4);
  await expect(section.getByText('Triggered.', { exact: true })).toHaveCount(3);
  await expectNoAxeViolations(page, 'commitments');
  const open = section.getByRole('article', { name: 'they ask for a report on fuel or emissions' });
  await open.getByLabel('By', { exact: true }).fill('2026-12-01');
  await open.getByLabel('By', { exact: true }).press('Enter');
  await open.getByRole('button', { name: 'Sign…' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(open.getByText(/Signed by Campaign lead/)).toBeVisible();
  await open.getByRole('button', { name: 'Seal…' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(open.getByText(/Sealed on .*, after 14 interviews\. Signed by Campaign lead\. Seal 5/)).toBeVisible();
  await runCommand(page, 'Reveal forecasts together…');
  await page.keyboard.press('Enter');
  await expect(section.getByRole('row', { name: /Chief executive 14 13 0\.\d{4}/ })).toBeVisible();
});

test.describe('dark', () => {
  test.use({ colorScheme: 'dark' });

  test('the commitments are accessible in dark colours too', async ({ page }) => {
    await runCommand(page, 'Show the commitments and forecasts');
    await expect(page.getByRole('region', { name: 'Commitments' }).getByRole('article')).toHaveCount(5);
    await expectNoAxeViolations(page, 'commitments, dark');
  });
});
