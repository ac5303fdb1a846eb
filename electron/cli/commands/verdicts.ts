// `verdicts`: per assumption what the evidence says, in people.
import { allVerdicts } from '#shared/domain/evidence/verdict';
import { loadTurnSpeakers } from '#core/services/turn-speakers';
import type { Vault } from '#core/vault/vault';

import type { CliCommand } from '../command-line.ts';

export const listVerdicts: CliCommand = {
  usage: 'verdicts <vault> [--json]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const verdicts = allVerdicts(vault.state, { turnSpeakers: await loadTurnSpeakers(vault) });
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
            participants: { supporting: supporting.length, contradicting: contradicting.length, refining: refining.length },
            people: { supporting: people(supporting), contradicting: people(contradicting), refining: people(refining) },
            reasons: found.reasons,
          },
          `${department.name}: ${assumption.statement}\n  ${found.verdict} (${supporting.length} for, ${contradicting.length} against). ${found.reasons.join(' ')}`,
        );
      }
    }),
};

/** Assumptions by department, both in the order of the plan. */
function inOrder(vault: Vault) {
  const departments = [...vault.state.all('departments').values()].sort((left, right) => left.order - right.order);
  return departments.flatMap((department) =>
    vault.state
      .referring('departments', department.id, 'assumptions')
      .sort((left, right) => left.order - right.order)
      .map((assumption) => ({ assumption, department })),
  );
}
