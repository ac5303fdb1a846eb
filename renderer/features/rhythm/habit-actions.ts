// What one does with a habit on the rhythm board: done, taken back, snoozed.
import { addDays } from '#shared/domain/rhythm/days';
import type { RhythmStanding } from '#shared/domain/rhythm/rhythm-board';
import { USUAL_HABITS } from '#shared/domain/rhythm/usual-habits';
import { dayInWords } from '#shared/domain/readout/sentences';
import { quickPick } from '#renderer/stores/quick-pick-store';
import { edit } from '#renderer/stores/vault-actions';
import { announce } from '#renderer/ui/announce';

/** Marks it as done today. */
export async function markDone({ item }: RhythmStanding, today: string): Promise<void> {
  await edit('markRhythmDone', { rhythmItemId: item.id, on: today });
  announce(`Done: ${item.title}.`);
}

/** Takes back that it was done, on the newest of the days. */
export async function takeBack({ item }: RhythmStanding): Promise<void> {
  const on = item.doneOn.at(-1);
  if (on === undefined) return;
  await edit('markRhythmNotDone', { rhythmItemId: item.id, on });
  announce(`Not done: ${item.title}.`);
}

/** Asks until when it is left alone. */
export async function snooze({ item, nextDueOn, state }: RhythmStanding, today: string): Promise<void> {
  const days = [
    { label: 'Until tomorrow', on: addDays(today, 1) },
    { label: 'For a week', on: addDays(today, 7) },
    { label: 'For two weeks', on: addDays(today, 14) },
    { label: 'Until it comes round again', on: nextDueOn },
  ];
  const items = days.map(({ label, on }, at) => ({ id: String(at), label, detail: dayInWords(on) }));
  const again = state === 'snoozed' ? [{ id: 'again', label: 'Ask again now', detail: 'ends the snooze' }] : [];
  const answer = await quickPick({ title: `Snooze: ${item.title}`, placeholder: 'Until when', items: [...again, ...items] });
  if (!answer || !('id' in answer)) return;
  const until = days[Number(answer.id)]?.on ?? null;
  await edit('snoozeRhythm', { rhythmItemId: item.id, until });
  announce(until === null ? `${item.title} is asked for again.` : `Snoozed until ${dayInWords(until)}.`);
}

/** Adds the habits to begin with; one undo takes them all away. */
export async function addUsualHabits(today: string): Promise<void> {
  for (const habit of USUAL_HABITS) await edit('addRhythmItem', { ...habit, firstDueOn: today }, 'usual-habits');
  announce(`${USUAL_HABITS.length} habits were added.`);
}
