// A bar that floats over the editor in a narrow window: closed by its button, or by Esc when nothing inside wants the key.
import { X } from 'lucide-react';
import type { ReactNode } from 'react';

import { focusEditor } from '../commands/focus-parts.ts';
import { IconButton } from '../ui/Button.tsx';
import styles from './workbench.module.css';

interface FloatingPartProps {
  side: 'left' | 'right';
  /** Said by the close button. */
  name: string;
  close(): void;
  children: ReactNode;
}

export function FloatingPart({ side, name, close, children }: FloatingPartProps) {
  const leave = (): void => {
    close();
    focusEditor();
  };
  return (
    <div
      className={`${styles.floating} ${side === 'left' ? styles.floatingLeft : styles.floatingRight}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) leave();
      }}
    >
      {children}
      <IconButton label={`Close the ${name}`} className={styles.floatingClose} onClick={leave}>
        <X size={14} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
