// The heads of the columns: each department with what it protects, and under it its assumptions with their verdicts.
import type { MatrixGroup } from '#shared/domain/evidence/matrix';
import type { Assumption } from '#shared/model/records/assumption';
import { openTab } from '#renderer/stores/tabs';

import { useEvidence, VerdictBadge } from '../evidence/index.ts';
import { placeKey } from './cell-focus.ts';
import styles from './matrix.module.css';

export function MatrixHead({ groups, stop }: { groups: readonly MatrixGroup[]; stop: string }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col" rowSpan={2} className={styles.corner}>
          Theme
        </th>
        {groups.map(({ department, assumptions }) => (
          <th key={department.id} role="columnheader" scope="colgroup" colSpan={assumptions.length} className={styles.department}>
            <div
              className={styles.departmentHead}
              title={department.protects ? `${department.name} protects: ${department.protects}` : department.name}
            >
              <button
                type="button"
                tabIndex={-1}
                className={styles.departmentName}
                title={`Open the page of ${department.name} (D)`}
                onClick={() => openTab({ kind: 'department', id: department.id })}
              >
                {department.name}
              </button>
              {department.protects.trim() ? (
                <span className={styles.protects}>
                  protects: <bdi>{department.protects}</bdi>
                </span>
              ) : null}
            </div>
          </th>
        ))}
      </tr>
      <tr role="row">
        {groups.flatMap(({ assumptions }) =>
          assumptions.map((assumption, index) => (
            <AssumptionHead key={assumption.id} assumption={assumption} first={index === 0} stop={stop} />
          )),
        )}
      </tr>
    </thead>
  );
}

function AssumptionHead({ assumption, first, stop }: { assumption: Assumption; first: boolean; stop: string }) {
  const scope = useEvidence();
  const answer = scope.verdicts.get(assumption.id);
  const key = placeKey({ themeId: null, assumptionId: assumption.id });
  const reasons = answer?.reasons.join(' ') ?? '';
  return (
    <th
      role="columnheader"
      scope="col"
      className={styles.assumption}
      data-first={first}
      data-importance={assumption.importance}
      data-place={key}
      tabIndex={key === stop ? 0 : -1}
      title={`${assumption.statement}\n${reasons}`}
      aria-description={`Importance ${assumption.importance} of 5. ${reasons}`}
    >
      <span className={styles.code}>{scope.codeOf(assumption.id)}</span>
      <span className={styles.statement}>{assumption.statement}</span>
      <VerdictBadge answer={answer} short />
    </th>
  );
}
