// Quotes, codebook, participants and matrices of a study as rows, and as the files that hold them.
import { exportedText, type ExportedNames, maskRows } from '#shared/domain/exchange/mask-rows';
import { MATRIX_TABLES, matrixTable, type MatrixTable } from '#shared/domain/exchange/matrix-tables';
import { STUDY_TABLES, studyTable, type StudyTable, type TableRow } from '#shared/domain/exchange/study-tables';
import type { WithheldWords, WordsOut } from '#shared/domain/participants/withheld-words';
import type { Snippet } from '#shared/model/records/snippet';
import type { Turn } from '#shared/model/transcript';

import { loadTurnSpeakers } from '../services/turn-speakers.ts';
import type { StudyView } from '../services/study-view.ts';
import { withPauses } from '../vault/pauses.ts';
import { withheldOf } from './withheld.ts';
import type { Sheet } from './write-tables.ts';

export const EXPORT_TABLES = [...STUDY_TABLES, ...MATRIX_TABLES] as const;
export type ExportedTable = StudyTable | MatrixTable;

/** For whom the table is, on which day, and whether with real names. */
export interface TableOut extends WordsOut {
  /** Pseudonyms unless names are asked for. */
  names?: ExportedNames;
}

/** The first row is the heading. @throws AppError('vault-damaged') for a transcript that cannot be read. */
export async function exportRows(view: StudyView, table: ExportedTable, out: TableOut): Promise<TableRow[]> {
  const withheld = await withheldOf(view, out);
  return maskRows(await rowsOf(view, table, withheld), exportedText(view.state, out.names ?? 'pseudonyms'));
}

async function rowsOf(view: StudyView, table: ExportedTable, withheld: WithheldWords): Promise<TableRow[]> {
  const matrix = MATRIX_TABLES.find((each) => each === table);
  if (matrix) return withPauses(matrixTable(view.state, matrix, { turnSpeakers: await loadTurnSpeakers(view) }));
  const turns = new Map<string, readonly Turn[]>();
  if (table === 'quotes') for (const id of view.state.all('sources').keys()) turns.set(id, await view.turns(id));
  const startOf = (sourceId: string, turn: number): number | null => turns.get(sourceId)?.[turn]?.startMs ?? null;
  const startOfSnippet = ({ sourceId, range, review }: Snippet): number | null => (review ? null : startOf(sourceId, range.startTurn));
  return studyTable(view.state, table as StudyTable, startOfSnippet, withheld);
}

const SHEETS: Readonly<Record<ExportedTable, string>> = {
  quotes: 'Quotes',
  codebook: 'Codebook',
  participants: 'Participants',
  'tags-together': 'Tags together',
  'tags-by-segment': 'Tags by segment',
  saturation: 'Saturation',
};

/** A sheet for each table; by default all but the saturation curve. */
export async function exportSheets(
  view: StudyView,
  out: TableOut,
  tables: readonly ExportedTable[] = EXPORT_TABLES.filter((table) => table !== 'saturation'),
): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  for (const table of tables) sheets.push({ name: SHEETS[table], rows: await exportRows(view, table, out) });
  return sheets;
}
