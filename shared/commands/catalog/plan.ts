// Commands of the plan: decision, departments and assumptions.
import { commands, onSurface, onSurfaceWithAny, vaultOpen } from '../command.ts';

const onAssumption = onSurface('plan', 'assumptionFocused');
const onEither = onSurfaceWithAny('plan', 'assumptionFocused', 'departmentFocused');

export const PLAN = commands([
  { id: 'decision.show', title: 'Show the decision on the table and what is at stake', group: 'Plan', when: vaultOpen },
  { id: 'segment.show', title: 'Show the segments and the one that matters most', group: 'Plan', when: vaultOpen },
  { id: 'department.add', title: 'Add department…', group: 'Plan', when: vaultOpen },
  { id: 'department.addFive', title: 'Add the five departments', group: 'Plan', when: vaultOpen },
  { id: 'owner.add', title: 'Add an owner of the result…', group: 'Plan', when: vaultOpen },
  { id: 'owner.show', title: 'Show the owners of the result and what each gave', group: 'Plan', when: vaultOpen },
  {
    id: 'department.acknowledge',
    title: 'Note what was acknowledged in a department…',
    group: 'Plan',
    when: vaultOpen,
  },
  { id: 'department.open', title: 'Open the department’s page', group: 'Plan', keys: ['D'], when: onEither },
  { id: 'plan.addAssumption', title: 'Add assumption', group: 'Plan', keys: ['N'], when: onSurface('plan') },
  { id: 'plan.next', title: 'Next assumption or department', group: 'Plan', keys: ['ArrowDown'], when: onEither, keyOnly: true },
  { id: 'plan.previous', title: 'Previous assumption or department', group: 'Plan', keys: ['ArrowUp'], when: onEither, keyOnly: true },
  { id: 'plan.edit', title: 'Edit the wording', group: 'Plan', keys: ['F2'], when: onEither },
  { id: 'plan.details', title: 'Origin, date and owner of the assumption', group: 'Plan', keys: ['Enter'], when: onAssumption },
  { id: 'plan.moveUp', title: 'Move up', group: 'Plan', keys: ['Alt+ArrowUp'], when: onEither },
  { id: 'plan.moveDown', title: 'Move down', group: 'Plan', keys: ['Alt+ArrowDown'], when: onEither },
  { id: 'plan.remove', title: 'Remove (undoable)', group: 'Plan', keys: ['Delete'], when: onEither },
  { id: 'plan.importance1', title: 'Importance 1', group: 'Plan', keys: ['1'], when: onAssumption, keyOnly: true },
  { id: 'plan.importance2', title: 'Importance 2', group: 'Plan', keys: ['2'], when: onAssumption, keyOnly: true },
  { id: 'plan.importance3', title: 'Importance 3', group: 'Plan', keys: ['3'], when: onAssumption, keyOnly: true },
  { id: 'plan.importance4', title: 'Importance 4', group: 'Plan', keys: ['4'], when: onAssumption, keyOnly: true },
  { id: 'plan.importance5', title: 'Importance 5', group: 'Plan', keys: ['5'], when: onAssumption, keyOnly: true },
]);
