// `owners`: who will have to use the result and what each gave. `acknowledgements`: what was said to each department.
import { acknowledgedByDepartment, acknowledgeFirst, acknowledgeReminder } from '#shared/domain/plan/acknowledgements';
import { committeeWarning, readOwners } from '#shared/domain/plan/owners';
import { countNoun } from '#shared/lib/text';

import type { CliCommand } from '../command-line.ts';

export const ownersCommand: CliCommand = {
  usage: 'owners <vault> [--json]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(({ state }) => {
      const circle = readOwners(state);
      for (const { owner, assumptions, commitments, forecasts, silent } of circle.owners) {
        const { id, name, role, departmentId, gave } = owner;
        const counts = { assumptions, commitments, forecasts };
        const words = [
          countNoun(assumptions, 'assumption', 'assumptions'),
          countNoun(commitments, 'commitment', 'commitments'),
          countNoun(forecasts, 'forecast', 'forecasts'),
        ].join(', ');
        line.print(
          { ownerId: id, name, role, departmentId, gave, ...counts, silent },
          `${name}${role === '' ? '' : `, ${role}`}: ${words}${gave === '' ? '' : `. Gave: ${gave}`}`,
        );
      }
      const warning = committeeWarning(circle);
      if (warning !== null) line.say(warning);
      if (circle.owners.length === 0) line.say('No owner of the result is written down yet.');
      return Promise.resolve();
    }),
};

export const acknowledgementsCommand: CliCommand = {
  usage: 'acknowledgements <vault> [--json]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(({ state }) => {
      for (const { department, said } of acknowledgedByDepartment(state)) {
        const told = said.map(({ id, saidOn, saidBy, words }) => ({ acknowledgementId: id, saidOn, saidBy, words }));
        const lines = told.map(({ saidOn, saidBy, words }) => `  ${saidOn} ${saidBy}: ${words}`);
        line.print(
          { departmentId: department.id, department: department.name, acknowledged: told },
          [`${department.name}: ${told.length === 0 ? 'nothing yet' : `${told.length} noted`}`, ...lines].join('\n'),
        );
      }
      const first = acknowledgeFirst(state);
      if (first) line.say(acknowledgeReminder(first));
      return Promise.resolve();
    }),
};
