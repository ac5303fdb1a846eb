// A second coder by keys alone: a pack goes out, is coded by somebody else, comes back, and the two are compared; light and dark.
import path from 'node:path';

import type { Cli, CliAnswer } from './support/cli.ts';
import { expect, runCommand, test } from './fixtures.ts';
import { look } from './support/look.ts';

test.use({ sampleStudy: true });

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

test('whoever opens a pack is asked for the name to code under, once', async ({ app, folder, cli, vaultFolder }) => {
  const pack = path.join(folder, 'pack.plumb');
  done(await cli(['pack', vaultFolder, '--out', pack]));
  const { page } = app;
  await page.keyboard.press('ControlOrMeta+O');
  const where = page.getByRole('dialog').getByRole('textbox', { name: 'Folder' });
  await where.fill(folder);
  await where.press('Enter');
  await page.getByRole('dialog').getByRole('row', { name: 'pack.plumb' }).dblclick();
  const dialog = page.getByRole('dialog', { name: 'Who codes this pack?' });
  await expect(dialog.getByRole('textbox', { name: 'Your name' })).toBeFocused();
  await look(page, 'pack-coder');
  await expect(dialog.getByRole('button', { name: 'Code under this name' })).toBeDisabled();
  await page.keyboard.type('Ben');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.locator('body')).not.toBeFocused();
  await page.keyboard.press('ControlOrMeta+O');
  await where.fill(folder);
  await where.press('Enter');
  await page
    .getByRole('dialog')
    .getByRole('row', { name: path.basename(vaultFolder) })
    .dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Larkmoor pricing study');
  await expect(page.getByRole('dialog')).toBeHidden();
});
