// Tables and notes as files that a window can hand over.
import type { WordsOut } from '#shared/domain/participants/withheld-words';
import type { ExportedFile, TableFile } from '#shared/rpc/query-answers';

import { exportNotes, zipNotes } from '../exchange/export-notes.ts';
import { exportCodebookVersion } from '../exchange/export-codebook-version.ts';
import { exportRows, exportSheets } from '../exchange/export-table.ts';
import { withheldFrom } from '../exchange/withheld.ts';
import type { Background, RunOptions } from './background.ts';
import { fileNameOf } from './file-name-of.ts';
import type { StudyView } from './study-view.ts';

const LIMITS: RunOptions = {
  timeoutMs: 5 * 60_000,
  timeoutMessage:
    'The table took more than five minutes to write, so nothing was written. The study is untouched. Export fewer tables at a time.',
};

/** Names leave as pseudonyms, words that those who get the file may not read not at all. */
export async function tableFile(view: StudyView, background: Background, file: TableFile, out: WordsOut): Promise<ExportedFile> {
  const withheld = await withheldFrom(view, file, out);
  if (file === 'xlsx') {
    return {
      fileName: 'study tables.xlsx',
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      base64: base64(await background.run({ name: 'write-workbook', sheets: await exportSheets(view, out) }, LIMITS)),
      withheld,
    };
  }
  if (file === 'notes') {
    return {
      fileName: 'notes.zip',
      mediaType: 'application/zip',
      base64: base64(zipNotes(await exportNotes(view, out), out.day)),
      withheld,
    };
  }
  const text = await background.run({ name: 'write-csv', rows: await exportRows(view, file, out) }, LIMITS);
  return { fileName: `${file}.csv`, mediaType: 'text/csv', base64: base64(text), withheld };
}

/** One version of the codebook, as it was; names leave as pseudonyms. @throws AppError('not-found') */
export async function versionFile(view: StudyView, background: Background, versionId: string): Promise<ExportedFile> {
  await view.settled();
  const { name, rows } = exportCodebookVersion(view.state, versionId);
  const text = await background.run({ name: 'write-csv', rows }, LIMITS);
  // A codebook quotes nobody.
  const withheld = { people: 0, quotes: 0, sentences: [] };
  return { fileName: `codebook ${fileNameOf(name, 'version')}.csv`, mediaType: 'text/csv', base64: base64(text), withheld };
}

const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes as string).toString('base64');
