// One habit: where it stands, how often it was kept, and what to do with it.
import { AlarmClockOff, Check, CircleAlert, CircleCheck, CircleDot, Clock, Pencil, Trash2, Undo2 } from 'lucide-react';
import type { ComponentType } from 'react';

import { pastDueDays, type RhythmStanding, type RhythmState } from '#shared/domain/rhythm/rhythm-board';
import { hoursInWords, standingInWords } from '#shared/domain/rhythm/rhythm-words';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { useShownText } from '#renderer/stores/shown-names';
import { edit } from '#renderer/stores/vault-actions';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { Button, IconButton } from '../../ui/Button.tsx';
import { markDone, snooze, takeBack } from './habit-actions.ts';
import { openRhythmDialog } from './rhythm-store.ts';
import styles from './rhythm.module.css';

const STATE_ICONS: { readonly [S in RhythmState]: ComponentType<{ size?: number | string }> } = {
  overdue: CircleAlert,
  due: CircleDot,
  snoozed: AlarmClockOff,
  done: CircleCheck,
  'to-come': Clock,
};

/** Past due days that the strip shows. */
const SHOWN_PERIODS = 12;

export function HabitRow({ standing, today }: { standing: RhythmStanding; today: string }) {
  const { item, state, asked, kept } = standing;
  const shown = useShownText();
  const Icon = STATE_ICONS[state];
  const details = [shown(item.owner), item.minutes === null ? '' : `${hoursInWords(item.minutes / 60)} kept free`];
  return (
    <li className={styles.habit} aria-label={shown(item.title)}>
      <span>
        <span className={styles.habitTitle}>
          <bdi>{shown(item.title)}</bdi>
        </span>
        <span className={styles.under}>{details.filter(Boolean).join(', ')}</span>
      </span>
      <span className={styles.standing} data-state={state}>
        <Icon size={16} aria-hidden="true" />
        {standingInWords(standing, today)}
      </span>
      <span>
        <span className={styles.periods} aria-hidden="true">
          {pastDueDays(item, today, SHOWN_PERIODS).map((period) => (
            <span key={period.dueOn} className={styles.period} data-kept={period.kept} />
          ))}
        </span>
        <span className={styles.under}>{asked === 0 ? 'not asked for yet' : `kept ${kept} of ${asked}`}</span>
      </span>
      <HabitActions standing={standing} today={today} />
    </li>
  );
}

function HabitActions({ standing, today }: { standing: RhythmStanding; today: string }) {
  const { item, state } = standing;
  const remove = async (): Promise<void> => {
    await edit('removeRhythmItem', { rhythmItemId: item.id });
    notifyUndoable(`“${item.title}” was taken off the rhythm board.`);
    focusFrontSurface();
  };
  const go = (work: Promise<void>): void => void work.catch(() => undefined);
  return (
    <span className={styles.habitActions}>
      {state === 'done' ? (
        <Button
          look="quiet"
          aria-label={`Take back: ${item.title}`}
          icon={<Undo2 size={14} aria-hidden="true" />}
          onClick={() => go(takeBack(standing))}
        >
          Take back
        </Button>
      ) : state === 'to-come' ? null : (
        <>
          <Button
            aria-label={`Done: ${item.title}`}
            icon={<Check size={14} aria-hidden="true" />}
            onClick={() => go(markDone(standing, today))}
          >
            Done
          </Button>
          <IconButton label={`Snooze: ${item.title}`} onClick={() => go(snooze(standing, today))}>
            <AlarmClockOff size={14} aria-hidden="true" />
          </IconButton>
        </>
      )}
      <IconButton label={`Edit: ${item.title}`} onClick={() => openRhythmDialog({ at: 'habit', rhythmItemId: item.id })}>
        <Pencil size={14} aria-hidden="true" />
      </IconButton>
      <IconButton label={`Take off the board: ${item.title}`} onClick={() => go(remove())}>
        <Trash2 size={14} aria-hidden="true" />
      </IconButton>
    </span>
  );
}
