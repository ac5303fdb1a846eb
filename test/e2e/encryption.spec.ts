// An encrypted study in the real window: made, locked, opened again, another passphrase, and the way back; no word of it on the disk.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Locator, Page } from '@playwright/test';

import { expect, expectNoAxeViolations, runCommand, test } from './fixtures.ts';

const PASSPHRASE = 'a sentence only I know';
const WORD = 'marmalade-7731';
const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });

/** Files of a study that show the word. */
async function filesShowing(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const shown = await Promise.all(files.map(async (file) => ((await readFile(file)).includes(WORD) ? file : null)));
  return shown.filter((file) => file !== null);
}

async function confirmCode(page: Page): Promise<string> {
  const shown = dialog(page, 'Your recovery code');
  // Making keys is slow on purpose.
  await expect(shown).toBeVisible({ timeout: 30_000 });
  const code = (await shown.getByTestId('recovery-code').textContent()) ?? '';
  await page.keyboard.press('Space');
  await shown.getByRole('button', { name: 'Done' }).click();
  return code;
}

async function unlock(page: Page, secret: string): Promise<void> {
  const asking = dialog(page, / is encrypted$/);
  await asking.getByLabel('Passphrase').fill(secret);
  await page.keyboard.press('Enter');
  await expect(asking.getByRole('button', { name: 'Working…' })).toBeHidden({ timeout: 30_000 });
}

test('made encrypted by keyboard; locked, and after a restart, it asks; a wrong passphrase is told; the recovery code opens it', async ({
  app,
  page,
  folder,
  cli,
}) => {
  expect(app.vaultFolder).not.toBe('');
  await page.keyboard.press('Control+K');
  await page.keyboard.press('n');
  const made = dialog(page, 'New study');
  await made.getByLabel('Name').fill('Sealed study');
  await made.getByLabel('Where', { exact: true }).fill(folder);
  await made.getByLabel('Encrypt it: it opens with a passphrase only').press('Space');
  await page.keyboard.type('too short');
  await expect(made.getByText('10 characters at least; 1 to go.')).toBeVisible();
  await made.getByLabel('New passphrase').fill(PASSPHRASE);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSPHRASE);
  await expectNoAxeViolations(page, 'the dialog of a new encrypted study');
  await page.keyboard.press('Enter');
  const code = await confirmCode(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sealed study');
  const vault = path.join(folder, 'Sealed study.plumb');
  await runCommand(page, 'New memo');
  await page.getByLabel('Title', { exact: true }).fill(`About ${WORD}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: `About ${WORD}` })).toBeVisible();
  await runCommand(page, 'Lock the study');
  await expect(dialog(page, '“Sealed study” is encrypted')).toBeVisible();
  await expectNoAxeViolations(page, 'the dialog that asks for the passphrase');
  expect(await filesShowing(vault)).toEqual([]);
  await unlock(page, 'not this one');
  await expect(page.getByRole('alert')).toContainText('This passphrase does not open the study.');
  await unlock(page, PASSPHRASE);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sealed study');
  const again = await app.restart();
  await runCommand(again, 'Open a study…');
  await dialog(again, 'Open a study').getByRole('button', { name: 'Sealed study' }).click();
  await unlock(again, code.toLowerCase());
  await expect(again.getByRole('heading', { level: 1 })).toHaveText('Sealed study');
  await runCommand(again, 'Close the study');
  await expect(again.getByText('No study open')).toBeVisible();
  expect((await cli(['dump', vault, '--json'])).code).toBe(1);
});

test('a study is encrypted from the settings and the encryption removed again, with everything in it', async ({
  app,
  page,
  cli,
  folder,
}) => {
  await runCommand(page, 'New memo');
  await page.getByLabel('Title', { exact: true }).fill(`About ${WORD}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: `About ${WORD}` })).toBeVisible();
  await page.keyboard.press('Control+S');
  await runCommand(page, 'Settings');
  await page.getByRole('button', { name: 'Encrypt this study…' }).click();
  await expectNoAxeViolations(page, 'the dialog of encrypting');
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await confirmCode(page);
  await expect(page.getByText('This study is encrypted: it opens with')).toBeVisible();
  await expectNoAxeViolations(page, 'the settings of an encrypted study');
  expect(await filesShowing(app.vaultFolder)).toEqual([]);
  await page.getByRole('button', { name: 'Remove encryption…' }).click();
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByText('This study is not encrypted: everybody')).toBeVisible({ timeout: 30_000 });
  await runCommand(page, 'Close the study');
  await expect(page.getByText('No study open')).toBeVisible();
  const dumped = await cli(['dump', app.vaultFolder, '--json']);
  expect(dumped.stdout).toContain(WORD);
  expect(folder).not.toBe('');
});
