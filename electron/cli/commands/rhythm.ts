// `rhythm`: when customers were last really talked with, hours with them, goals, who listened, and the habits with their due days.
import { writeFile } from 'node:fs/promises';

import { createNameMask } from '#shared/domain/readout/name-mask';
import { conversationLog, type LogEntry } from '#shared/domain/rhythm/conversation-log';
import { dueEvents } from '#shared/domain/rhythm/due-events';
import { exposureHours, EXPOSURE_DAYS, EXPOSURE_FLOOR_HOURS } from '#shared/domain/rhythm/exposure';
import { goalProgress, whoListened } from '#shared/domain/rhythm/goal-progress';
import { lastGenuine, type LastGenuine } from '#shared/domain/rhythm/last-genuine';
import { rhythmBoard } from '#shared/domain/rhythm/rhythm-board';
import type { Vault } from '#core/vault/vault';
import { AppError } from '#shared/lib/app-error';
import { writeCalendar } from '#shared/lib/icalendar';
import { dayField } from '#shared/model/records/fields';

import type { CliCommand, CommandLine } from '../command-line.ts';

export const rhythmCommand: CliCommand = {
  usage: 'rhythm <vault> [--as-of 2026-06-30] [--ics <file>] [--json]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const file = line.options['ics'];
      if (typeof file === 'string') await writeDue(vault, line, file);
      else printRhythm(vault, line, dayAsked(line));
    }),
};

/** Writes what is due, and the customer time of the next three months, as a calendar; names leave as pseudonyms. */
async function writeDue({ state }: Vault, line: CommandLine, file: string): Promise<void> {
  const { mask } = createNameMask(state);
  const events = dueEvents(state.all('rhythmItems').values(), dayAsked(line), mask);
  await writeFile(file, writeCalendar(events, line.now())).catch(() => {
    throw new AppError('disk', `The file ${file} cannot be written. Nothing in the study was changed.`);
  });
  line.print({ ok: true, file, events: events.length }, `${events.length} entries were written to ${file}.`);
}

/** The day of --as-of, else today. @throws AppError('bad-input') when it is no day. */
export function dayAsked(line: CommandLine): string {
  const given = line.options['as-of'] ?? line.now().slice(0, 10);
  const day = dayField.safeParse(given);
  if (!day.success) throw new AppError('bad-input', '--as-of takes a day, as 2026-06-30.');
  return day.data;
}

function printRhythm({ state }: Vault, line: CommandLine, today: string): void {
  const log = conversationLog(state, today);
  const goals = [...state.all('goals').values()];
  const last = lastGenuine(state, log, today);
  line.print({ about: 'last', today, ...last.all, conversations: log.length }, `Last genuine conversation: ${since(last.all)}.`);
  for (const { name, ...waited } of last.people) line.print({ about: 'person', name, ...waited }, `  ${name}: ${since(waited)}`);
  for (const { name, ...waited } of last.roles) line.print({ about: 'role', name, ...waited }, `  As ${name}: ${since(waited)}`);
  for (const { name, departmentId, ...waited } of last.departments)
    line.print({ about: 'department', name, departmentId, ...waited }, `  ${name}: ${since(waited)}`);
  const people = goals.map(({ person }) => person);
  for (const exposure of exposureHours(log, today, people)) {
    const { name, hours, enough, conversations } = exposure;
    line.print(
      { about: 'exposure', overDays: EXPOSURE_DAYS, floorHours: EXPOSURE_FLOOR_HOURS, ...exposure },
      `  ${name}: ${hours.toFixed(1)} hours in six weeks, ${conversations} conversations${enough ? '' : `; ${EXPOSURE_FLOOR_HOURS} hours are the floor`}`,
    );
  }
  for (const { goal, had, reached } of goalProgress(goals, log, today))
    line.print(
      { about: 'goal', goalId: goal.id, name: goal.person, perMonth: goal.perMonth, had, reached },
      `  ${goal.person}: ${had} of ${goal.perMonth} this month`,
    );
  const listening = whoListened(log);
  line.print(
    { about: 'listening', ...listening },
    `A leader was there in ${listening.withLeader} of ${listening.conversations} conversations; the team in ${listening.by.team}, an outside firm in ${listening.by.outside}.`,
  );
  for (const { item, ...standing } of rhythmBoard(state.all('rhythmItems').values(), today))
    line.print(
      { about: 'habit', rhythmItemId: item.id, title: item.title, cadence: item.cadence, owner: item.owner, ...standing },
      `${item.title} (${item.cadence}): ${standing.state}, due ${standing.dueOn}; kept ${standing.kept} of ${standing.asked}`,
    );
  for (const entry of log) line.print(asJson(entry), `${entry.heldOn} ${entry.kind} ${entry.people.map(({ name }) => name).join(', ')}`);
}

function asJson(entry: LogEntry) {
  const { people, ...rest } = entry;
  return { about: 'conversation', ...rest, people };
}

function since({ on, days }: LastGenuine): string {
  return on === null ? 'none yet' : `${on}, ${days} days ago`;
}
