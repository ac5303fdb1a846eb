// The rhythm board: habits of listening that come round every week, month, quarter and year.
import { CalendarPlus, Plus } from 'lucide-react';

import type { RhythmState, RhythmStanding } from '#shared/domain/rhythm/rhythm-board';
import { CADENCE_WORDS } from '#shared/domain/rhythm/rhythm-words';
import { CADENCES } from '#shared/model/records/rhythm-item';
import { refuseToChange } from '#renderer/stores/refuse';
import { useShowStatus } from '#renderer/stores/status-items';

import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TabPage } from '../../ui/TabPage.tsx';
import { today } from '../evidence/index.ts';
import type { TabView } from '../room.ts';
import { exportCalendar } from './export-calendar.ts';
import { addUsualHabits } from './habit-actions.ts';
import { HabitRow } from './HabitRow.tsx';
import { openRhythmDialog } from './rhythm-store.ts';
import { useStandings } from './use-rhythm.ts';
import styles from './rhythm.module.css';

const addHabit = (): void => openRhythmDialog({ at: 'habit', rhythmItemId: null });

export const HabitsTab: TabView<'habits'> = ({ active }) => {
  const day = today();
  const standings = useStandings(day);
  useShowStatus(active, [countsInWords(standings)]);
  return (
    <TabPage
      title="Rhythm board"
      gap={28}
      tools={
        <>
          <Button icon={<CalendarPlus size={14} aria-hidden="true" />} disabled={standings.length === 0} onClick={exportCalendar}>
            Export as a calendar (.ics)
          </Button>
          <Button look="primary" icon={<Plus size={14} aria-hidden="true" />} onClick={addHabit}>
            Add a habit…
          </Button>
        </>
      }
    >
      {standings.length === 0 ? (
        <EmptyState
          centred
          title="No habits yet"
          actions={
            <Button onClick={() => !refuseToChange() && void addUsualHabits(day).catch(() => undefined)}>
              Begin with seven usual ones
            </Button>
          }
        >
          Listening that depends on somebody finding time does not happen. Habits come round by themselves: figures every week, stories
          every month, direct experience every quarter, deep listening once a year.
        </EmptyState>
      ) : (
        CADENCES.map((cadence) => (
          <section key={cadence} aria-labelledby={`habits-${cadence}`}>
            <h2 className={styles.heading} id={`habits-${cadence}`}>
              {CADENCE_WORDS[cadence].name}
            </h2>
            <p className={styles.quiet}>{CADENCE_WORDS[cadence].belongs}</p>
            <ul>
              {standings
                .filter(({ item }) => item.cadence === cadence)
                .map((standing) => (
                  <HabitRow key={standing.item.id} standing={standing} today={day} />
                ))}
            </ul>
          </section>
        ))
      )}
    </TabPage>
  );
};

/** `2 overdue, 1 due, 5 done`. */
function countsInWords(standings: readonly RhythmStanding[]): string {
  const count = (state: RhythmState): number => standings.filter((standing) => standing.state === state).length;
  const parts = (['overdue', 'due', 'snoozed', 'done'] as const).map((state) => [count(state), state] as const);
  return parts
    .filter(([number]) => number > 0)
    .map(([number, state]) => `${number} ${state}`)
    .join(', ');
}
