// Commands of the interview guide, by keyboard and palette.
import type { IdsOf } from '#shared/commands/catalog';
import type { GUIDE } from '#shared/commands/catalog/guide';
import { notifyError } from '#renderer/stores/notification-store';
import { askText } from '#renderer/stores/quick-pick-store';
import { openTab } from '#renderer/stores/tabs';
import { showActivity } from '#renderer/stores/view-store';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { addQuestion, confirmAll } from './guide-actions.ts';
import { type GuidePart, showGuidePart } from './guide-store.ts';

function open(part: GuidePart): void {
  showGuidePart(part);
  showActivity('plan');
  openTab({ kind: 'guide' });
  focusFrontSurface();
}

type GuideCommand = Extract<IdsOf<typeof GUIDE>, `guide.${string}`>;

export const guideHandlers: Record<GuideCommand, () => void | Promise<void>> = {
  'guide.open': () => open('questions'),
  'guide.coverage': () => open('coverage'),
  'guide.addQuestion': async () => {
    open('questions');
    const text = await askText({ title: 'New question', placeholder: 'Begin with what, how or “tell me about”', action: 'Add' });
    if (text !== null && text.trim() !== '') await addQuestion(text.trim()).catch(() => undefined);
  },
  'guide.confirm': async () => {
    open('coverage');
    await confirmAll().catch(notifyError);
  },
};
