// The digest of a month: what was learned, by whom, with quotes, and which assumptions it speaks to.
import type { ReadoutScope } from '#shared/domain/readout/readout-scope';
import { nameKey } from '#shared/domain/rhythm/name-key';
import { addDays, addMonths } from '#shared/domain/rhythm/days';
import { type Heard, type HeardConversation, heardBetween, snippetsBetween } from './heard-between.ts';

export interface DigestListener {
  name: string;
  /** Genuine conversations in the month. */
  conversations: number;
}

/** An assumption that people of the month spoke to; people, not quotes. */
export interface DigestAssumption {
  assumptionId: string;
  statement: string;
  department: string;
  supporting: number;
  contradicting: number;
}

export interface Digest extends Heard {
  /** `2026-06`. */
  month: string;
  listeners: DigestListener[];
  assumptions: DigestAssumption[];
}

/** @param month `2026-06`. */
export function monthlyDigest(scope: ReadoutScope, month: string): Digest {
  const from = `${month}-01`;
  const days = { from, to: addDays(addMonths(from, 1), -1) };
  const heard = heardBetween(scope, days);
  return { month, ...heard, listeners: listenersOf(heard.conversations), assumptions: spokenTo(scope, snippetsBetween(scope, days)) };
}

function listenersOf(conversations: readonly HeardConversation[]): DigestListener[] {
  const byKey = new Map<string, DigestListener>();
  for (const { listeners, genuine } of conversations) {
    for (const name of genuine ? listeners : []) {
      const there = byKey.get(nameKey(name)) ?? { name, conversations: 0 };
      byKey.set(nameKey(name), { ...there, conversations: there.conversations + 1 });
    }
  }
  return [...byKey.values()].sort((left, right) => right.conversations - left.conversations || left.name.localeCompare(right.name, 'en'));
}

function spokenTo(scope: ReadoutScope, inside: ReadonlySet<string>): DigestAssumption[] {
  return scope.matrix.groups.flatMap(({ department, assumptions }) =>
    assumptions.flatMap(({ id, statement }) => {
      const sides = scope.verdicts.get(id)?.snippetIds;
      const people = (ids: Iterable<string>): number => scope.evidence.peopleBehind([...ids].filter((each) => inside.has(each))).length;
      const [supporting, contradicting] = [people(sides?.supporting ?? []), people(sides?.contradicting ?? [])];
      if (supporting + contradicting === 0) return [];
      return [{ assumptionId: id, statement: scope.shown(statement), department: scope.shown(department.name), supporting, contradicting }];
    }),
  );
}
