// A second coder by keys alone: a pack goes out, is coded by somebody else, comes back, and the two are compared; light and dark.
import path from 'node:path';

import type { Cli, CliAnswer } from './support/cli.ts';
import { expect, expectNoAxeViolations, type Page, runCommand, test } from './fixtures.ts';

test.use({ sampleStudy: true });

const SCHEMES = ['light', 'dark'] as const;
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1000, height: 700 },
];

/** Asks axe in both themes; with PLUMBLINE_SHOTS a picture of each is kept in that folder. */
async function look(page: Page, name: string): Promise<void> {
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
}

const done = (answer: CliAnswer): CliAnswer => {
  expect(answer.code, answer.stderr).toBe(0);
  return answer;
};

/** What the second coder does in the pack: the beginnings of some turns, each with a tag. */
async function codeAsBen(cli: Cli, pack: string): Promise<void> {
  const records = JSON.parse(done(await cli(['dump', pack, '--json'])).stdout) as { records: Record<'tags' | 'sources', object> };
  const tags = Object.keys(records.records.tags);
  const lines = Object.keys(records.records.sources).flatMap((sourceId, place) =>
    [1, 3, 5].map((turn) => {
      const range = { startTurn: turn, startOffset: 0, endTurn: turn, endOffset: 20 };
      return JSON.stringify({ edit: 'createSnippet', input: { sourceId, range, tagIds: [tags[(place + turn) % tags.length]] } });
    }),
  );
  done(await cli(['apply', pack, '--by', 'Ben'], `${lines.join('\n')}\n`));
}

test('a pack goes out, comes back and is compared, by keys alone', async ({ app, folder, cli }) => {
  const { page } = app;
  await runCommand(page, 'Compare two coders…');
  await expect(page.getByText(/^Only .+ has coded in this study$/)).toBeVisible();
  await look(page, 'one-coder');

  await runCommand(page, 'Make a coding pack…');
  const dialog = page.getByRole('dialog');
  const where = dialog.getByRole('textbox', { name: 'Where' });
  await where.fill(folder);
  await where.press('Enter');
  await dialog.getByRole('textbox', { name: 'Name of the folder' }).fill('For Ben');
  await look(page, 'pack');
  await dialog.getByRole('textbox', { name: 'Name of the folder' }).press('Enter');
  await expect(dialog).toContainText('The coding pack is ready');
  await look(page, 'pack-made');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();

  const pack = path.join(folder, 'For Ben.plumb');
  await codeAsBen(cli, pack);

  await runCommand(page, 'Merge a study or pack…');
  const other = dialog.getByRole('textbox', { name: 'Folder' });
  await expect(other).not.toHaveValue('');
  await other.fill(pack);
  await other.press('Enter');
  await other.press('Enter');
  await expect(dialog).toContainText('Ben:');
  await look(page, 'merge');
  await dialog.getByRole('button', { name: 'Merge', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();

  await expect(page.getByRole('table')).toBeVisible();
  await look(page, 'agreement');
  await page.getByRole('button', { name: /^Where they differ/ }).focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('listbox', { name: 'Where the two coders differ' });
  await expect(list).toBeVisible();
  await look(page, 'passages');
  await list.getByRole('option').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-surface="transcript"]')).toBeFocused();
});
