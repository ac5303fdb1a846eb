// Commands of the plan: decision, departments and assumptions.
import { commands, onSurface, vaultOpen } from '../command.ts';

const onAssumption = onSurface('plan', 'assumptionFocused');

export const PLAN = commands([
  { id: 'department.add', title: 'Add department…', group: 'Plan', when: vaultOpen },
  { id: 'plan.addAssumption', title: 'Add assumption', group: 'Plan', keys: ['N'], when: onSurface('plan') },
  { id: 'plan.importance1', title: 'Importance 1', group: 'Plan', keys: ['1'], when: onAssumption, keyOnly: true },
  { id: 'plan.importance2', title: 'Importance 2', group: 'Plan', keys: ['2'], when: onAssumption, keyOnly: true },
  { id: 'plan.importance3', title: 'Importance 3', group: 'Plan', keys: ['3'], when: onAssumption, keyOnly: true },
  { id: 'plan.importance4', title: 'Importance 4', group: 'Plan', keys: ['4'], when: onAssumption, keyOnly: true },
  { id: 'plan.importance5', title: 'Importance 5', group: 'Plan', keys: ['5'], when: onAssumption, keyOnly: true },
]);
