// The assumptions by importance and evidence: what is important and unknown is tested first.
import { placeOnMap } from '#shared/domain/evidence/assumption-map';
import type { Assumption } from '#shared/model/records/assumption';
import { useViewStore } from '#renderer/stores/view-store';

import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { useEvidence } from '../evidence/index.ts';
import { AssumptionLine } from './AssumptionLine.tsx';
import { useMatrixStore } from './matrix-store.ts';
import { followFocus } from './place-focus.ts';
import styles from './matrix-views.module.css';

const QUADRANTS = [
  { important: true, known: false, title: 'Important and unknown', hint: 'Test these first.' },
  { important: true, known: true, title: 'Important and known', hint: 'Decide with these.' },
  { important: false, known: false, title: 'Less important and unknown', hint: 'Ask when it costs nothing.' },
  { important: false, known: true, title: 'Less important and known', hint: 'Keep in mind.' },
] as const;

export function MatrixQuadrants({ assumptions }: { assumptions: readonly Assumption[] }) {
  const { verdicts } = useEvidence();
  const inspectorVisible = useViewStore((view) => view.inspectorVisible);
  const place = useMatrixStore((state) => state.place?.assumptionId ?? null);
  const quadrants = QUADRANTS.map((quadrant) => ({
    ...quadrant,
    assumptions: assumptions.filter((assumption) => {
      const { important, known } = placeOnMap(assumption, verdicts.get(assumption.id));
      return important === quadrant.important && known === quadrant.known;
    }),
  }));
  const shown = quadrants.flatMap((quadrant) => quadrant.assumptions);
  const stop = shown.some(({ id }) => id === place) ? place : (shown[0]?.id ?? null);
  return (
    <div
      className={styles.quadrants}
      data-inspector={inspectorVisible}
      data-surface="matrix"
      tabIndex={-1}
      onFocus={followFocus}
      role="group"
      aria-label="Importance against evidence"
    >
      {quadrants.map(({ title, hint, assumptions: inside, important, known }) => (
        <section key={title} className={styles.quadrant} data-first={important && !known} aria-label={title}>
          <SectionTitle count={inside.length}>{title}</SectionTitle>
          <p className={styles.hint}>{inside.length === 0 ? 'None.' : hint}</p>
          <ul>
            {inside.map((assumption) => (
              <li key={assumption.id}>
                <AssumptionLine assumption={assumption} tabStop={assumption.id === stop} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
