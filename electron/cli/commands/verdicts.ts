// `verdicts`: per assumption what the evidence says, in people, with everything that stands beside the count.
import type { SidesOfPeople } from '#shared/domain/evidence/people-by-hearing';
import { placeOnMap } from '#shared/domain/evidence/assumption-map';
import { type AssumptionVerdict, allVerdicts } from '#shared/domain/evidence/verdict';
import { loadTurnSpeakers } from '#core/services/turn-speakers';
import type { Vault } from '#core/vault/vault';

import type { CliCommand } from '../command-line.ts';

export const listVerdicts: CliCommand = {
  usage: 'verdicts <vault> [--json]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const verdicts = allVerdicts(vault.state, { turnSpeakers: await loadTurnSpeakers(vault), today: line.now().slice(0, 10) });
      for (const { assumption, department } of inOrder(vault)) {
        const found = verdicts.get(assumption.id);
        if (!found) continue;
        const { supporting, contradicting, refining } = found.participants;
        const people = (keys: readonly string[]): string[] => keys.map((key) => vault.state.get('participants', key)?.pseudonym ?? key);
        line.print(
          {
            department: department.name,
            departmentId: department.id,
            assumption: assumption.statement,
            assumptionId: assumption.id,
            verdict: found.verdict,
            participants: countsOf(found.participants),
            people: { supporting: people(supporting), contradicting: people(contradicting), refining: people(refining) },
            reasons: found.reasons,
            ...beside(vault, found),
            importance: assumption.importance,
            sure: assumption.sure ?? null,
            testFirst: placeOnMap(assumption, found).testFirst,
          },
          `${department.name}: ${assumption.statement}\n  ${wordOf(found)} (${supporting.length} for, ${contradicting.length} against). ${found.reasons.join(' ')}${placeOnMap(assumption, found).testFirst ? ' Test first: much rests on it and it is not known.' : ''}`,
        );
      }
    }),
};

/** `supported so far`, `mixed (by hand)`: the verdict as it must be read. */
function wordOf({ verdict, provisional, override }: AssumptionVerdict): string {
  if (override) return `${verdict} (by hand)`;
  return provisional ? `${verdict} so far` : verdict;
}

/** What stands beside the count. Later fields only: those before are as they always were. */
function beside(vault: Vault, found: AssumptionVerdict) {
  const { computed, override, provisional, counterSearches, asked, target, freshness, said, done, retold } = found;
  return {
    word: wordOf(found),
    computed,
    override,
    provisional,
    counterSearches,
    secondHand: countsOf(retold),
    said: countsOf(said),
    done: countsOf(done),
    asked: { people: asked.people.length, silent: asked.silent.length },
    target,
    freshness,
    confidence: vault.state.referring('assumptions', found.assumptionId, 'confidences')[0]?.overall ?? null,
  };
}

function countsOf({ supporting, contradicting, refining }: SidesOfPeople) {
  return { supporting: supporting.length, contradicting: contradicting.length, refining: refining.length };
}

/** Assumptions by department, both in the order of the plan. */
export function inOrder(vault: Vault) {
  const departments = [...vault.state.all('departments').values()].sort((left, right) => left.order - right.order);
  return departments.flatMap((department) =>
    vault.state
      .referring('departments', department.id, 'assumptions')
      .sort((left, right) => left.order - right.order)
      .map((assumption) => ({ assumption, department })),
  );
}
