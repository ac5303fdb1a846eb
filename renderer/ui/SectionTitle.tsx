// Heading of a section in a bar or panel, with a count and actions.
import type { ReactNode } from 'react';

import styles from './ui.module.css';

interface SectionTitleProps {
  children: ReactNode;
  count?: number | string;
  actions?: ReactNode;
  level?: 2 | 3;
}

export function SectionTitle({ children, count, actions, level = 2 }: SectionTitleProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className={styles.sectionTitle}>
      <Heading className={styles.sectionTitle}>{children}</Heading>
      {count === undefined ? null : <span className={styles.count}>{count}</span>}
      {actions}
    </div>
  );
}
