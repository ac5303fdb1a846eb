// Bringing transcripts in: several at once with one that cannot be read, dropped, pasted, corrected beforehand, and all of it by keyboard.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Locator, Page } from '@playwright/test';

import { docxOf, pdfOf, wordParagraphs, wordTable } from '#test/builders/documents';

import { expect, expectNoAxeViolations, test as base } from './fixtures.ts';

interface Files {
  /** Absolute path of each file, by name. */
  files: Record<string, string>;
}

const KARIM = `Interviewer: Thanks for making time. How did the renewal go?
Karim: Honestly it was a guessing game. Nobody on your side could tell me the price.
Interviewer: What did you do instead?
Karim: I called the one engineer I trust.
`;

const CONTENTS: Readonly<Record<string, string | Buffer>> = {
  '2026-03-12 Karim.txt': KARIM,
  'P21.md':
    '**Ana:** What happened in the first week?\n\n**P21:** We never opened the dashboards.\n\n**Ana:** Who reads the sheet?\n\n**P21:** Finance, and nobody else.\n',
  'call.vtt':
    'WEBVTT\n\n00:00:01.000 --> 00:00:05.000\n<v Host>Did the migration work?\n\n00:00:05.500 --> 00:01:12.000\n<v Solveig>It took three weekends.\n',
  'weekly.srt': '1\n00:00:01,000 --> 00:00:04,000\nThe sheet is faster.\n\n2\n00:00:04,500 --> 00:00:09,000\nEverybody has it.\n',
  'café.txt': Buffer.from('Interviewer: Who decides?\nRené: The café’s owner.\nInterviewer: Alone?\nRené: With his brother.\n', 'utf16le'),
  'old notes.txt': Buffer.from(
    'Interviewer: Who reads it?\nJos\u00e9: My chef de d\u00e9partement.\nInterviewer: Why?\nJos\u00e9: He pays.\n',
    'latin1',
  ),
  'photo.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00, 0x01, 0xff, 0xd9]),
  'empty.txt': '',
};

const test = base.extend<Files>({
  files: async ({ folder }, use) => {
    const files: Record<string, string> = {};
    for (const [name, content] of Object.entries(CONTENTS)) {
      files[name] = path.join(folder, name);
      // UTF-16 is told by its byte order mark.
      const bytes = name === 'café.txt' ? Buffer.concat([Buffer.from([0xff, 0xfe]), content as Buffer]) : content;
      await writeFile(files[name], bytes);
    }
    await use(files);
  },
});

const dialog = (page: Page): Locator => page.getByRole('dialog');
const table = (page: Page): Locator => dialog(page).getByRole('table', { name: 'Files to import' });
const rowOf = (page: Page, name: string): Locator =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) });
const interviews = (page: Page): Locator => page.getByRole('treegrid', { name: 'Interviews' }).getByRole('row');

/** Opens the import by its key and chooses files by the button that has the focus. */
async function choose(page: Page, paths: readonly string[]): Promise<void> {
  await page.keyboard.press('ControlOrMeta+I');
  await expect(dialog(page)).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles([...paths]);
}

test('eight files at once: each shows what was found, the two bad ones say why, six go in and the first opens', async ({ page, files }) => {
  await choose(page, Object.values(files));
  await expect(page.getByRole('button', { name: 'Import 6 of 8' })).toBeEnabled();
  await expect(rowOf(page, '2026-03-12 Karim.txt')).toContainText('Karim; Interviewer asks');
  await expect(rowOf(page, 'P21.md').getByRole('combobox')).toHaveValue('markdown');
  await expect(rowOf(page, 'call.vtt')).toContainText('1 min');
  await expect(rowOf(page, 'weekly.srt')).toContainText('The captions name no speakers');
  await expect(rowOf(page, 'café.txt')).toContainText('UTF-16');
  await expect(rowOf(page, 'café.txt')).toContainText('René');
  await expect(rowOf(page, 'old notes.txt')).toContainText('Windows-1252');
  await expect(rowOf(page, 'old notes.txt')).toContainText('José');
  await expect(rowOf(page, 'photo.jpg')).toContainText('photo.jpg was not imported');
  await expect(rowOf(page, 'empty.txt')).toContainText('empty.txt was not imported');
  await expectNoAxeViolations(page, 'the import table');

  await page.getByRole('button', { name: 'Import 6 of 8' }).click();
  await expect(dialog(page)).toContainText('6 of 8 files were imported.');
  await expect(rowOf(page, 'call.vtt')).toContainText('Imported.');
  await expect(rowOf(page, 'photo.jpg')).toContainText('photo.jpg was not imported');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(interviews(page)).toHaveCount(6);
  await expect(page.getByRole('tab', { selected: true })).toHaveText(/2026-03-12 Karim/);
  await expect(page.getByRole('tabpanel')).toContainText('Nobody on your side could tell me the price.');
  // The whole import is one step.
  await page.getByRole('button', { name: 'Undo Import 6 transcripts' }).click();
  await expect(page.getByText('Transcripts go here.')).toBeVisible();
});

