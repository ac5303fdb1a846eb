// The assumptions of one department: a list with one tab stop, and the line on which the next one is written.
import { Plus } from 'lucide-react';

import type { Assumption } from '#shared/model/records/assumption';
import type { Department } from '#shared/model/records/department';
import { edit } from '#renderer/stores/vault-actions';
import { useViewStore } from '#renderer/stores/view-store';

import { AddLine } from '../../ui/AddLine.tsx';
import { Button } from '../../ui/Button.tsx';
import { useContextMenu } from '../../ui/ContextMenu.tsx';
import { AssumptionRow } from './AssumptionRow.tsx';
import { assumptionMenu } from './menus.ts';
import { focusPlanTarget } from './plan-focus.ts';
import { usePlanStore } from './plan-store.ts';
import styles from './plan.module.css';

export function AssumptionGrid({ department, assumptions }: { department: Department; assumptions: readonly Assumption[] }) {
  const selection = useViewStore((view) => view.selection);
  const target = usePlanStore((state) => (state.target?.kind === 'assumption' ? state.target.id : null));
  const contextMenu = useContextMenu('Assumption');
  const stop = assumptions.some(({ id }) => id === target) ? target : assumptions[0]?.id;
  return (
    <>
      {assumptions.length > 0 ? (
        <div role="grid" aria-label={`Assumptions of ${department.name}`} className={styles.grid}>
          {assumptions.map((assumption) => (
            <AssumptionRow
              key={assumption.id}
              assumption={assumption}
              tabStop={assumption.id === stop}
              selected={selection?.kind === 'assumption' && selection.id === assumption.id}
              onContextMenu={(event) => contextMenu.open(event, assumptionMenu(assumption.id))}
            />
          ))}
        </div>
      ) : null}
      <NewAssumption department={department} last={assumptions.at(-1)?.id ?? null} />
      {contextMenu.menu}
    </>
  );
}

function NewAssumption({ department: { id, name }, last }: { department: Department; last: string | null }) {
  const open = usePlanStore((state) => state.adding === id);
  const end = (by: 'escape' | 'leaving'): void => {
    usePlanStore.setState((state) => (state.adding === id ? { adding: null } : {}));
    if (by === 'escape') focusPlanTarget(last === null ? { kind: 'department', id } : { kind: 'assumption', id: last });
  };
  if (!open) {
    return (
      <Button
        look="quiet"
        icon={<Plus size={14} aria-hidden="true" />}
        className={styles.addAssumption}
        title={`Add an assumption of ${name} (N)`}
        onClick={() => usePlanStore.setState({ adding: id })}
      >
        Add assumption
      </Button>
    );
  }
  return (
    <div className={styles.newAssumption}>
      <AddLine
        label={`New assumption of ${name}`}
        placeholder="One statement that can be tested. Enter adds, Esc ends."
        autoFocus
        onAdd={(statement) => edit('addAssumption', { departmentId: id, statement })}
        onEnd={end}
      />
    </div>
  );
}
