// Hands the figures over as a table for spreadsheets.
import type { AgreementAsked } from '#shared/rpc/coder-inputs';
import { notify, notifyError } from '#renderer/stores/notification-store';
import { call } from '#renderer/stores/session';

import { downloadFile } from '../exchange/index.ts';

/** Says what was exported, or why it was not. */
export async function exportFigures(asked: AgreementAsked): Promise<void> {
  try {
    const file = await call('coders.agreementFile', asked);
    downloadFile(file);
    notify({ kind: 'info', message: `${file.fileName} was exported.` });
  } catch (error) {
    notifyError(error);
  }
}
