// Tables and notes as files that a window can hand over.
import type { ExportedFile, TableFile } from '#shared/rpc/query-answers';

import { exportNotes, zipNotes } from '../exchange/export-notes.ts';
import { exportCodebookVersion } from '../exchange/export-codebook-version.ts';
import { exportTable, exportWorkbook } from '../exchange/export-table.ts';
import { fileNameOf } from './file-name-of.ts';
import type { StudyView } from './study-view.ts';

/** Names leave as pseudonyms. @param now ISO 8601. */
export async function tableFile(view: StudyView, file: TableFile, now: string): Promise<ExportedFile> {
  if (file === 'xlsx') {
    return {
      fileName: 'study tables.xlsx',
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      base64: base64(await exportWorkbook(view)),
    };
  }
  if (file === 'notes') {
    return { fileName: 'notes.zip', mediaType: 'application/zip', base64: base64(zipNotes(await exportNotes(view), now)) };
  }
  return { fileName: `${file}.csv`, mediaType: 'text/csv', base64: base64((await exportTable(view, file)).text) };
}

/** One version of the codebook, as it was; names leave as pseudonyms. @throws AppError('not-found') */
export async function versionFile(view: StudyView, versionId: string): Promise<ExportedFile> {
  await view.settled();
  const { name, text } = exportCodebookVersion(view.state, versionId);
  return { fileName: `codebook ${fileNameOf(name, 'version')}.csv`, mediaType: 'text/csv', base64: base64(text) };
}

const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes as string).toString('base64');
