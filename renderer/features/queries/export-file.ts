// Hands a table or the notes over as a download.
import { AUDIENCE_NAMES } from '#shared/domain/participants/consent-words';
import type { TableFile } from '#shared/rpc/query-answers';
import { exportPurpose } from '#renderer/stores/export-purpose';
import { notify, notifyError } from '#renderer/stores/notification-store';
import { call } from '#renderer/stores/session';

import { downloadFile } from '../exchange/index.ts';

/** Names leave as pseudonyms; the person is told so. */
export async function exportFile(file: TableFile): Promise<void> {
  const purpose = exportPurpose();
  try {
    const written = await call('query.file', { file, purpose });
    downloadFile(written);
    notify({
      kind: 'info',
      message: [
        `${written.fileName} was exported for ${AUDIENCE_NAMES[purpose]}, with pseudonyms for names.`,
        ...written.withheld.sentences,
      ].join(' '),
    });
  } catch (error) {
    notifyError(error);
  }
}
