// The Rhythm room by keys and palette: conversations, the board, signals, listening; light, dark and narrow.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, runCommand, test } from './fixtures.ts';
import { look } from './support/look.ts';

test.use({ sampleStudy: true });

test('a conversation is logged by keys, a habit done, and due items become a calendar', async ({ page, folder }) => {
  await page.keyboard.press('Alt+8');
  await expect(page.getByRole('region', { name: 'Conversations with customers' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Last real conversation' })).toContainText('4 days ago');
  await look(page, 'conversations');
  await runCommand(page, 'Log a conversation with a customer…');
  const dialog = page.getByRole('dialog', { name: 'Log a conversation' });
  await dialog.getByLabel('Customer', { exact: true }).fill('Harbour Lifts');
  await dialog.getByLabel('Minutes with the customer').fill('45');
  await dialog.getByLabel('Name', { exact: true }).fill('Tomos Reed');
  await dialog.getByLabel('What was learned').fill('They print every plan.');
  await expect(dialog.getByLabel('Role', { exact: true })).toHaveValue('Head of sales');
  await look(page, 'log-a-conversation');
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: 'Last real conversation' })).toContainText('today');
  await expect(page.getByRole('table', { name: 'Log of conversations' })).toContainText('They print every plan.');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('region', { name: 'Last real conversation' })).toContainText('4 days ago');

  await runCommand(page, 'Show the rhythm board: what is due, done, overdue, snoozed');
  const habit = page.getByRole('listitem', { name: 'Listen in on the support line' });
  await expect(habit).toContainText('Overdue since');
  await look(page, 'board-of-habits');
  await habit.getByRole('button', { name: 'Done: Listen in on the support line' }).press('Enter');
  await expect(habit).toContainText('Done; next on');
  const waiting = page.waitForEvent('download');
  await runCommand(page, 'Export due items and customer time as a calendar (.ics)');
  const file = path.join(folder, 'due.ics');
  await (await waiting).saveAs(file);
  const calendar = await readFile(file, 'utf8');
  expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*SUMMARY:Read complaints and frontline stories aloud\r\n[\s\S]*END:VCALENDAR\r\n$/);
});

test('a signal comes from a table; a dip gets its why; listening stands by interviewer', async ({ page, folder }) => {
  await runCommand(page, 'Show signals (NPS, CSAT, CES, complaints) and their why');
  await expect(page.getByRole('img', { name: /^NPS after the second bill: / })).toBeVisible();
  await look(page, 'signals');
  const table = path.join(folder, 'CSAT.csv');
  await writeFile(table, 'Month;CSAT\n2026-01;81\n2026-02;84\n2026-03;62\n');
  await runCommand(page, 'Import a signal (NPS, CSAT, complaints) from a table…');
  const dialog = page.getByRole('dialog', { name: 'Import a signal from a table' });
  await dialog.getByLabel('Table of figures').setInputFiles(table);
  await expect(dialog).toContainText('3 points, from 1 January 2026 to 1 March 2026.');
  await look(page, 'import-a-signal');
  await dialog.getByRole('button', { name: 'Import 3 points' }).click();
  const signal = page.getByRole('region', { name: /^CSAT/ });
  await expect(signal).toContainText('1 without a why');
  await signal.getByRole('button', { name: /^Say why…/ }).press('Enter');
  await page.keyboard.type('second bill');
  await page.keyboard.press('Enter');
  await expect(signal).toContainText('each has a why');
  const note = signal.getByLabel(/explains 1 March 2026$/);
  await note.click();
  await page.keyboard.type('The new price was on it.');
  await page.keyboard.press('Enter');
  await page.reload();
  await expect(page.getByLabel(/explains 1 March 2026$/)).toHaveValue('The new price was on it.');

  await runCommand(page, 'Show the listening ratio of interviewers, open and closed questions');
  await expect(page.getByRole('table', { name: 'Listening ratio by interviewer' }).getByRole('row')).toHaveCount(3);
  await look(page, 'listening');
});
