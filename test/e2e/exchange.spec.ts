// Other tools: the study out as REFI-QDA and projects in, each with its report first; an import is one step.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, expectNoAxeViolations, runCommand, test } from './fixtures.ts';

test.use({ sampleStudy: true });

const CODEBOOK = `<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Another tool"><Codes>
<Code guid="1FF58B12-6F6F-4B0C-8BE5-BBDC91F55294" name="Seats nobody uses" color="#46AA00" isCodable="true"/>
</Codes></CodeBook>`;

test('a study goes out for other tools and a codebook comes in, with the report first', async ({ app, folder }) => {
  const { page } = app;
  const dialog = page.getByRole('dialog');
  await runCommand(page, 'Export the study for other tools (REFI-QDA)…');
  await expect(dialog).toContainText('16 tags as codes');
  await expect(dialog).toContainText('departments are written as sets of notes');
  await expectNoAxeViolations(page);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export' }).click();
  const file = path.join(folder, 'study.qdpx');
  await (await download).saveAs(file);
  await expect(dialog).toBeHidden();

  // The same study again: everything is there already, and the dialog says so.
  await runCommand(page, 'Import from another tool…');
  await dialog.getByLabel('Project file').setInputFiles(file);
  await expect(dialog).toContainText('records that this study has already stay as before');
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();

  const codebook = path.join(folder, 'codes.qdc');
  await writeFile(codebook, CODEBOOK);
  await runCommand(page, 'Import from another tool…');
  await dialog.getByLabel('Project file').setInputFiles(codebook);
  await expect(dialog).toContainText('written by Another tool');
  await expect(dialog).toContainText('1 code');
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog).toBeHidden();
  await runCommand(page, 'Show Codebook');
  await expect(page.getByText('17 tags', { exact: true })).toBeVisible();
});
