// Two copies of a study that went their own ways: what both changed is shown side by side and decided by keys, and tags make no circle; light and dark.
import { cp } from 'node:fs/promises';
import path from 'node:path';

import type { Cli } from './support/cli.ts';
import { expect, runCommand, test as base } from './fixtures.ts';
import { look } from './support/look.ts';

const TAGS = [
  { id: 'price', name: 'Price', definition: 'What people say of the amount' },
  { id: 'fog', name: 'Price fog', whenToUse: 'They say that they do not know the price.' },
  { id: 'support', name: 'Support' },
  { id: 'wishes', name: 'Wishes' },
];

type Edit = readonly [edit: string, input: object];

const OURS: readonly Edit[] = [
  ['updateTag', { tagId: 'price', name: 'Price and terms', definition: 'What people say of the amount, and when it is due' }],
  ['moveTag', { tagId: 'support', parentId: 'wishes' }],
  ['updateTag', { tagId: 'fog', whenToUse: 'They say that they do not know the price, or know a wrong one.' }],
];

const THEIRS: readonly Edit[] = [
  ['updateTag', { tagId: 'price', name: 'What it costs', definition: 'Any word about money' }],
  ['moveTag', { tagId: 'wishes', parentId: 'support' }],
  ['deleteTags', { tagIds: ['fog'] }],
  ['createTag', { id: 'queue', name: 'The queue' }],
];

async function apply(cli: Cli, vault: string, by: string, edits: readonly Edit[]): Promise<void> {
  const answer = await cli(['apply', vault, '--by', by], edits.map(([edit, input]) => `${JSON.stringify({ edit, input })}\n`).join(''));
  expect(answer.code, answer.stderr).toBe(0);
}

const copyOf = (folder: string): string => path.join(folder, 'copy.plumb');

const test = base.extend({
  vaultFolder: async ({ vaultFolder, folder, cli }, use) => {
    await apply(
      cli,
      vaultFolder,
      'Ana',
      TAGS.map((input) => ['createTag', input] as const),
    );
    await cp(vaultFolder, copyOf(folder), { recursive: true });
    await apply(cli, vaultFolder, 'Ana', OURS);
    await apply(cli, copyOf(folder), 'Ben', THEIRS);
    await use(vaultFolder);
  },
});

test('conflicts stand side by side; one is taken from there by keys, and what would make a circle of tags stays and is named', async ({
  page,
  folder,
}) => {
  await runCommand(page, 'Merge a study or pack…');
  const dialog = page.getByRole('dialog');
  const other = dialog.getByRole('textbox', { name: 'Folder' });
  await expect(other).not.toHaveValue('');
  await other.fill(copyOf(folder));
  await other.press('Enter');
  await other.press('Enter');
  await expect(dialog).toContainText('Changed on both sides (2)');
  await expect(dialog).toContainText('Left out (1)');
  await expect(dialog).toContainText('it stays where it is here.');
  await look(page, 'merge-conflicts');
  const choice = dialog.getByRole('radiogroup', { name: /Price/ }).first();
  await choice.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(choice.getByRole('radio').nth(1)).toBeChecked();
  await dialog.getByRole('button', { name: 'Merge', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Alt+3');
  const tree = page.getByRole('complementary', { name: 'Codebook' });
  await expect(tree.getByRole('row', { name: 'The queue', exact: true })).toBeVisible();
  await expect(tree.getByRole('row', { name: 'Support', exact: true })).toBeVisible();
  await expect(tree.getByRole('row', { name: 'Support', exact: true })).toHaveAttribute('aria-level', '2');
});
