// Commands of the rhythm.
import type { IdsOf } from '#shared/commands/catalog';
import type { RHYTHM } from '#shared/commands/catalog/rhythm';
import { openTab } from '#renderer/stores/tabs';
import { showActivity, type TabContent } from '#renderer/stores/view-store';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { exportCalendar } from './export-calendar.ts';
import { openRhythmDialog } from './rhythm-store.ts';

const show = (content: TabContent) => (): void => {
  showActivity('rhythm');
  openTab(content);
  focusFrontSurface();
};

export const rhythmHandlers: Record<IdsOf<typeof RHYTHM>, () => void> = {
  'rhythm.conversations': show({ kind: 'rhythm' }),
  'rhythm.board': show({ kind: 'habits' }),
  'rhythm.addHabit': () => {
    openTab({ kind: 'habits' });
    openRhythmDialog({ at: 'habit', rhythmItemId: null });
  },
  'signals.open': show({ kind: 'signals' }),
  'signals.import': () => {
    openTab({ kind: 'signals' });
    openRhythmDialog({ at: 'import-signal' });
  },
  'signals.add': () => {
    openTab({ kind: 'signals' });
    openRhythmDialog({ at: 'signal', signalId: null });
  },
  'listening.open': show({ kind: 'listening' }),
  'rhythm.calendar': exportCalendar,
  'rhythm.log': () => {
    openTab({ kind: 'rhythm' });
    openRhythmDialog({ at: 'conversation', conversationId: null, sourceId: null });
  },
  'rhythm.setGoal': () => {
    openTab({ kind: 'rhythm' });
    openRhythmDialog({ at: 'goal', goalId: null });
  },
};
