// What can be done with a department and with an assumption, as menus that say beforehand what goes along.
import { openTab } from '#renderer/stores/tabs';
import { select } from '#renderer/stores/view-store';

import type { ContextMenuItem } from '../../ui/ContextMenu.tsx';
import { editTarget, moveTarget, removeTarget, showInMatrix } from './plan-actions.ts';
import { goesWithAssumption, goesWithDepartment } from './removal.ts';
import { usePlanStore } from './plan-store.ts';

export function departmentMenu(id: string): ContextMenuItem[] {
  const target = { kind: 'department', id } as const;
  return [
    { id: 'open', label: 'Open its page', keys: 'D', run: () => openTab({ kind: 'department', id }) },
    { id: 'add', label: 'Add assumption', keys: 'N', run: () => usePlanStore.setState({ adding: id }) },
    { id: 'rename', label: 'Rename…', keys: 'F2', run: () => void editTarget(target) },
    { id: 'up', label: 'Move up', keys: 'Alt+ArrowUp', run: () => void moveTarget(target, -1) },
    { id: 'down', label: 'Move down', keys: 'Alt+ArrowDown', run: () => void moveTarget(target, 1) },
    {
      id: 'remove',
      label: 'Remove',
      keys: 'Delete',
      detail: `${goesWithDepartment(id)} Undo brings it back.`.trim(),
      run: () => void removeTarget(target),
    },
  ];
}

export function assumptionMenu(id: string): ContextMenuItem[] {
  const target = { kind: 'assumption', id } as const;
  return [
    { id: 'edit', label: 'Edit the wording', keys: 'F2', run: () => void editTarget(target) },
    { id: 'details', label: 'Origin, date and owner', keys: 'Enter', run: () => select(target) },
    { id: 'matrix', label: 'Show in the matrix', run: () => showInMatrix(id) },
    { id: 'up', label: 'Move up', keys: 'Alt+ArrowUp', run: () => void moveTarget(target, -1) },
    { id: 'down', label: 'Move down', keys: 'Alt+ArrowDown', run: () => void moveTarget(target, 1) },
    {
      id: 'remove',
      label: 'Remove',
      keys: 'Delete',
      detail: `${goesWithAssumption(id)} Undo brings it back.`.trim(),
      run: () => void removeTarget(target),
    },
  ];
}
