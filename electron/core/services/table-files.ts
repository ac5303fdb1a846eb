// Tables and notes as files that a window can hand over.
import type { ExportedFile, TableFile } from '#shared/rpc/query-answers';

import { exportNotes, zipNotes } from '../exchange/export-notes.ts';
import { exportTable, exportWorkbook } from '../exchange/export-table.ts';
import type { StudyView } from './study-view.ts';

/** Names leave as pseudonyms. @param now ISO 8601. */
export async function tableFile(view: StudyView, file: TableFile, now: string): Promise<ExportedFile> {
  const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes as string).toString('base64');
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
