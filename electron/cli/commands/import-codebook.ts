// `import-codebook`: tags from a CSV file; with --report it only tells what would change.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { reportLines } from '#shared/domain/exchange/exchange-report';
import { previewCodebook } from '#core/exchange/preview-codebook';
import { readCodebook } from '#core/exchange/read-codebook';
import { AppError } from '#shared/lib/app-error';

import type { CliCommand } from '../command-line.ts';
import { encodingOption } from './read-options.ts';

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
        await readCodebook(path.basename(file), bytes, encodingOption(line.options)),
        vault.state,
      );
      const only = line.options['report'] === true;
      if (!only && added + changed > 0) await vault.edit('importCodebook', { rows });
      const sentence = [`${file}: ${only ? 'not imported, only reported' : 'imported'}`, ...reportLines(report).map((each) => `  ${each}`)];
      line.print({ file, ok: true, imported: !only, added, changed, same, report }, sentence.join('\n'));
    }),
};
