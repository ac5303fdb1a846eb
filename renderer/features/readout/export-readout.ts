// Exporting: the core builds the document, the window hands it over as a download.
import { AUDIENCE_NAMES } from '#shared/domain/participants/consent-words';
import { countNoun } from '#shared/lib/text';
import type { Purpose } from '#shared/model/records/consent';
import type { ReadoutDocument, ReadoutFormat } from '#shared/rpc/answers';
import { exportPurpose } from '#renderer/stores/export-purpose';
import { notify } from '#renderer/stores/notification-store';
import { call } from '#renderer/stores/session';
import { openTab } from '#renderer/stores/tabs';
import { showActivity } from '#renderer/stores/view-store';

import { downloadFile } from '../exchange/index.ts';
import { readoutPreviewNow } from './readout-preview.ts';

/** Builds and downloads the readout. Real names only where a person has said yes to them. Rejects with AppError. */
export async function exportReadout(format: ReadoutFormat, names: 'pseudonyms' | 'names'): Promise<void> {
  const purpose = exportPurpose();
  const built = await call('readout.build', { format, names, purpose });
  downloadFile(built);
  tellExported(built, names, purpose);
}

function tellExported({ fileName, withheld }: ReadoutDocument, names: 'pseudonyms' | 'names', purpose: Purpose): void {
  const missing = readoutPreviewNow().checks.filter(({ severity }) => severity === 'missing').length;
  const who = names === 'names' ? 'It holds real names.' : 'People appear under pseudonyms.';
  const still = missing > 0 ? ` ${countNoun(missing, 'check is', 'checks are')} missing before it is fit to share.` : '';
  const message = [`${fileName} was exported for ${AUDIENCE_NAMES[purpose]}. ${who}${still}`, ...withheld.sentences].join(' ');
  if (missing === 0) return notify({ kind: 'info', message });
  notify({
    kind: 'info',
    message,
    action: {
      label: 'See the checks',
      run: () => {
        showActivity('readout');
        openTab({ kind: 'readout' });
      },
    },
  });
}
