// `export`: the readout as one file, or the study for other tools.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { reportLines } from '#shared/domain/exchange/exchange-report';
import { AppError } from '#shared/lib/app-error';
import { EXCHANGE_FORMATS, type ExchangeFormat } from '#shared/rpc/exchange-answers';
import type { WithheldReport } from '#shared/model/withheld-report';
import { READOUT_FORMATS, type ReadoutFormat } from '#shared/rpc/answers';
import type { TableFile } from '#shared/rpc/query-answers';
import { withheldFrom, wordsOut } from '#core/exchange/withheld';
import type { ExportedNames } from '#shared/domain/exchange/mask-rows';
import { exportNotes, zipNotes } from '#core/exchange/export-notes';
import { EXPORT_TABLES, type ExportedTable, exportRows, exportSheets, type TableOut } from '#core/exchange/export-table';
import { exportProject } from '#core/exchange/export-project';
import { csvText, workbookBytes } from '#core/exchange/write-tables';
import { buildReadoutFor } from '#core/services/readout-service';
import type { Vault } from '#core/vault/vault';

import type { CliCommand, CommandLine } from '../command-line.ts';
import { writeOut } from '../write-out.ts';
import { CONSENT_USAGE, purposeOf, refusesWithheld, tellWithheld } from './consent-options.ts';

export const exportCommand: CliCommand = {
  usage: `export <vault> --format md|html|docx|qdpx|qdc|xlsx|notes|${EXPORT_TABLES.join('|')} --out <file> ${CONSENT_USAGE} [--names] [--pseudonyms] [--report]`,
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const { format } = line.options;
      const readout = READOUT_FORMATS.find((each) => each === format);
      const exchange = EXCHANGE_FORMATS.find((each) => each === format);
      if (readout) return exportReadout(vault, line, readout);
      if (exchange) return exportForTools(vault, line, exchange);
      if (format === 'xlsx') return exportAsWorkbook(vault, line);
      if (format === 'notes') return exportAsNotes(vault, line);
      const table = EXPORT_TABLES.find((each) => each === format);
      if (table) return exportAsTable(vault, line, table);
      throw new AppError(
        'bad-input',
        'Say which form it is to have: --format md, html or docx for the readout, qdpx for the whole study or qdc for its codebook, for other tools; xlsx for all tables, notes for Markdown notes with tags; quotes, codebook, participants, tags-together, tags-by-segment or saturation for a table (CSV).',
      );
    }),
};

async function exportReadout(vault: Vault, line: CommandLine, format: ReadoutFormat): Promise<void> {
  const out = outOf(line, 'the readout');
  const document = await buildReadoutFor(vault, format, namesOf(line), line.now(), purposeOf(line));
  tellWithheld(line, document.withheld);
  const bytes = Buffer.from(document.base64, 'base64');
  await writeOut(out, bytes, 'The readout');
  line.print({ ok: true, file: path.resolve(out), bytes: bytes.length, withheld: document.withheld }, `Wrote ${out}`);
}

/** With real names unless pseudonyms are asked for, since only so the way back is without loss. With --report only tells what other tools will and will not see. */
async function exportForTools(vault: Vault, line: CommandLine, format: ExchangeFormat): Promise<void> {
  const only = line.options['report'] === true;
  const out = only ? null : outOf(line, 'the file');
  const { bytes, report, withheld, leftOut } = await exportProject(vault, format, line.now(), {
    purpose: purposeOf(line),
    refuse: refusesWithheld(line),
    names: line.options['pseudonyms'] === true ? 'pseudonyms' : 'names',
  });
  for (const sentence of withheld) line.say(`Left out: ${sentence}`);
  if (out !== null) await writeOut(out, bytes, 'The file');
  const lines = reportLines(report).map((each) => `  ${each}`);
  line.print(
    { ok: true, file: out === null ? null : path.resolve(out), bytes: bytes.length, report, withheld, leftOut },
    [out === null ? 'Nothing was written, only reported.' : `Wrote ${out}`, ...lines].join('\n'),
  );
}

async function exportAsTable(vault: Vault, line: CommandLine, table: ExportedTable): Promise<void> {
  const out = outOf(line, 'the table');
  const withheld = await withheldBefore(vault, line, table);
  const rows = await exportRows(vault, table, tableOut(line));
  const text = csvText(rows);
  await writeOut(out, text, 'The table');
  line.print(
    { ok: true, file: path.resolve(out), bytes: Buffer.byteLength(text), rows: rows.length - 1, withheld },
    `Wrote ${out}: ${rows.length - 1} rows`,
  );
}

async function exportAsWorkbook(vault: Vault, line: CommandLine): Promise<void> {
  const out = outOf(line, 'the workbook');
  const withheld = await withheldBefore(vault, line, 'xlsx');
  const bytes = await workbookBytes(await exportSheets(vault, tableOut(line)));
  await writeOut(out, bytes, 'The workbook');
  line.print({ ok: true, file: path.resolve(out), bytes: bytes.length, withheld }, `Wrote ${out}`);
}

/** Into one archive when the name ends in .zip, else into a folder. */
async function exportAsNotes(vault: Vault, line: CommandLine): Promise<void> {
  const out = outOf(line, 'the folder of notes');
  const withheld = await withheldBefore(vault, line, 'notes');
  const notes = await exportNotes(vault, tableOut(line));
  if (out.toLowerCase().endsWith('.zip')) await writeOut(out, zipNotes(notes, line.now()), 'The archive');
  else {
    await mkdir(out, { recursive: true }).catch(() => undefined);
    for (const { fileName, text } of notes) await writeOut(path.join(out, fileName), text, 'The note');
  }
  line.print({ ok: true, file: path.resolve(out), notes: notes.length, withheld }, `Wrote ${out}: ${notes.length} notes`);
}

const tableOut = (line: CommandLine): TableOut => ({ ...wordsOut(line.now(), purposeOf(line)), names: namesOf(line) });

/** Tells what is kept back before anything is written. */
async function withheldBefore(vault: Vault, line: CommandLine, file: TableFile): Promise<WithheldReport> {
  const report = await withheldFrom(vault, file, wordsOut(line.now(), purposeOf(line)));
  tellWithheld(line, report);
  return report;
}

const namesOf = (line: CommandLine): ExportedNames => (line.options['names'] ? 'names' : 'pseudonyms');

function outOf(line: CommandLine, what: string): string {
  const { out } = line.options;
  if (typeof out !== 'string') throw new AppError('bad-input', `Say where ${what} goes: --out <file>.`);
  return out;
}
