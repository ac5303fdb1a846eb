// One assumption on the plan: its words, where they come from, what rests on it, and what was heard of it.
import type { MouseEvent } from 'react';

import { placeOnMap } from '#shared/domain/evidence/assumption-map';
import type { Assumption } from '#shared/model/records/assumption';
import { IMPORTANCE_WORDS } from '#shared/domain/readout/stakeholder-words';
import { tryEdit } from '#renderer/stores/vault-actions';
import { select } from '#renderer/stores/view-store';

import { CommitField } from '../../ui/Field.tsx';
import { ImportanceDots } from '../../ui/ImportanceDots.tsx';
import { useEvidence, VerdictBadge } from '../evidence/index.ts';
import { originLine } from './origin-words.ts';
import { focusPlanTarget } from './plan-focus.ts';
import { setPlanTarget, usePlanStore } from './plan-store.ts';
import styles from './plan.module.css';

interface AssumptionRowProps {
  assumption: Assumption;
  /** The one row of its list that the Tab key reaches. */
  tabStop: boolean;
  selected: boolean;
  onContextMenu(event: MouseEvent): void;
}

export function AssumptionRow({ assumption, tabStop, selected, onContextMenu }: AssumptionRowProps) {
  const scope = useEvidence();
  const answer = scope.verdicts.get(assumption.id);
  const { id } = assumption;
  const code = scope.codeOf(id);
  const from = originLine(assumption);
  return (
    <div
      role="row"
      className={styles.row}
      tabIndex={tabStop ? 0 : -1}
      aria-selected={selected}
      data-plan-stop={`assumption:${id}`}
      onFocus={(event) => {
        if (event.target !== event.currentTarget) return;
        setPlanTarget({ kind: 'assumption', id });
        select({ kind: 'assumption', id });
      }}
      onBlur={(event) => event.target === event.currentTarget && setPlanTarget(null)}
      onDoubleClick={() => usePlanStore.setState({ editing: id })}
      onContextMenu={onContextMenu}
    >
      <span role="gridcell" className={styles.code}>
        {code}
      </span>
      <div role="gridcell" className={styles.statementCell}>
        <Statement assumption={assumption} />
        {from ? <span className={styles.origin}>{from}</span> : null}
        {placeOnMap(assumption, answer).testFirst ? <span className={styles.testFirst}>Test first</span> : null}
      </div>
      <span role="gridcell">
        <ImportanceDots
          value={assumption.importance}
          words={IMPORTANCE_WORDS}
          onPick={(importance) => tryEdit('updateAssumption', { assumptionId: id, importance })}
        />
      </span>
      <span role="gridcell" className={styles.verdictCell}>
        <VerdictBadge answer={answer} />
      </span>
    </div>
  );
}

function Statement({ assumption: { id, statement } }: { assumption: Assumption }) {
  const editing = usePlanStore((state) => state.editing === id);
  if (!editing) return <span className={styles.statement}>{statement}</span>;
  const end = (): void => {
    if (usePlanStore.getState().editing !== id) return;
    usePlanStore.setState({ editing: null });
    focusPlanTarget({ kind: 'assumption', id });
  };
  return (
    <div
      onBlur={() => usePlanStore.setState({ editing: null })}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape') end();
      }}
    >
      <CommitField
        label="Statement"
        hideLabel
        required
        autoFocus
        value={statement}
        onCommit={(text) => tryEdit('updateAssumption', { assumptionId: id, statement: text.trim() }, `statement:${id}`)}
      />
    </div>
  );
}
