// Theme suggestions: drafts with their words and quotes, accepted together as one step, never placed by themselves.
import { importQuotes } from '../builders/board-study.ts';
import { expect, expectNoAxeViolations, test as base } from './fixtures.ts';

const TOPICS = [
  [
    'The invoice arrives late every month',
    'Our invoice was wrong twice',
    'Nobody could explain the invoice',
    'I wait for the invoice before I pay',
    'The invoice lists things we never bought',
    'She corrects the invoice by hand',
  ],
  [
    'The scanner breaks in the rain',
    'My scanner battery is empty by noon',
    'We share one scanner in the warehouse',
    'The scanner reads the wrong label',
    'A new scanner costs a fortune',
    'I drop the scanner every week',
  ],
  [
    'Training took a whole Saturday',
    'Nobody came to the training',
    'The training video is too long',
    'I learned more in the van than in training',
    'We skipped training for the new people',
    'Training was the best day we had',
  ],
];

const test = base.extend({
  vaultFolder: async ({ vaultFolder, cli, folder }, use) => {
    await importQuotes(
      cli,
      vaultFolder,
      folder,
      TOPICS.flatMap((quotes) => quotes.map((words, index) => [`${words}.`, `Person ${index}`] as const)),
    );
    await use(vaultFolder);
  },
});

test('proposals are read, ticked and accepted together as one step', async ({ page }) => {
  await page.keyboard.press('Alt+4');
  const section = page.getByRole('region', { name: 'Theme suggestions' });
  await section.getByRole('button', { name: 'Suggest themes' }).click();
  const drafts = section.getByRole('listitem').filter({ has: page.getByRole('checkbox') });
  await expect(drafts.first()).toBeVisible();
  const proposed = await drafts.count();
  expect(proposed).toBeGreaterThanOrEqual(2);
  const invoices = drafts.filter({ hasText: 'invoice' });
  await expect(invoices).toContainText(/\d+ people · \d+ quotes/);
  await invoices.getByRole('button', { name: 'Quotes' }).click();
  await expect(invoices.getByRole('listitem').first()).toContainText(/invoice/i);
  await expectNoAxeViolations(page, 'theme suggestions');
  // Nothing is on the board before somebody accepts.
  await expect(page.getByText('Nothing on the board yet.')).toBeVisible();
  await invoices.getByRole('checkbox').check();
  await drafts.filter({ hasText: 'scanner' }).getByRole('checkbox').check();
  await section.getByRole('button', { name: 'Accept 2 ticked' }).click();
  const surface = page.getByRole('listbox', { name: 'Affinity map' });
  await expect(surface.locator('[data-theme]')).toHaveCount(2);
  await expect(drafts).toHaveCount(proposed - 2);
  await page.getByRole('button', { name: 'Undo Accept 2 proposed themes' }).click();
  await expect(surface.locator('[data-theme]')).toHaveCount(0);
});

test('drafts can be dropped, and the snippets stay in the pile', async ({ page }) => {
  await page.keyboard.press('Alt+4');
  const section = page.getByRole('region', { name: 'Theme suggestions' });
  await section.getByRole('button', { name: 'Suggest themes' }).click();
  await section.getByRole('button', { name: 'Drop all' }).click();
  await expect(section.getByRole('checkbox')).toHaveCount(0);
  await expect(section.getByRole('button', { name: 'Suggest themes' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Unsorted snippets' })).toContainText('18');
});
