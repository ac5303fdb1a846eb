// The dialogs of the rhythm, one at a time.
import { ConversationDialog } from './ConversationDialog.tsx';
import { GoalDialog } from './GoalDialog.tsx';
import { HabitDialog } from './HabitDialog.tsx';
import { ImportSignalDialog } from './ImportSignalDialog.tsx';
import { useRhythmStore } from './rhythm-store.ts';
import { SignalDialog } from './SignalDialog.tsx';

export function RhythmDialogs() {
  const dialog = useRhythmStore((state) => state.dialog);
  switch (dialog.at) {
    case 'conversation':
      return <ConversationDialog conversationId={dialog.conversationId} sourceId={dialog.sourceId} />;
    case 'goal':
      return <GoalDialog goalId={dialog.goalId} />;
    case 'habit':
      return <HabitDialog rhythmItemId={dialog.rhythmItemId} />;
    case 'signal':
      return <SignalDialog signalId={dialog.signalId} />;
    case 'import-signal':
      return <ImportSignalDialog />;
    case 'nothing':
      return null;
  }
}
