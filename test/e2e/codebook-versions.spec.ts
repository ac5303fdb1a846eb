// Codebook versions by keys alone: one is saved, the codebook changes, and what became of it is told; light and dark.
import { expect, expectNoAxeViolations, runCommand, test as base } from './fixtures.ts';

const TAGS = [
  { id: 'price', name: 'Price', definition: 'What people say of the amount' },
  { id: 'fog', name: 'Price fog', parentId: 'price' },
  { id: 'support', name: 'Support' },
  { id: 'wishes', name: 'Wishes' },
];

const test = base.extend({
  vaultFolder: async ({ vaultFolder, cli }, use) => {
    const answer = await cli(['apply', vaultFolder], TAGS.map((input) => `${JSON.stringify({ edit: 'createTag', input })}\n`).join(''));
    expect(answer.code, answer.stderr).toBe(0);
    await use(vaultFolder);
  },
});

test('a version is saved, compared with now and removed without the mouse', async ({ page, cli, vaultFolder, app }) => {
  await runCommand(page, 'Save codebook version…');
  const dialog = page.getByRole('dialog', { name: 'Save codebook version' });
  await expect(dialog).toContainText('4 tags');
  await page.keyboard.type('Before Ben');
  await expectNoAxeViolations(page, 'the dialog of a version');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await runCommand(page, 'Show and compare codebook versions');
  const list = page.getByRole('listbox', { name: 'Codebook versions, latest first' });
  await expect(list.getByRole('option')).toHaveText([/^Before Ben.*4 tags/]);
  await expect(page.getByText('Since then: Nothing differs.')).toBeVisible();
  await page.keyboard.press('Alt+3');
  await page.getByRole('complementary', { name: 'Codebook' }).getByRole('row', { name: 'Wishes', exact: true }).focus();
  await page.keyboard.press('Shift+M');
  await page.keyboard.type('support');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“Wishes” was merged into “Support”; no snippet had it.')).toBeVisible();
  // The keys belong to the tag that stayed as soon as the list has drawn it.
  await expect(page.getByRole('complementary', { name: 'Codebook' }).getByRole('row', { name: 'Support', exact: true })).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('Help');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“Support” is called “Help” now.')).toBeVisible();
  await runCommand(page, 'Show and compare codebook versions');
  await expect(list.getByRole('option')).toBeFocused();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectNoAxeViolations(page, `the versions, ${colorScheme}`);
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/versions-${colorScheme}.png` });
  }
  await page.keyboard.press('F2');
  await page.keyboard.press('End');
  await page.keyboard.type(' joins');
  await page.keyboard.press('Enter');
  await expect(list.getByRole('option')).toHaveText([/^Before Ben joins/]);
  await page.getByRole('complementary', { name: 'Codebook' }).getByRole('row', { name: 'Price', exact: true }).focus();
  await page.keyboard.press('ControlOrMeta+A');
  const chosen = page.getByRole('complementary', { name: 'Codebook' }).getByRole('group', { name: 'Chosen tags' });
  await expect(chosen).toContainText('3 tags, on no snippet');
  await expectNoAxeViolations(page, 'several chosen tags');
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/chosen.png` });
  await page.keyboard.press('c');
  await page.keyboard.type('moss');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Undo Recolour 3 tags' })).toBeVisible();
  await app.restart();
  const told = await cli(['codebook-versions', vaultFolder, '--compare', 'Before Ben joins']);
  expect(told.stderr).toContain('1 merged, 1 renamed, 1 with other names, 3 with another colour');
});
