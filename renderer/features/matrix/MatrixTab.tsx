// The matrix: themes down, departments' assumptions across, in each cell what the one says of the other.
import { ArrowDownWideNarrow, Filter } from 'lucide-react';
import { useEffect } from 'react';

import { useRecord } from '#renderer/stores/record-hooks';
import { useShowStatus } from '#renderer/stores/status-items';
import { openTab } from '#renderer/stores/tabs';
import { select, showActivity, takeReveal, useViewStore } from '#renderer/stores/view-store';

import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useEvidence } from '../evidence/index.ts';
import { planHandlers } from '../plan/index.ts';
import type { TabView } from '../room.ts';
import { type ArrangedMatrix, SORT_WORDS } from '#shared/domain/evidence/arrange-matrix';
import { focusPlaceSoon } from './cell-focus.ts';
import { chooseDepartments, chooseSort } from './commands.ts';
import { MatrixList } from './MatrixList.tsx';
import { MatrixQuadrants } from './MatrixQuadrants.tsx';
import { MatrixGrid } from './MatrixGrid.tsx';
import { MATRIX_LOOKS, type MatrixLook, setHidden, setLook, useMatrixStore } from './matrix-store.ts';
import { useArrangedMatrix } from './use-arranged-matrix.ts';
import styles from './matrix.module.css';

export const MatrixTab: TabView<'matrix'> = ({ active }) => {
  const arranged = useArrangedMatrix();
  useShowStatus(active, statusOf(arranged));
  useReveal();
  return (
    <div className={styles.tab}>
      <MatrixBar arranged={arranged} />
      <MatrixView arranged={arranged} />
    </div>
  );
};

/** The grid needs rows; the other views show the assumptions alone. */
function MatrixView({ arranged }: { arranged: ArrangedMatrix }) {
  const look = useMatrixStore((state) => state.look);
  const sort = useMatrixStore((state) => state.sort);
  if (arranged.columns.length === 0 || (look === 'grid' && arranged.rows.length === 0)) return <NothingToShow />;
  if (look === 'quadrants') return <MatrixQuadrants assumptions={arranged.columns} />;
  return look === 'list' ? <MatrixList assumptions={arranged.columns} sort={sort} /> : <MatrixGrid arranged={arranged} />;
}

function statusOf({ rows, columns }: ArrangedMatrix): string[] {
  if (rows.length === 0 || columns.length === 0) return [];
  const important = new Set(columns.filter(({ importance }) => importance >= 4).map(({ id }) => id));
  const cells = rows.flatMap((row) => row.cells);
  const open = cells.filter((cell) => cell.relation === 'open').length;
  const uncomfortable = cells.filter((cell) => cell.relation === 'contradicts' && important.has(cell.assumptionId)).length;
  return [
    ...(uncomfortable > 0 ? [`${uncomfortable} contradicted and important`] : []),
    `${open} open`,
    `${rows.length} × ${columns.length}`,
  ];
}

/** Goes to the cell that another room asked for, now or while this one is open. */
function useReveal(): void {
  const reveal = useViewStore((view) => view.reveal);
  useEffect(() => {
    if (reveal?.surface !== 'matrix') return;
    const { themeId, assumptionId } = takeReveal('matrix') ?? reveal;
    setHidden([]);
    useMatrixStore.setState({ look: 'grid', place: { themeId, assumptionId } });
    select({ kind: 'cell', themeId, assumptionId });
    focusPlaceSoon({ themeId, assumptionId });
  }, [reveal]);
}

function MatrixBar({ arranged }: { arranged: ArrangedMatrix }) {
  const question = useRecord('study', 'study')?.decision.question.trim();
  const sort = useMatrixStore((state) => state.sort);
  const hidden = useMatrixStore((state) => state.hidden);
  const { matrix } = useEvidence();
  const all = matrix.groups.filter((group) => group.assumptions.length > 0);
  const hiddenCount = all.filter(({ department }) => hidden.has(department.id)).length;
  const shown = hiddenCount === 0 ? 'all departments' : `${all.length - hiddenCount} of ${all.length} departments`;
  return (
    <div className={styles.bar} role="toolbar" aria-label="Matrix">
      <span className={styles.decision} title={question}>
        {question ? `Decision: ${question}` : 'No decision noted yet'}
      </span>
      <Looks />
      <Button
        look="quiet"
        icon={<ArrowDownWideNarrow size={14} aria-hidden="true" />}
        title="Sort rows (Shift+S)"
        disabled={arranged.rows.length === 0}
        onClick={() => void chooseSort()}
      >
        {SORT_WORDS[sort]}
      </Button>
      <Button
        look="quiet"
        icon={<Filter size={14} aria-hidden="true" />}
        title="Departments shown (F)"
        disabled={all.length === 0}
        onClick={() => void chooseDepartments()}
      >
        {shown}
      </Button>
    </div>
  );
}

const LOOK_WORDS: { readonly [L in MatrixLook]: string } = { grid: 'Grid', quadrants: '2×2', list: 'List' };

function Looks() {
  const look = useMatrixStore((state) => state.look);
  return (
    <div role="group" aria-label="Show as" className={styles.looks}>
      {MATRIX_LOOKS.map((each, index) => (
        <Button
          key={each}
          look="quiet"
          aria-pressed={look === each}
          title={`Show as ${LOOK_WORDS[each]} (${index + 1})`}
          onClick={() => setLook(each)}
        >
          {LOOK_WORDS[each]}
        </Button>
      ))}
    </div>
  );
}

/** Why the grid is empty, and the direct way on. */
function NothingToShow() {
  const { matrix } = useEvidence();
  if (matrix.groups.length === 0) return <NoDepartments />;
  if (matrix.groups.every((group) => group.assumptions.length === 0)) return <NoAssumptions />;
  if (matrix.rows.length === 0) return <NoThemes />;
  return <AllHidden />;
}

function NoDepartments() {
  return (
    <EmptyState
      centred
      title="No departments yet"
      actions={
        <div className={styles.emptyActions}>
          <Button look="primary" data-focus-first="" onClick={() => void planHandlers['department.addFive']()}>
            Add the five departments
          </Button>
          <Button onClick={() => void planHandlers['department.add']()}>Add department…</Button>
        </div>
      }
    >
      Columns are the departments whose picture of the customer you are testing.
    </EmptyState>
  );
}

function NoAssumptions() {
  const openPlan = (
    <Button data-focus-first="" onClick={() => openTab({ kind: 'plan' })}>
      Open the plan
    </Button>
  );
  return (
    <EmptyState centred title="No assumptions yet" actions={openPlan}>
      Each column is one assumption of a department: a statement that can be tested.
    </EmptyState>
  );
}

function NoThemes() {
  const openBoard = (): void => {
    showActivity('board');
    openTab({ kind: 'board' });
  };
  const action = (
    <Button data-focus-first="" onClick={openBoard}>
      Open board
    </Button>
  );
  return (
    <EmptyState centred title="No themes yet" actions={action}>
      Rows are themes from the board.
    </EmptyState>
  );
}

function AllHidden() {
  const showAll = (
    <Button data-focus-first="" onClick={() => setHidden([])}>
      Show all departments
    </Button>
  );
  return (
    <EmptyState centred title="All columns are hidden" actions={showAll}>
      The filter hides every department with an assumption.
    </EmptyState>
  );
}
