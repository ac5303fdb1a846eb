// Everybody of us who talks with customers, in one row each: when last, hours, goal and progress.
import type { VaultReader } from '#shared/model/vault-state';

import type { LogEntry } from './conversation-log.ts';
import { type Exposure, exposureHours } from './exposure.ts';
import { type GoalProgress, goalProgress } from './goal-progress.ts';
import { lastGenuine, type LastGenuine } from './last-genuine.ts';
import { nameKey } from './name-key.ts';

export interface RhythmPerson {
  name: string;
  /** Of the goal, else of the newest conversation that names one; '' where nobody said. */
  role: string;
  departmentId: string | null;
  last: LastGenuine;
  exposure: Exposure;
  progress: GoalProgress | null;
}

/** Those who waited longest first, as in lastGenuine. @param log of conversationLog for the same day. */
export function peopleOfRhythm(reader: VaultReader, log: readonly LogEntry[], today: string): RhythmPerson[] {
  const progress = goalProgress(reader.all('goals').values(), log, today);
  const byGoal = new Map(progress.map((each) => [nameKey(each.goal.person), each]));
  const exposures = new Map(
    exposureHours(
      log,
      today,
      progress.map(({ goal }) => goal.person),
    ).map((each) => [nameKey(each.name), each]),
  );
  const known = knownPeople(log);
  return lastGenuine(reader, log, today).people.map(({ name, on, days }) => {
    const key = nameKey(name);
    const goal = byGoal.get(key)?.goal;
    return {
      name,
      role: goal?.role || (known.get(key)?.role ?? ''),
      departmentId: goal?.departmentId ?? known.get(key)?.departmentId ?? null,
      last: { on, days },
      exposure: exposures.get(key) ?? { name, hours: 0, conversations: 0, withoutLength: 0, enough: false },
      progress: byGoal.get(key) ?? null,
    };
  });
}

/** What the newest conversations say of people, by name without regard to case. */
function knownPeople(log: readonly LogEntry[]): Map<string, { role: string; departmentId: string | null }> {
  const known = new Map<string, { role: string; departmentId: string | null }>();
  for (const { people } of log)
    for (const { name, role, departmentId } of people) {
      const there = known.get(nameKey(name));
      known.set(nameKey(name), { role: there?.role || role, departmentId: there?.departmentId ?? departmentId });
    }
  return known;
}
