// Commands of the self-assessment.
import type { IdsOf } from '#shared/commands/catalog';
import type { SELF_ASSESSMENT } from '#shared/commands/catalog/self-assessment';
import { openTab } from '#renderer/stores/tabs';
import { showActivity } from '#renderer/stores/view-store';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { openAssessment } from './assessment-store.ts';

const open = (): void => {
  showActivity('rhythm');
  openTab({ kind: 'self-assessment' });
};

export const selfAssessmentHandlers: Record<IdsOf<typeof SELF_ASSESSMENT>, () => void> = {
  'selfAssessment.open': () => {
    open();
    focusFrontSurface();
  },
  'selfAssessment.add': () => {
    open();
    openAssessment(null);
  },
};
