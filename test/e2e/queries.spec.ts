// Queries by keys alone: asked, saved, renamed, asked again and removed; the tables of tags; light and dark.
import { expect, expectNoAxeViolations, runCommand, test } from './fixtures.ts';

test.use({ sampleStudy: true });

test('a query is saved, renamed with F2, asked again and removed without the mouse', async ({ page, app }) => {
  await runCommand(page, 'Show queries and tables of tags');
  const field = page.getByRole('textbox', { name: 'Query' });
  await field.focus();
  await page.keyboard.type('not starred');
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /\d+ snippets?$/ })
      .first(),
  ).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Plain ones');
  await page.keyboard.press('Enter');
  const saved = page.getByRole('grid', { name: 'Saved queries' });
  await expect(saved.getByRole('row')).toHaveText([/^Plain ones.*not starred/]);
  await saved.getByRole('row').focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('Not starred yet');
  await page.keyboard.press('Enter');
  await expect(saved.getByRole('row')).toHaveText([/^Not starred yet/]);
  await expect(saved.getByRole('row')).toBeFocused();
  await field.fill('');
  await saved.getByRole('row').focus();
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('not starred');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await expectNoAxeViolations(page, `the queries, ${colorScheme}`);
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/queries-${colorScheme}.png` });
  }
  await page.getByRole('button', { name: 'Tables of tags' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Tags that meet' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Tags that meet' }).getByRole('row').nth(2)).toBeVisible();
  await expectNoAxeViolations(page, 'the tables of tags');
  const again = await app.restart();
  await runCommand(again, 'Show queries and tables of tags');
  await again.getByRole('grid', { name: 'Saved queries' }).getByRole('row').focus();
  await again.keyboard.press('Delete');
  await expect(again.getByRole('grid', { name: 'Saved queries' })).toBeHidden();
  await expect(again.getByText('Removed the query “Not starred yet”.')).toBeVisible();
});
