// The assumptions as a list, where departments differ least last: each with its verdict, people and age of the evidence.
import { earlyWarnings } from '#shared/domain/evidence/ask-next';
import type { Assumption } from '#shared/model/records/assumption';
import { useViewStore } from '#renderer/stores/view-store';

import { useEvidence } from '../evidence/index.ts';
import { AssumptionLine } from './AssumptionLine.tsx';
import type { MatrixSort } from '#shared/domain/evidence/arrange-matrix';
import { useMatrixStore } from './matrix-store.ts';
import { followFocus } from './place-focus.ts';
import styles from './matrix-views.module.css';

export function MatrixList({ assumptions, sort }: { assumptions: readonly Assumption[]; sort: MatrixSort }) {
  const { verdicts } = useEvidence();
  const inspectorVisible = useViewStore((view) => view.inspectorVisible);
  const place = useMatrixStore((state) => state.place?.assumptionId ?? null);
  const warned = new Map(earlyWarnings(assumptions, verdicts).map(({ assumption, contradicting }) => [assumption.id, contradicting]));
  const worth = ({ id, importance }: Assumption): number => {
    const people = verdicts.get(id)?.participants;
    if (sort === 'people') return (people?.supporting.length ?? 0) + (people?.contradicting.length ?? 0);
    if (sort === 'importance') return importance * 1000 + (people?.contradicting.length ?? 0);
    return sort === 'differs' ? Math.min(people?.supporting.length ?? 0, people?.contradicting.length ?? 0) : 0;
  };
  const shown = [...assumptions].sort((left, right) => worth(right) - worth(left));
  const stop = shown.some(({ id }) => id === place) ? place : (shown[0]?.id ?? null);
  return (
    <div
      className={styles.list}
      data-inspector={inspectorVisible}
      data-surface="matrix"
      tabIndex={-1}
      onFocus={followFocus}
      role="group"
      aria-label="Assumptions with their verdicts"
    >
      <ul>
        {shown.map((assumption) => (
          <li key={assumption.id}>
            <AssumptionLine assumption={assumption} tabStop={assumption.id === stop} wide warned={warned.get(assumption.id) ?? 0} />
          </li>
        ))}
      </ul>
    </div>
  );
}
