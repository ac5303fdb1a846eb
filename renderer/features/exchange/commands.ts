// Commands of the exchange: both ways begin with the report of what comes over.
import type { IdsOf } from '#shared/commands/catalog';
import type { EXCHANGE } from '#shared/commands/catalog/exchange';

import { choosePurpose } from './choose-purpose.ts';
import { openExchangeExport, openExchangeImport } from './exchange-store.ts';

export const exchangeHandlers: Record<IdsOf<typeof EXCHANGE>, () => void | Promise<void>> = {
  'exchange.import': () => openExchangeImport(),
  'exchange.importCodebook': () => openExchangeImport(),
  'exchange.exportProject': () => openExchangeExport('qdpx'),
  'exchange.exportCodebook': () => openExchangeExport('qdc'),
  'exchange.choosePurpose': choosePurpose,
};
