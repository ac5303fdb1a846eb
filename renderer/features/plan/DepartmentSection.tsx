// One department on the plan: what it protects, the customer it plans for, and its assumptions.
import { ChevronRight, FileText } from 'lucide-react';

import type { Department } from '#shared/model/records/department';
import { countNoun } from '#shared/lib/text';
import { useReferring } from '#renderer/stores/record-hooks';
import { openTab } from '#renderer/stores/tabs';
import { tryEdit } from '#renderer/stores/vault-actions';

import { Button } from '../../ui/Button.tsx';
import { useContextMenu } from '../../ui/ContextMenu.tsx';
import { CommitField } from '../../ui/Field.tsx';
import { AssumptionGrid } from './AssumptionGrid.tsx';
import { departmentMenu } from './menus.ts';
import { setFolded, setPlanTarget, usePlanStore } from './plan-store.ts';
import { inOrder } from './reorder.ts';
import styles from './plan.module.css';

export function DepartmentSection({ department }: { department: Department }) {
  const assumptions = inOrder(useReferring('departments', department.id, 'assumptions'));
  const folded = usePlanStore((state) => state.folded.has(department.id));
  const { id: departmentId, name } = department;
  return (
    <section className={styles.department} aria-label={name} data-department={departmentId}>
      <DepartmentHead department={department} folded={folded} count={assumptions.length} />
      <div id={`plan-department-${departmentId}`} hidden={folded} className={styles.departmentBody}>
        <div className={styles.fieldRow}>
          <CommitField
            label="What it protects"
            multiline
            rows={1}
            className={styles.oneLine ?? ''}
            placeholder="The metric, promise or person it stands up for"
            value={department.protects}
            onCommit={(protects) => tryEdit('updateDepartment', { departmentId, protects }, `protects:${departmentId}`)}
          />
          <CommitField
            label="The customer it plans for"
            multiline
            rows={1}
            className={styles.oneLine ?? ''}
            placeholder="In its own words"
            value={department.assumedCustomer}
            onCommit={(assumedCustomer) => tryEdit('updateDepartment', { departmentId, assumedCustomer }, `customer:${departmentId}`)}
          />
        </div>
        <AssumptionGrid department={department} assumptions={assumptions} />
      </div>
    </section>
  );
}

function DepartmentHead({ department, folded, count }: { department: Department; folded: boolean; count: number }) {
  const contextMenu = useContextMenu('Department');
  const { id } = department;
  return (
    <div className={styles.departmentHead} onContextMenu={(event) => contextMenu.open(event, departmentMenu(id))}>
      <h3 className={styles.departmentName}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={!folded}
          aria-controls={`plan-department-${id}`}
          title="F2 renames, Alt+↑ and Alt+↓ move it, D opens its page"
          data-plan-stop={`department:${id}`}
          onFocus={() => setPlanTarget({ kind: 'department', id })}
          onBlur={() => setPlanTarget(null)}
          onClick={() => setFolded(id, !folded)}
        >
          <ChevronRight size={14} aria-hidden="true" />
          {department.name}
        </button>
      </h3>
      <span className={styles.count}>{countNoun(count, 'assumption', 'assumptions')}</span>
      <Button look="quiet" icon={<FileText size={14} aria-hidden="true" />} onClick={() => openTab({ kind: 'department', id })}>
        Page
      </Button>
      <Button
        look="quiet"
        aria-haspopup="menu"
        aria-label={`More for ${department.name}`}
        title="Rename, move, remove"
        onClick={(event) => contextMenu.open(event, departmentMenu(id))}
      >
        …
      </Button>
      {contextMenu.menu}
    </div>
  );
}
