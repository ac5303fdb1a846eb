// Commands of the recruitment list, by keyboard and palette.
import type { IdsOf } from '#shared/commands/catalog';
import type { GUIDE } from '#shared/commands/catalog/guide';
import { openTab } from '#renderer/stores/tabs';
import { showActivity } from '#renderer/stores/view-store';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { addRecruit } from './recruit-actions.ts';

type RecruitsCommand = Extract<IdsOf<typeof GUIDE>, `recruits.${string}`>;

export const recruitsHandlers: Record<RecruitsCommand, () => void | Promise<void>> = {
  'recruits.open': () => {
    showActivity('plan');
    openTab({ kind: 'recruits' });
    focusFrontSurface();
  },
  'recruits.add': async () => {
    openTab({ kind: 'recruits' });
    await addRecruit().catch(() => undefined);
  },
};
