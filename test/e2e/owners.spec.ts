// Before the interviews: owners of the result, what was acknowledged in the departments; over the year: the self-assessment. By keys and palette.
import { expect, runCommand, test } from './fixtures.ts';
import { look } from './support/look.ts';

test.use({ sampleStudy: true });

test('owners are added by keys until they are a committee, whose size the study may set', async ({ page }) => {
  await runCommand(page, 'Add an owner of the result…');
  const section = page.getByRole('region', { name: 'Owners of the result' });
  await expect(section.getByRole('textbox', { name: 'Add an owner', exact: true })).toBeFocused();
  await expect(section.getByRole('textbox', { name: 'Name of owner Tomos Reed' })).toHaveValue('Tomos Reed');
  await expect(section).toContainText('3 assumptions, 1 commitment, 14 forecasts');
  await expect(section).toContainText('nothing of theirs yet');
  for (const name of ['Legal', 'Support lead']) {
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(section.getByRole('textbox', { name: `Name of owner ${name}` })).toBeVisible();
  }
  await expect(section.getByRole('status')).toContainText('8 owners: more than 7 are a committee.');
  await look(page, 'owners');
  await section.getByLabel('A committee begins above').fill('9');
  await expect(section.getByRole('status')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(section.getByRole('status')).toBeVisible();
  await section.getByRole('button', { name: 'Remove the owner Legal' }).press('Enter');
  await expect(section.getByRole('status')).toHaveCount(0);
});

test('what was acknowledged in a department is noted with its day and wording; the reminder and the brief follow', async ({ page }) => {
  await page.keyboard.press('Alt+1');
  const reminder = page.getByRole('note', { name: 'Acknowledge first' });
  await expect(reminder).toContainText('Not acknowledged yet: CEO and Engineering.');
  await look(page, 'acknowledge-first');
  await runCommand(page, 'Note what was acknowledged in a department…');
  const words = page.getByRole('textbox', { name: 'What was said, in the words that were used' });
  await expect(words).toBeFocused();
  await page.keyboard.type('You know every customer by name, and we never asked you what they told you.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Hetty Quill');
  await page.keyboard.press('Tab');
  await page
    .getByRole('textbox', { name: 'On', exact: true })
    .or(page.getByLabel('On', { exact: true }))
    .first()
    .fill('2026-06-12');
  await page.getByRole('button', { name: 'Note it' }).press('Enter');
  const log = page.getByRole('region', { name: 'What was acknowledged' });
  await expect(log.getByRole('article')).toContainText('Hetty Quill, 12 June 2026');
  await look(page, 'acknowledged');
  await page.keyboard.press('Alt+1');
  await expect(reminder).toContainText('Not acknowledged yet: Engineering.');
  await reminder.getByRole('button', { name: 'Print the briefs' }).click();
  await expect(page.getByRole('region', { name: 'Before you ask' })).toContainText(
    '12 June 2026, Hetty Quill: You know every customer by name',
  );
});

test('ten statements are answered by digits; the round shows means, what changed and what helps', async ({ page }) => {
  await runCommand(page, 'Show the self-assessment: how customer-focused we are, over time');
  const region = page.getByRole('region', { name: 'Self-assessment', exact: true });
  await expect(region.getByRole('img', { name: /^Mean of each round: / })).toBeVisible();
  await expect(region.getByRole('table', { name: /^Mean, change and spread/ })).toContainText('all 3, 4 answers');
  await look(page, 'self-assessment');
  await runCommand(page, 'Assess ourselves: ten statements, obstacles…');
  const dialog = page.getByRole('dialog', { name: 'How close are we to our customers?' });
  await expect(dialog.getByRole('textbox', { name: 'Who answers' })).toBeFocused();
  await page.keyboard.type('Alma Roth');
  const first = dialog.getByRole('group', { name: 'Whoever decides here has talked with a customer in the last month.' });
  await first.getByRole('radio').first().focus();
  await page.keyboard.press('4');
  await expect(first.getByRole('radio', { name: /^4.*mostly/ })).toBeChecked();
  await page.keyboard.press('Delete');
  await expect(dialog).toContainText('0 of 10 answered');
  await page.keyboard.press('1');
  await dialog.getByRole('checkbox', { name: 'The figures tell us enough' }).press('Space');
  await look(page, 'assess');
  await dialog.getByRole('button', { name: 'Keep' }).press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(region).toContainText('by 6 people');
  await expect(region.getByRole('listitem').filter({ hasText: 'The figures tell us enough' })).toContainText(
    'put their words beside the chart',
  );
  await expect(region).toContainText('We are furthest apart on: “Whoever decides here has talked with a customer in the last month.”');
  await page.keyboard.press('Control+z');
  await expect(region).toContainText('by 5 people');
});

test('what stands in the plan and in the rhythm is found by its words and opened where it stands', async ({ page }) => {
  const bar = page.getByRole('complementary', { name: 'Search' });
  const box = bar.getByRole('textbox', { name: 'Search everything' });
  const opens = async (words: string, place: RegExp, region: string): Promise<void> => {
    await page.keyboard.press('ControlOrMeta+Shift+F');
    await expect(box).toBeFocused();
    await box.fill(words);
    await bar.getByRole('option', { name: place }).press('Enter');
    await expect(page.getByRole('region', { name: region, exact: true })).toBeVisible();
  };
  await opens('leaked deal', /leaked/, 'Page of Sales');
  await opens('kind:owner plainly', /plainly/, 'Owners of the result');
  await opens('"complaints and frontline"', /Read complaints and frontline stories/, 'Rhythm board');
  await opens('kind:commitment signable', /signable/, 'Commitments');
});
