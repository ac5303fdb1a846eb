// How far everybody is with the conversations they set out to have in a month, and who did the listening.
import type { LISTENERS } from '#shared/model/records/conversation';
import type { Goal } from '#shared/model/records/goal';

import type { LogEntry } from './conversation-log.ts';
import { monthOf } from './days.ts';
import { nameKey } from './name-key.ts';

export interface GoalProgress {
  goal: Goal;
  /** Genuine conversations in the month. */
  had: number;
  reached: boolean;
}

/** Progress in the month of the day given, in the order of the goals. */
export function goalProgress(goals: Iterable<Goal>, log: readonly LogEntry[], today: string): GoalProgress[] {
  const inMonth = log.filter(({ genuine, heldOn }) => genuine && monthOf(heldOn) === monthOf(today));
  return [...goals]
    .sort((left, right) => left.order - right.order)
    .map((goal) => {
      const key = nameKey(goal.person);
      const had = inMonth.filter(({ people }) => people.some(({ name }) => nameKey(name) === key)).length;
      return { goal, had, reached: had >= goal.perMonth };
    });
}

export interface Listening {
  /** Genuine conversations in which it is known who of us was there. */
  conversations: number;
  /** Of these with a leader there, and their share (0 to 1); the share is null where there are none. */
  withLeader: number;
  leaderShare: number | null;
  /** Of these, so many where a leader, somebody of the team, an outside firm listened. One conversation may count for several. */
  by: Record<(typeof LISTENERS)[number], number>;
}

/** Who did the listening. */
export function whoListened(log: readonly LogEntry[]): Listening {
  const known = log.filter(({ genuine, people }) => genuine && people.length > 0);
  const count = (listener: (typeof LISTENERS)[number]): number =>
    known.filter(({ people }) => people.some((person) => person.listener === listener)).length;
  const by = { leader: count('leader'), team: count('team'), outside: count('outside') };
  const share = known.length === 0 ? null : by.leader / known.length;
  return { conversations: known.length, withLeader: by.leader, leaderShare: share, by };
}
