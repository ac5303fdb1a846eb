// One assumption as a line that can be gone to: code, statement, verdict; with more room also counts, age and who of the segment spoke.
import type { AssumptionVerdict } from '#shared/domain/evidence/verdict';
import type { Assumption } from '#shared/model/records/assumption';
import { useRecord } from '#renderer/stores/record-hooks';
import { select } from '#renderer/stores/view-store';

import { countsInWords, useEvidence, VerdictBadge } from '../evidence/index.ts';
import { placeKey } from './cell-focus.ts';
import styles from './matrix-views.module.css';

interface AssumptionLineProps {
  assumption: Assumption;
  tabStop: boolean;
  /** Room for the counts. */
  wide?: boolean;
  /** People who contradict it, where that is worth an early warning; otherwise 0. */
  warned?: number;
}

export function AssumptionLine({ assumption, tabStop, wide = false, warned = 0 }: AssumptionLineProps) {
  const scope = useEvidence();
  const department = useRecord('departments', assumption.departmentId);
  const answer = scope.verdicts.get(assumption.id);
  const { id, importance, statement } = assumption;
  return (
    <button
      type="button"
      className={styles.line}
      data-place={placeKey({ themeId: null, assumptionId: id })}
      tabIndex={tabStop ? 0 : -1}
      title={answer?.reasons.join(' ')}
      onClick={() => select({ kind: 'assumption', id })}
    >
      <span className={styles.statement}>{statement}</span>
      <span className={styles.facts}>
        <VerdictBadge answer={answer} short={!wide} />
        <span className={styles.record}>
          {scope.codeOf(id)} · <bdi>{department?.name}</bdi> · importance {importance}
          {wide && answer ? factsInWords(answer) : ''}
        </span>
        {warned > 0 ? <span className={styles.warning}>{warned} people contradict it</span> : null}
      </span>
    </button>
  );
}

function factsInWords({ participants, target, freshness }: AssumptionVerdict): string {
  const counts = countsInWords({
    supporting: participants.supporting.length,
    contradicting: participants.contradicting.length,
    refining: participants.refining.length,
  });
  const parts = [
    counts,
    target ? `${target.spoke} of ${target.of} in ${target.name}` : '',
    freshness ? `newest\u00a0${freshness.newest}` : '',
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => ` · ${part}`)
    .join('');
}
