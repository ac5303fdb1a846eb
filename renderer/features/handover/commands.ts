// Commands of the documents that are handed over.
import type { IdsOf } from '#shared/commands/catalog';
import type { HANDOVER } from '#shared/commands/catalog/handover';
import { openTab } from '#renderer/stores/tabs';
import type { TabContent } from '#renderer/stores/view-store';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

const show = (content: TabContent) => (): void => {
  openTab(content);
  focusFrontSurface();
};

export const handoverHandlers: Record<IdsOf<typeof HANDOVER>, () => void> = {
  'brief.open': show({ kind: 'brief' }),
  'beforeAfter.open': show({ kind: 'before-after' }),
  'digest.open': show({ kind: 'digest' }),
  'handoff.open': show({ kind: 'handoff' }),
};
