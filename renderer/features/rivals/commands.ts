// Commands of rival assumptions.
import type { IdsOf } from '#shared/commands/catalog';
import type { RIVALS } from '#shared/commands/catalog/rivals';
import { openTab } from '#renderer/stores/tabs';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { addRivals } from './add-rivals.ts';

export const rivalsHandlers: Record<IdsOf<typeof RIVALS>, () => void | Promise<void>> = {
  'rivals.open': () => {
    openTab({ kind: 'rivals' });
    focusFrontSurface();
  },
  'rivals.add': async () => {
    openTab({ kind: 'rivals' });
    await addRivals().catch(() => undefined);
  },
};