test('a Word document, a PDF and a document that cannot be read: previewed, said, and imported', async ({ page, folder }) => {
  const talk = ['Interviewer: How did the renewal go?', 'Karim: It was a guessing game.', 'Interviewer: And then?', 'Karim: I called.'];
  const rows = [
    ['Speaker', 'Text'],
    ['Ana', 'Nobody told us the price.'],
    ['Ben', 'Why?'],
  ];
  const documents = {
    'table.docx': docxOf(wordParagraphs('Interview 4') + wordTable(rows)),
    'talk.pdf': pdfOf([talk.map((text, at) => ({ text, x: 50, y: 780 - at * 24 }))]),
    'scan.pdf': pdfOf([[], []]),
  };
  for (const [name, bytes] of Object.entries(documents)) await writeFile(path.join(folder, name), bytes);
  await choose(
    page,
    Object.keys(documents).map((name) => path.join(folder, name)),
  );
  await expect(page.getByRole('button', { name: 'Import 2 of 3' })).toBeEnabled();
  await expect(rowOf(page, 'table.docx')).toContainText('Word document');
  await expect(rowOf(page, 'table.docx')).toContainText('Ana; Ben asks');
  await expect(rowOf(page, 'table.docx')).toContainText('What stands before the table was kept as the heading, not as a turn.');
  await expect(rowOf(page, 'talk.pdf')).toContainText('PDF document');
  await expect(rowOf(page, 'talk.pdf')).toContainText('Karim; Interviewer asks');
  await expect(rowOf(page, 'scan.pdf')).toContainText('it was probably scanned');
  await expect(rowOf(page, 'scan.pdf').getByRole('combobox'), 'a document leaves no choice of kinds').toHaveCount(0);
  await expectNoAxeViolations(page, 'the import table with documents');
  await page.getByRole('button', { name: 'Import 2 of 3' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(interviews(page)).toHaveCount(2);
  await expect(page.getByRole('tabpanel')).toContainText('Nobody told us the price.');
});

test('a file can be corrected before it goes in: format, title, day, who speaks', async ({ page, files, app }) => {
  await choose(page, [files['2026-03-12 Karim.txt'] ?? '']);
  await page.getByRole('button', { name: '2026-03-12 Karim.txt' }).click();
  await expect(page.getByRole('region', { name: 'First turns of 2026-03-12 Karim.txt' })).toContainText(
    'I called the one engineer I trust.',
  );
  await expect(page.getByLabel('Day')).toHaveValue('2026-03-12');
  await page.getByRole('textbox', { name: 'Title' }).fill('Renewal call');
  await page.getByLabel('Day').fill('2026-03-13');
  await page.getByRole('combobox', { name: 'Role of Interviewer' }).selectOption('other');
  await page.getByRole('textbox', { name: 'Name: Participant for Karim' }).fill('Karim B.');
  await expectNoAxeViolations(page, 'the details of a file');
  await page.getByRole('combobox', { name: /^Format of/ }).selectOption('webvtt');
  await expect(table(page)).toContainText('does not begin with the word WEBVTT');
  await expect(page.getByRole('button', { name: /^Import 0/ })).toBeDisabled();
  await page.getByRole('combobox', { name: /^Format of/ }).selectOption('text');
  await page.getByRole('button', { name: 'Import it' }).click();

  await expect(interviews(page)).toHaveText([/Renewal call/]);
  const again = await app.restart();
  await again.getByRole('row', { name: 'Renewal call' }).click();
  const inspector = again.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByLabel('Day')).toHaveValue('2026-03-13');
  await expect(inspector.getByRole('combobox', { name: 'Role of Interviewer' })).toHaveValue('other');
  await expect(inspector.getByRole('combobox', { name: 'Participant for Karim' })).toContainText('P01 Karim B.');
});

test('a survey in a table: its columns are shown as guessed, a choice shows in the preview, one respondent is one participant', async ({
  page,
  folder,
}) => {
  const survey = path.join(folder, 'survey.csv');
  await writeFile(
    survey,
    'Respondent,Role,Why did you leave?\nKarim,Lead,The price was on no page at all that we could find.\nSol,Finance,We had no audit trail that anybody trusted.\n',
  );
  await choose(page, [survey]);
  const preview = page.getByRole('region', { name: 'First turns of survey.csv' });
  await expect(page.getByLabel('Column Respondent is taken for')).toHaveValue('name');
  await expect(preview).toContainText('The price was on no page at all that we could find.');
  await expectNoAxeViolations(page, 'the columns of a table');
  await page.getByLabel('Column Role is taken for').focus();
  await page.keyboard.press('Q');
  await expect(preview).toContainText('Finance');
  await expect(page.getByLabel('Column Role is taken for')).toBeFocused();
  await page.getByRole('button', { name: 'Import it' }).click();
  await expect(interviews(page)).toHaveText([/survey/]);
});

test('files dropped anywhere on the window go into the table, and nowhere else', async ({ page }) => {
  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }));
    return transfer;
  }, KARIM);
  await page.dispatchEvent('[data-part="titleBar"]', 'dragenter', { dataTransfer: dropped });
  await expect(page.getByText('Drop to import into “Test study”')).toBeVisible();
  await page.dispatchEvent('[data-part="titleBar"]', 'drop', { dataTransfer: dropped });
  await expect(page.getByText('Drop to import into')).toBeHidden();
  await expect(rowOf(page, 'dropped.txt')).toContainText('Karim; Interviewer asks');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(interviews(page)).toHaveCount(0);
});

