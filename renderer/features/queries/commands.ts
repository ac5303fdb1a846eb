// Commands of the queries.
import type { IdsOf } from '#shared/commands/catalog';
import type { QUERIES } from '#shared/commands/catalog/queries';
import { openTab } from '#renderer/stores/tabs';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { exportFile } from './export-file.ts';
import { removeQuery, startRenaming } from './saved-queries.ts';

export const queriesHandlers: Record<IdsOf<typeof QUERIES>, () => void | Promise<void>> = {
  'queries.open': () => {
    openTab({ kind: 'queries' });
    focusFrontSurface();
  },
  'query.rename': startRenaming,
  'query.remove': () => removeQuery(),
  'queries.exportWorkbook': () => exportFile('xlsx'),
  'queries.exportQuotes': () => exportFile('quotes'),
  'queries.exportCodebook': () => exportFile('codebook'),
  'queries.exportParticipants': () => exportFile('participants'),
  'queries.exportNotes': () => exportFile('notes'),
};
