// Writes the quotes, the codebook or the participants as a CSV file that spreadsheets open without running anything in it.
import Papa from 'papaparse';

import { studyTable, type StudyTable } from '#shared/domain/exchange/study-tables';
import type { Turn } from '#shared/model/transcript';

import type { Vault } from '../vault/vault.ts';

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r].*$/s;

/** UTF-8 with a byte order mark, which spreadsheets want, and CR LF line ends (RFC 4180). @throws AppError('vault-damaged') for a transcript that cannot be read. */
export async function exportTable(vault: Vault, table: StudyTable): Promise<{ text: string; rows: number }> {
  const turns = new Map<string, readonly Turn[]>();
  if (table === 'quotes') {
    for (const source of vault.state.all('sources').values()) turns.set(source.id, (await vault.transcripts.readSource(source)).turns);
  }
  const rows = studyTable(vault.state, table, ({ sourceId, range, review }) =>
    review ? null : (turns.get(sourceId)?.[range.startTurn]?.startMs ?? null),
  );
  return { text: `\ufeff${Papa.unparse(rows, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`, rows: rows.length - 1 };
}
