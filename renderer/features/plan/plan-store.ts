// What the plan's keyboard acts on, and what is being typed in: the view of the plan, no records.
import { create } from 'zustand';

import { setFlag } from '#renderer/stores/context-store';

export type PlanTarget = { kind: 'assumption'; id: string } | { kind: 'department'; id: string };

interface PlanView {
  /** What had the focus last: commands from the palette act on it. */
  target: PlanTarget | null;
  /** Assumption whose statement is being edited in its row. */
  editing: string | null;
  /** Department whose entry field for new assumptions is open. */
  adding: string | null;
  /** Departments that are folded. */
  folded: ReadonlySet<string>;
}

export const usePlanStore = create<PlanView>()(() => ({ target: null, editing: null, adding: null, folded: new Set() }));

/** Told by rows and headings when they get or lose the focus. */
export function setPlanTarget(target: PlanTarget | null): void {
  if (target) usePlanStore.setState({ target });
  setFlag('assumptionFocused', target?.kind === 'assumption');
  setFlag('departmentFocused', target?.kind === 'department');
}

export function setFolded(departmentId: string, folded: boolean): void {
  usePlanStore.setState(({ folded: before }) => {
    const after = new Set(before);
    if (folded) after.add(departmentId);
    else after.delete(departmentId);
    return { folded: after };
  });
}
