// Commands of the plan, by keyboard and palette.
import type { IdsOf } from '#shared/commands/catalog';
import type { PLAN } from '#shared/commands/catalog/plan';
import { acknowledgeFirst } from '#shared/domain/plan/acknowledgements';
import { openTab } from '#renderer/stores/tabs';
import { projection } from '#renderer/stores/vault-store';
import { showActivity, useViewStore } from '#renderer/stores/view-store';

import { addAllPresets, chooseDepartment } from './add-departments.ts';
import { departmentOf, editTarget, moveTarget, planTarget, removeTarget, setImportance } from './plan-actions.ts';
import { focusPlanStep, focusPlanTarget } from './plan-focus.ts';
import { type PlanTarget, setFolded, usePlanStore } from './plan-store.ts';
import { inOrder } from './reorder.ts';

function onTarget(act: (target: PlanTarget) => Promise<void>): () => Promise<void> {
  return async () => {
    const target = planTarget();
    if (target) await act(target);
  };
}

async function addDepartment(): Promise<void> {
  showActivity('plan');
  openTab({ kind: 'plan' });
  const id = await chooseDepartment();
  if (id) focusPlanTarget({ kind: 'department', id });
}

async function addFive(): Promise<void> {
  showActivity('plan');
  openTab({ kind: 'plan' });
  const id = await addAllPresets();
  if (id) focusPlanTarget({ kind: 'department', id });
}

/** Opens the line for a new assumption in the department at hand, otherwise in the first one. */
function addAssumption(): void {
  const first = inOrder([...projection.state.all('departments').values()])[0]?.id;
  const departmentId = departmentOf(planTarget()) ?? first;
  if (!departmentId) return void addDepartment();
  setFolded(departmentId, false);
  openTab({ kind: 'plan' });
  usePlanStore.setState({ adding: departmentId });
}

function openDepartment(): void {
  const id = departmentOf(planTarget());
  if (id) openTab({ kind: 'department', id });
}

/** Brings the inspector on screen and the focus to its first field. */
function showDetails(): void {
  useViewStore.setState({ inspectorVisible: true });
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('[data-assumption-details] textarea, [data-assumption-details] input')?.focus(),
  );
}

/** Goes to a section of the plan, into its first field or its last one. */
function showSection(section: 'decision' | 'segments' | 'owners', field: 'first' | 'last'): void {
  showActivity('plan');
  openTab({ kind: 'plan' });
  requestAnimationFrame(() => {
    const fields = [...document.querySelectorAll<HTMLElement>(`[data-plan-section="${section}"] :is(input[type="text"], textarea)`)];
    fields.at(field === 'first' ? 0 : -1)?.focus();
  });
}

/** Opens the page of the department at hand, of the first one without an acknowledgement or of the first of all, at the lines for the next. */
function acknowledge(): void {
  const first = acknowledgeFirst(projection.state)?.open[0] ?? inOrder([...projection.state.all('departments').values()])[0];
  const id = departmentOf(planTarget()) ?? first?.id;
  if (!id) return void addDepartment();
  openTab({ kind: 'department', id });
  requestAnimationFrame(() => {
    // Hidden tabs stay in the page.
    const logs = [...document.querySelectorAll<HTMLElement>('[data-acknowledgements]')];
    logs
      .find((log) => log.checkVisibility())
      ?.querySelector<HTMLElement>('[data-screen-only] textarea')
      ?.focus();
  });
}

export const planHandlers: Record<IdsOf<typeof PLAN>, () => void | Promise<void>> = {
  'department.add': addDepartment,
  'department.addFive': addFive,
  'department.open': openDepartment,
  'department.acknowledge': acknowledge,
  'decision.show': () => showSection('decision', 'first'),
  'segment.show': () => showSection('segments', 'first'),
  'owner.add': () => showSection('owners', 'last'),
  'owner.show': () => showSection('owners', 'first'),
  'plan.addAssumption': addAssumption,
  'plan.next': () => focusPlanStep(1),
  'plan.previous': () => focusPlanStep(-1),
  'plan.edit': onTarget(editTarget),
  'plan.details': showDetails,
  'plan.moveUp': onTarget((target) => moveTarget(target, -1)),
  'plan.moveDown': onTarget((target) => moveTarget(target, 1)),
  'plan.remove': onTarget(removeTarget),
  'plan.importance1': () => setImportance(1),
  'plan.importance2': () => setImportance(2),
  'plan.importance3': () => setImportance(3),
  'plan.importance4': () => setImportance(4),
  'plan.importance5': () => setImportance(5),
};
