// Drives the window through its palette, as a person does who knows a command's name.
import { expect, type Locator, type Page } from '@playwright/test';

const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Go to', exact: true });

/** Runs a command by its title in the catalogue. It must apply: what has the focus when this is called counts. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await pick(
    page,
    `>${title}`,
    palette(page)
      .getByRole('option')
      .filter({ has: page.getByText(title, { exact: true }) }),
  );
}

/**
 * Goes to an interview, theme, memo, department or participant by name; `#name` goes to a tag, `!words` to an assumption.
 * @param kind the quieter words of the row ("Interview"), to tell things of the same name apart or to take the first of its kind.
 */
export async function goTo(page: Page, name: string, kind?: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+P');
  const named = palette(page)
    .getByRole('option')
    .filter({ hasText: name.replace(/^[#!]/, '') });
  await pick(page, name, kind === undefined ? named : named.filter({ has: page.getByText(kind, { exact: true }) }));
}

async function pick(page: Page, query: string, rows: Locator): Promise<void> {
  await expect(palette(page)).toBeVisible();
  await palette(page).getByRole('combobox').fill(query);
  await rows.first().click();
  await expect(palette(page)).toBeHidden();
}
