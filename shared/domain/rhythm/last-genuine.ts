// When somebody last really talked with a customer: per person, role and department, and for all.
import type { VaultReader } from '#shared/model/vault-state';

import type { LogEntry } from './conversation-log.ts';
import { daysFrom } from './days.ts';
import { nameKey } from './name-key.ts';

export interface LastGenuine {
  /** Day of the last genuine conversation; null when there was none. */
  on: string | null;
  days: number | null;
}

export interface LastGenuineOf extends LastGenuine {
  name: string;
}

export interface LastGenuineReport {
  all: LastGenuine;
  people: LastGenuineOf[];
  roles: LastGenuineOf[];
  departments: (LastGenuineOf & { departmentId: string })[];
}

/** Those who waited longest come first, those who never had one before them. Whoever has a goal is there even without a conversation, and so is every department. */
export function lastGenuine(reader: VaultReader, log: readonly LogEntry[], today: string): LastGenuineReport {
  const people = new Days();
  const roles = new Days();
  const departments = new Map<string, string | null>([...reader.all('departments').keys()].map((id) => [id, null]));
  const goals = [...reader.all('goals').values()];
  const byPerson = new Map(goals.map((goal) => [nameKey(goal.person), goal]));
  for (const goal of goals) {
    people.note(goal.person, null);
    if (goal.role !== '') roles.note(goal.role, null);
  }
  let all: string | null = null;
  for (const { heldOn, genuine, people: there } of log) {
    const day = genuine ? heldOn : null;
    all = later(all, day);
    for (const person of there) {
      const goal = byPerson.get(nameKey(person.name));
      people.note(person.name, day);
      const role = person.role || (goal?.role ?? '');
      if (role !== '') roles.note(role, day);
      const departmentId = person.departmentId ?? goal?.departmentId ?? null;
      if (departmentId !== null) departments.set(departmentId, later(departments.get(departmentId) ?? null, day));
    }
  }
  const since = (on: string | null): LastGenuine => ({ on, days: on === null ? null : daysFrom(on, today) });
  const listed = (days: Days): LastGenuineOf[] => days.list().map(({ name, on }) => ({ name, ...since(on) }));
  return {
    all: since(all),
    people: listed(people).sort(longestFirst),
    roles: listed(roles).sort(longestFirst),
    departments: [...departments]
      .map(([departmentId, on]) => ({ departmentId, name: reader.get('departments', departmentId)?.name ?? '', ...since(on) }))
      .sort(longestFirst),
  };
}

/** The latest day by name, without regard to case. */
class Days {
  readonly #byKey = new Map<string, { name: string; on: string | null }>();

  note(name: string, day: string | null): void {
    const key = nameKey(name);
    const there = this.#byKey.get(key);
    this.#byKey.set(key, { name: there?.name ?? name, on: later(there?.on ?? null, day) });
  }

  list(): { name: string; on: string | null }[] {
    return [...this.#byKey.values()];
  }
}

function later(left: string | null, right: string | null): string | null {
  if (left === null || right === null) return left ?? right;
  return left < right ? right : left;
}

function longestFirst(left: LastGenuineOf, right: LastGenuineOf): number {
  const difference = (right.days ?? Infinity) - (left.days ?? Infinity);
  return left.days === right.days || difference === 0 ? left.name.localeCompare(right.name, 'en') : difference;
}
