// `import-codebook`: tags from a CSV file; with --report it only tells what would change.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { reportLines } from '#shared/domain/exchange/exchange-report';
import { previewCodebook } from '#core/exchange/preview-codebook';
import { readCodebook } from '#core/exchange/read-codebook';
import { TEXT_ENCODINGS, type TextEncoding } from '#shared/model/transcript';
import { AppError } from '#shared/lib/app-error';

import type { CliCommand } from '../command-line.ts';

export const importCodebookFile: CliCommand = {
  usage: 'import-codebook <vault> <file.csv> [--encoding utf-8|windows-1252|utf-16le|…] [--report] [--json]',
  least: 2,
  run: (line) =>
    line.withVault(async (vault) => {
      const file = line.words[1] ?? '';
      const bytes = await readFile(file).catch(() => {
        throw new AppError('not-found', `The file ${file} cannot be read.`);
      });
      const { rows, report, added, changed, same } = previewCodebook(
        await readCodebook(path.basename(file), bytes, encodingOf(line.options['encoding'])),
        vault.state,
      );
      const only = line.options['report'] === true;
      if (!only && added + changed > 0) await vault.edit('importCodebook', { rows });
      const sentence = [`${file}: ${only ? 'not imported, only reported' : 'imported'}`, ...reportLines(report).map((each) => `  ${each}`)];
      line.print({ file, ok: true, imported: !only, added, changed, same, report }, sentence.join('\n'));
    }),
};

/** Undefined: as the file says, or as it looks. */
function encodingOf(option: string | boolean | undefined): TextEncoding | undefined {
  if (option === undefined) return undefined;
  const encoding = TEXT_ENCODINGS.find((each) => each === option);
  if (!encoding) throw new AppError('bad-input', `--encoding takes one of ${TEXT_ENCODINGS.join(', ')}.`);
  return encoding;
}
