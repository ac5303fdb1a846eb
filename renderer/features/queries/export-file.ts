// Hands a table or the notes over as a download.
import type { TableFile } from '#shared/rpc/query-answers';
import { notify, notifyError } from '#renderer/stores/notification-store';
import { call } from '#renderer/stores/session';

import { downloadFile } from '../exchange/index.ts';

/** Names leave as pseudonyms; the person is told so. */
export async function exportFile(file: TableFile): Promise<void> {
  try {
    const written = await call('query.file', { file });
    downloadFile(written);
    notify({
      kind: 'info',
      message: [`${written.fileName} was exported, with pseudonyms for names.`, ...written.withheld.sentences].join(' '),
    });
  } catch (error) {
    notifyError(error);
  }
}
