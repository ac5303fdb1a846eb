// Commands of gates, digest and hand-off pack.
import type { IdsOf } from '#shared/commands/catalog';
import type { GATES } from '#shared/commands/catalog/gates';
import { openTab } from '#renderer/stores/tabs';
import type { TabContent } from '#renderer/stores/view-store';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { addGate } from './gate-actions.ts';

const show = (content: TabContent) => (): void => {
  openTab(content);
  focusFrontSurface();
};

export const gatesHandlers: Record<IdsOf<typeof GATES>, () => void | Promise<void>> = {
  'gates.open': show({ kind: 'gates' }),
  'gates.add': async () => {
    openTab({ kind: 'gates' });
    await addGate().catch(() => undefined);
  },
  'brief.open': show({ kind: 'brief' }),
  'beforeAfter.open': show({ kind: 'before-after' }),
  'digest.open': show({ kind: 'digest' }),
  'handoff.open': show({ kind: 'handoff' }),
};
