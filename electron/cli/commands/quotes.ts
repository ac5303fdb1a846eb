// `quotes`: snippets in bulk from a CSV file with the columns quote, tags, participant, source, note.
import { readFile } from 'node:fs/promises';

import { importQuoteRows, readQuoteRows } from '#core/services/quotes-import';
import { AppError } from '#shared/lib/app-error';

import type { CliCommand } from '../command-line.ts';

export const importQuotesFile: CliCommand = {
  usage: 'quotes <vault> <file.csv> [--json]',
  least: 2,
  run: (line) =>
    line.withVault(async (vault) => {
      const file = line.words[1] ?? '';
      const bytes = await readFile(file).catch(() => {
        throw new AppError('not-found', `The file ${file} cannot be read.`);
      });
      const table = readQuoteRows(bytes, file);
      for (const answer of await importQuoteRows(vault, file, table, line.newId)) {
        if (!answer.ok) line.failed();
        line.print(answer, answer.ok ? `row ${answer.row}: ${answer.snippet}` : `row ${answer.row}: ${answer.error}`);
      }
    }),
};
