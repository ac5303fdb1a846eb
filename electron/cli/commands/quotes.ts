// `quotes`: snippets in bulk from a CSV file with the columns quote, tags, participant, source, note.
import { readFile } from 'node:fs/promises';

import { importQuoteRows, readQuoteRows } from '#core/services/quotes-import';
import { AppError } from '#shared/lib/app-error';
import type { Vault } from '#core/vault/vault';

import type { CliCommand, CommandLine } from '../command-line.ts';
import { untilStopped } from '../until-stopped.ts';

export const importQuotesFile: CliCommand = {
  usage: 'quotes <vault> <file.csv> [--json]',
  least: 2,
  run: (line) => untilStopped((signal) => line.withVault((vault) => importQuotes(vault, line, signal))),
};

async function importQuotes(vault: Vault, line: CommandLine, signal: AbortSignal): Promise<void> {
  const file = line.words[1] ?? '';
  const bytes = await readFile(file).catch(() => {
    throw new AppError('not-found', `The file ${file} cannot be read.`);
  });
  const table = readQuoteRows(bytes, file);
  for (const answer of await importQuoteRows(vault, file, table, line.newId, { signal, report: () => undefined })) {
    if (!answer.ok) line.failed();
    line.print(answer, answer.ok ? `row ${answer.row}: ${answer.snippet}` : `row ${answer.row}: ${answer.error}`);
  }
}
