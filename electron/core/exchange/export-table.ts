// Writes the quotes, the codebook or the participants as a CSV file that spreadsheets open without running anything in it.
import Papa from 'papaparse';

import { studyTable, type StudyTable, type TableRow } from '#shared/domain/exchange/study-tables';
import type { Turn } from '#shared/model/transcript';

import type { Vault } from '../vault/vault.ts';

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r].*$/s;

/** @throws AppError('vault-damaged') for a transcript that cannot be read. */
export async function exportTable(vault: Vault, table: StudyTable): Promise<{ text: string; rows: number }> {
  const turns = new Map<string, readonly Turn[]>();
  if (table === 'quotes') {
    for (const source of vault.state.all('sources').values()) turns.set(source.id, (await vault.transcripts.readSource(source)).turns);
  }
  const rows = studyTable(vault.state, table, (snippet) => turns.get(snippet.sourceId)?.[snippet.range.startTurn]?.startMs ?? null);
  return { text: csvText(rows), rows: rows.length - 1 };
}

/** Rows as CSV: UTF-8 with a byte order mark, which spreadsheets want, CR LF line ends (RFC 4180), formulas defused. */
export function csvText(rows: readonly TableRow[]): string {
  return `\ufeff${Papa.unparse([...rows], { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}
