// The page of a tab that is read from top to bottom: a title with its tools, and sections below it.
import type { CSSProperties, ReactNode } from 'react';

import styles from './tab-page.module.css';

interface TabPageProps {
  title: string;
  /** What assistive tools call the page, where that is more than its title. */
  label?: string;
  /** The heading stands in the page itself, as in a document; the title only names the page. */
  hideTitle?: boolean;
  /** Buttons, the main one last. */
  tools?: ReactNode;
  /** CSS pixels between sections; 24 if nothing is said. */
  gap?: number;
  children: ReactNode;
}

export function TabPage({ title, label = title, hideTitle = false, tools, gap, children }: TabPageProps) {
  const style = gap === undefined ? {} : { style: { '--page-gap': `${gap}px` } as CSSProperties };
  return (
    <div className={styles.page} data-surface="other" tabIndex={0} role="region" aria-label={label} {...style}>
      <header className={styles.head}>
        {hideTitle ? null : <h1 className={styles.title}>{title}</h1>}
        {tools ? <div className={styles.tools}>{tools}</div> : null}
      </header>
      {children}
    </div>
  );
}
