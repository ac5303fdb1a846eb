// The page of a tab that is a sheet of paper in the reading room, and can be printed.
import { Printer } from 'lucide-react';
import { type CSSProperties, type ReactNode, useRef } from 'react';

import { Button } from './Button.tsx';
import { printElement } from './print-element.ts';
import styles from './sheet-page.module.css';

interface SheetPageProps {
  /** What assistive tools call the page. */
  label: string;
  /** Of the printed page. */
  title: string;
  /** How names are shown on the printed page. */
  shown(text: string): string;
  /** Stands in the bar before the button that prints. */
  bar?: ReactNode;
  /** CSS pixels between the parts of the sheet. */
  gap: number;
  /** Of the sheet. */
  className?: string | undefined;
  children: ReactNode;
}

export function SheetPage({ label, title, shown, bar, gap, className, children }: SheetPageProps) {
  const sheet = useRef<HTMLDivElement>(null);
  return (
    <div className={styles.page} data-surface="other" tabIndex={0} role="region" aria-label={label}>
      <div className={styles.bar}>
        {bar}
        <Button
          className={styles.print ?? ''}
          icon={<Printer size={14} aria-hidden="true" />}
          onClick={() => sheet.current && printElement(sheet.current, title, shown)}
        >
          Print this page…
        </Button>
      </div>
      <div
        className={[styles.sheet, className].filter(Boolean).join(' ')}
        style={{ '--sheet-gap': `${gap}px` } as CSSProperties}
        ref={sheet}
      >
        {children}
      </div>
    </div>
  );
}
