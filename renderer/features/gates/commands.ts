// Commands of phase gates.
import type { IdsOf } from '#shared/commands/catalog';
import type { GATES } from '#shared/commands/catalog/gates';
import { openTab } from '#renderer/stores/tabs';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { addGate } from './gate-actions.ts';

export const gatesHandlers: Record<IdsOf<typeof GATES>, () => void | Promise<void>> = {
  'gates.open': () => {
    openTab({ kind: 'gates' });
    focusFrontSurface();
  },
  'gates.add': async () => {
    openTab({ kind: 'gates' });
    await addGate().catch(() => undefined);
  },
};
