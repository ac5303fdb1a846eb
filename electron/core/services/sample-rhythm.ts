// The year of listening of the sample study: conversations, goals, habits and signals, told by how long ago they were.
import { addDays, addMonths, lastDueNumber, monthOf, nthDueDay } from '#shared/domain/rhythm/days';
import type { Attendant, ConversationKind } from '#shared/model/records/conversation';
import type { Cadence } from '#shared/model/records/rhythm-item';
import type { SignalKind } from '#shared/model/records/signal';

import type { Vault } from '../vault/vault.ts';
import type { FindId } from './sample-weighing.ts';

interface Told {
  /** Keys of `people`. */
  people: string[];
  learned?: string;
  influence?: string;
}

/** As it stands in the file of the sample study. */
export interface SampleRhythm {
  people: Record<string, Omit<Attendant, 'departmentId'> & { department: string | null; perMonth?: number }>;
  /** Interviews of the study that more people listened to. */
  attended: (Told & { file: string; minutes: number })[];
  conversations: (Told & { daysAgo: number; kind: ConversationKind; customer: string; minutes: number | null })[];
  habits: {
    title: string;
    cadence: Cadence;
    owner: string;
    minutes: number | null;
    /** First due day: so many months and days ago. */
    monthsAgo: number;
    daysAgo: number;
    /** Due days that were not kept, counted back from the newest (0). */
    missed: number[];
    snoozedDays?: number;
  }[];
  /** Values of the months up to the last whole one, oldest first. */
  signals: {
    name: string;
    kind: SignalKind;
    unit: string;
    months: number[];
    answers?: number[];
    whys: { monthsAgo: number; theme: string; note: string }[];
  }[];
}

/** Fills it in by the same edits that a person makes. @param today `2026-06-30`. */
export async function fillRhythm(vault: Vault, rhythm: SampleRhythm, find: FindId, today: string): Promise<void> {
  const departments = new Map([...vault.state.all('departments').values()].map(({ id, name }) => [name, id]));
  const personOf = (key: string): Attendant => {
    const person = rhythm.people[key];
    if (!person) throw new Error(`the sample study names “${key}”, whom it does not define`);
    const { name, role, listener, department } = person;
    return { name, role, listener, departmentId: departments.get(department ?? '') ?? null };
  };
  for (const [key, { perMonth }] of Object.entries(rhythm.people)) {
    const { name, role, departmentId } = personOf(key);
    if (perMonth !== undefined) await vault.edit('setGoal', { person: name, role, departmentId, perMonth });
  }
  for (const { file, people, ...told } of rhythm.attended) {
    const sourceId = find('sources', file);
    const heldOn = vault.state.require('sources', sourceId).heldOn ?? today;
    await vault.edit('logConversation', { ...told, kind: 'interview', heldOn, sourceId, people: people.map(personOf) });
  }
  for (const { daysAgo, people, ...told } of rhythm.conversations) {
    await vault.edit('logConversation', { ...told, heldOn: addDays(today, -daysAgo), people: people.map(personOf) });
  }
  for (const habit of rhythm.habits) await fillHabit(vault, habit, today);
  for (const signal of rhythm.signals) await fillSignal(vault, signal, find, today);
}

async function fillHabit(vault: Vault, habit: SampleRhythm['habits'][number], today: string): Promise<void> {
  const { monthsAgo, daysAgo, missed, snoozedDays, ...fields } = habit;
  const firstDueOn = addDays(addMonths(today, -monthsAgo), -daysAgo);
  const { result } = await vault.edit('addRhythmItem', { ...fields, firstDueOn });
  const last = lastDueNumber(firstDueOn, habit.cadence, today);
  for (let nth = 0; nth <= last; nth += 1) {
    if (missed.includes(last - nth)) continue;
    await vault.edit('markRhythmDone', { rhythmItemId: result.rhythmItemId, on: nthDueDay(firstDueOn, habit.cadence, nth) });
  }
  if (snoozedDays !== undefined)
    await vault.edit('snoozeRhythm', { rhythmItemId: result.rhythmItemId, until: addDays(today, snoozedDays) });
}

async function fillSignal(vault: Vault, signal: SampleRhythm['signals'][number], find: FindId, today: string): Promise<void> {
  const { months, answers, whys, ...fields } = signal;
  const day = (monthsAgo: number): string => `${monthOf(addMonths(today, -monthsAgo))}-01`;
  const points = months.map((value, at) => ({ on: day(months.length - at), value, answers: answers?.[at] ?? null }));
  const { result } = await vault.edit('addSignal', { ...fields, points });
  for (const { monthsAgo, theme, note } of whys)
    await vault.edit('explainSignal', { signalId: result.signalId, on: day(monthsAgo), themeId: find('themes', theme), note });
}
