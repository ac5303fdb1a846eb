// Commands of the history.
import type { IdsOf } from '#shared/commands/catalog';
import type { HISTORY } from '#shared/commands/catalog/history';
import { openTab } from '#renderer/stores/tabs';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { backToNow, restoreLookedAt } from './look-back.ts';

type HistoryCommand = Extract<IdsOf<typeof HISTORY>, `history.${string}`>;

export const historyHandlers: Record<HistoryCommand, () => void | Promise<void>> = {
  'history.open': () => {
    openTab({ kind: 'history' });
    focusFrontSurface();
  },
  'history.back': backToNow,
  'history.restoreThis': restoreLookedAt,
};
