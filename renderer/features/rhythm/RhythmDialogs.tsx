// The dialogs of the rhythm, one at a time.
import { ConversationDialog } from './ConversationDialog.tsx';
import { GoalDialog } from './GoalDialog.tsx';
import { HabitDialog } from './HabitDialog.tsx';
import { useRhythmStore } from './rhythm-store.ts';

export function RhythmDialogs() {
  const dialog = useRhythmStore((state) => state.dialog);
  switch (dialog.at) {
    case 'conversation':
      return <ConversationDialog conversationId={dialog.conversationId} sourceId={dialog.sourceId} />;
    case 'goal':
      return <GoalDialog goalId={dialog.goalId} />;
    case 'habit':
      return <HabitDialog rhythmItemId={dialog.rhythmItemId} />;
    case 'nothing':
      return null;
  }
}
