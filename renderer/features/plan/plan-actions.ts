// What the plan's menus and keys do with a department or an assumption; a refusal has been shown when they end.
import { askText } from '#renderer/stores/quick-pick-store';
import { openTab } from '#renderer/stores/tabs';
import { edit, tryEdit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { requestReveal, useViewStore } from '#renderer/stores/view-store';

import { currentEvidence } from '../evidence/index.ts';
import { focusPlanTarget, neighbourOf } from './plan-focus.ts';
import { type PlanTarget, setPlanTarget, usePlanStore } from './plan-store.ts';
import { removeAssumption, removeDepartment } from './removal.ts';
import { moveAssumption, moveDepartment } from './reorder.ts';

/** What commands act on: what had the focus last, as long as it is there, otherwise the selected assumption. */
export function planTarget(): PlanTarget | null {
  const { target } = usePlanStore.getState();
  if (target && isThere(target)) return target;
  const { selection } = useViewStore.getState();
  return selection?.kind === 'assumption' && isThere(selection) ? { kind: 'assumption', id: selection.id } : null;
}

function isThere({ kind, id }: PlanTarget): boolean {
  return projection.state.get(kind === 'assumption' ? 'assumptions' : 'departments', id) !== undefined;
}

/** The department of a target, or the target itself. */
export function departmentOf(target: PlanTarget | null): string | null {
  if (!target) return null;
  return target.kind === 'department' ? target.id : (projection.state.get('assumptions', target.id)?.departmentId ?? null);
}

/** Edits the wording in its row; a department's name in the quick pick. */
export async function editTarget(target: PlanTarget): Promise<void> {
  if (target.kind === 'assumption') {
    usePlanStore.setState({ editing: target.id });
    return;
  }
  const { name } = projection.state.require('departments', target.id);
  const renamed = await askText({ title: 'Rename department', placeholder: 'Name of the department', initial: name, action: 'Rename to' });
  if (renamed === null || renamed.trim() === name) return;
  await edit('updateDepartment', { departmentId: target.id, name: renamed.trim() }).catch(() => undefined);
  focusPlanTarget(target);
}

export async function moveTarget(target: PlanTarget, step: 1 | -1): Promise<void> {
  const moved = target.kind === 'department' ? moveDepartment(target.id, step) : moveAssumption(target.id, step);
  await moved.catch(() => undefined);
  focusPlanTarget(target);
}

/** Removes it, with what goes along; the focus goes to its neighbour. */
export async function removeTarget(target: PlanTarget): Promise<void> {
  const next = neighbourOf(target);
  const removed = target.kind === 'department' ? removeDepartment(target.id) : removeAssumption(target.id);
  const done = await removed.then(
    () => true,
    () => false,
  );
  if (!done) return;
  setPlanTarget(null);
  usePlanStore.setState({ target: next });
  if (next) focusPlanTarget(next);
}

export function setImportance(importance: number): void {
  const target = planTarget();
  if (target?.kind === 'assumption') tryEdit('updateAssumption', { assumptionId: target.id, importance });
}

/** Opens the matrix at the assumption: at the first cell that says something, otherwise in the first row. */
export function showInMatrix(assumptionId: string): void {
  const { rows } = currentEvidence().matrix;
  const judged = rows.find((row) => row.cells.some((cell) => cell.assumptionId === assumptionId && cell.relation !== 'open'));
  const row = judged ?? rows[0];
  if (row) requestReveal({ surface: 'matrix', themeId: row.theme.id, assumptionId });
  openTab({ kind: 'matrix' });
}