test('pasted text is imported by keyboard alone, from an empty study to the open interview', async ({ page }) => {
  await page.keyboard.press('ControlOrMeta+I');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Paste text…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Text' })).toBeFocused();
  await page.keyboard.insertText(KARIM);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('Visit in March');
  for (let tab = 0; tab < 3; tab += 1) await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Read this text' })).toBeFocused();
  await page.keyboard.press('Enter');
  const importIt = page.getByRole('button', { name: 'Import it' });
  await expect(importIt).toBeEnabled();
  for (let tab = 0; tab < 12 && !(await importIt.evaluate((button) => button === document.activeElement)); tab += 1)
    await page.keyboard.press('Tab');
  await expect(importIt).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { selected: true })).toHaveText(/Visit in March/);
  await expect(interviews(page)).toHaveText([/Visit in March/]);
  await expect(page.locator('body')).not.toBeFocused();
});

test('reading can be stopped; what was read is ready, the rest can be read later', async ({ page }) => {
  const many = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    const turns = Array.from({ length: 3000 }, (_turn, at) =>
      at % 2 === 0 ? `Interviewer: question ${at}?` : `Karim: ${'words and more words '.repeat(20)}${at}`,
    ).join('\n');
    for (let at = 1; at <= 12; at += 1) transfer.items.add(new File([turns], `talk ${at}.txt`, { type: 'text/plain' }));
    return transfer;
  });
  await page.dispatchEvent('[data-part="titleBar"]', 'drop', { dataTransfer: many });
  await expect(page.getByRole('progressbar', { name: 'Reading the files' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop reading' }).click();
  await expect(rowOf(page, 'talk 12.txt')).toContainText('was not read: you stopped before it');
  await page.getByRole('button', { name: /^Read the other/ }).click();
  await expect(page.getByRole('button', { name: 'Import all 12' })).toBeEnabled({ timeout: 30_000 });
});
