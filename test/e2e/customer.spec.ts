// The customer, as heard: composed by keyboard, accessible in both colours, and told by the readout.
import { expect, expectNoAxeViolations, runCommand, test } from './fixtures.ts';

test.use({ sampleStudy: true });

test('a part gets a theme and a quote by keyboard, the definitive test is unanswered without quotes, and undo brings them back', async ({
  page,
}) => {
  await runCommand(page, 'Show the customer, as heard');
  const sheet = page.getByRole('region', { name: 'The customer, as heard' });
  const part = sheet.getByRole('region', { name: 'What they try to do' });
  await expect(part.getByRole('listitem')).toHaveCount(2);
  await part.getByRole('button', { name: 'Add a theme…' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('phone is why');
  await page.keyboard.press('Enter');
  await expect(part.getByRole('listitem')).toHaveCount(3);
  await part.getByRole('button', { name: 'Add a quote…' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('geometry');
  await page.keyboard.press('Enter');
  await expect(part.getByText(/trainee who’s very good at geometry/)).toBeVisible();
  await expectNoAxeViolations(page, 'the customer, as heard');
  const definitive = sheet.getByRole('region', { name: 'What was it actually like to be our customer?' });
  for (let left = 4; left > 0; left -= 1) {
    await expect(definitive.getByRole('button', { name: 'Take this quote off the page' })).toHaveCount(left);
    await definitive.getByRole('button', { name: 'Take this quote off the page' }).first().click();
  }
  await expect(definitive.getByText(/Not answered yet/)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(definitive.getByText(/Not answered yet/)).toBeHidden();
  await expect(sheet.getByRole('article', { name: 'Sales' })).toContainText('Buyers want to talk to us before they see a price');
});

test.describe('dark', () => {
  test.use({ colorScheme: 'dark' });

  test('the page is accessible in dark colours too', async ({ page }) => {
    await runCommand(page, 'Show the customer, as heard');
    await expect(page.getByRole('region', { name: 'The customer, as heard' })).toBeVisible();
    await expectNoAxeViolations(page, 'the customer, as heard, dark');
  });
});
