// An empty state: what belongs here, why it is empty, and the direct way on.
import type { ReactNode } from 'react';

import styles from './ui.module.css';

interface EmptyStateProps {
  title?: string;
  children: ReactNode;
  actions?: ReactNode;
  /** In the middle of an editor rather than in a side bar. */
  centred?: boolean;
}

export function EmptyState({ title, children, actions, centred }: EmptyStateProps) {
  return (
    <div className={[styles.empty, centred && styles.emptyCentred].filter(Boolean).join(' ')}>
      {title ? <p className={styles.emptyTitle}>{title}</p> : null}
      <div>{children}</div>
      {actions ? <div>{actions}</div> : null}
    </div>
  );
}
