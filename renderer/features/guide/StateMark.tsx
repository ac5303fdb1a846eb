// The mark of a cell of the coverage: a shape for each state, so that colour alone says nothing.
import type { CoverageState } from '#shared/domain/guide/guide-coverage';

import styles from './coverage.module.css';

/** Filled: asked; crossed out: not asked; half: proposed; a dot: open. */
export function StateMark({ state }: { state: CoverageState }) {
  return (
    <svg className={styles.mark} width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      {state === 'open' ? (
        <circle cx="7" cy="7" r="1.5" fill="currentColor" />
      ) : (
        <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      )}
      {state === 'asked' ? <circle cx="7" cy="7" r="5" fill="currentColor" /> : null}
      {state === 'proposed' ? <path d="M7 2a5 5 0 0 0 0 10z" fill="currentColor" /> : null}
      {state === 'not asked' ? <path d="M3.5 10.5l7-7" stroke="currentColor" strokeWidth="1.5" /> : null}
    </svg>
  );
}
