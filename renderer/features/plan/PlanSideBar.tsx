// The plan's side bar: the departments, how many assumptions each has, and how many of them differ from what was heard.
import { Plus } from 'lucide-react';
import { GridList, GridListItem } from 'react-aria-components';

import type { Department } from '#shared/model/records/department';
import { useRecords } from '#renderer/stores/record-hooks';
import { openTab } from '#renderer/stores/tabs';
import { useViewStore } from '#renderer/stores/view-store';

import { Button, IconButton } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { EvidenceGlyph } from '../../ui/EvidenceGlyph.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import list from '../../ui/list.module.css';
import { useEvidence } from '../evidence/index.ts';
import { planHandlers } from './commands.ts';
import { type PlanTarget, setPlanTarget } from './plan-store.ts';
import { inOrder } from './reorder.ts';
import styles from './plan.module.css';

export function PlanSideBar() {
  const departments = inOrder(useRecords('departments'));
  return (
    <div className={styles.side}>
      <Button look="quiet" className={styles.sideLink} onClick={() => openTab({ kind: 'plan' })}>
        The whole plan
      </Button>
      <Button look="quiet" className={styles.sideLink} onClick={() => openTab({ kind: 'guide' })}>
        Interview guide
      </Button>
      <Button look="quiet" className={styles.sideLink} onClick={() => openTab({ kind: 'recruits' })}>
        Recruitment list
      </Button>
      <Button look="quiet" className={styles.sideLink} onClick={() => openTab({ kind: 'brief' })}>
        Before you ask
      </Button>
      <Button look="quiet" className={styles.sideLink} onClick={() => openTab({ kind: 'before-after' })}>
        Before and after
      </Button>
      <SectionTitle
        actions={
          <IconButton label="Add department…" onClick={() => void planHandlers['department.add']()}>
            <Plus size={16} aria-hidden="true" />
          </IconButton>
        }
      >
        Departments
      </SectionTitle>
      {departments.length === 0 ? (
        <EmptyState actions={<Button onClick={() => void planHandlers['department.addFive']()}>Add the five departments</Button>}>
          The departments whose picture of the customer you are testing stand here.
        </EmptyState>
      ) : (
        <DepartmentList departments={departments} />
      )}
    </div>
  );
}

/** The list knows its rows by element only: the row says whose it is. */
function rowOf(element: Element): PlanTarget | null {
  const id = element.closest<HTMLElement>('[data-department-row]')?.dataset.departmentRow;
  return id ? { kind: 'department', id } : null;
}

function DepartmentList({ departments }: { departments: readonly Department[] }) {
  const { matrix, verdicts } = useEvidence();
  const open = useViewStore((view) => view.groups[view.activeGroup]?.activeKey ?? null);
  const differing = new Map(
    matrix.groups.map(({ department, assumptions }) => [
      department.id,
      assumptions.filter(({ id }) => verdicts.get(id)?.verdict === 'contradicted').length,
    ]),
  );
  const counts = new Map(matrix.groups.map(({ department, assumptions }) => [department.id, assumptions.length]));
  return (
    <div data-surface="plan" onFocus={(event) => setPlanTarget(rowOf(event.target))} onBlur={() => setPlanTarget(null)}>
      <GridList
        aria-label="Departments"
        items={departments}
        dependencies={[verdicts, open]}
        selectionMode="none"
        onAction={(id) => openTab({ kind: 'department', id: String(id) }, { preview: true })}
      >
        {(department) => (
          <GridListItem
            id={department.id}
            textValue={department.name}
            className={`${list.row} ${styles.sideRow}`}
            data-department-row={department.id}
            data-current={open === `department:${department.id}`}
          >
            <span className={list.rowName}>{department.name}</span>
            {(differing.get(department.id) ?? 0) > 0 ? (
              <span className={styles.differs} title="Assumptions that differ from what was heard">
                <EvidenceGlyph shape="contradicts" size={11} /> {differing.get(department.id)}
                <span className="visually-hidden"> differ</span>
              </span>
            ) : null}
            <span className={list.rowCount} title="Assumptions">
              {counts.get(department.id) ?? 0}
            </span>
          </GridListItem>
        )}
      </GridList>
    </div>
  );
}
