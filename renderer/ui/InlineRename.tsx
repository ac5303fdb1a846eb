// A name being changed in its row: Enter or leaving keeps it, Esc does not; the row has the focus again afterwards.
import { useEffect, useRef } from 'react';

import styles from './list.module.css';

interface InlineRenameProps {
  label: string;
  name: string;
  /** The new name, trimmed, when there is one and it differs; null otherwise. */
  onDone(name: string | null): void;
}

export function InlineRename({ label, name, onDone }: InlineRenameProps) {
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const finish = (keep: boolean, backToRow: boolean): void => {
    if (done.current) return;
    done.current = true;
    const text = field.current?.value.trim() ?? '';
    if (backToRow) field.current?.closest<HTMLElement>('[role="row"]')?.focus();
    onDone(keep && text !== '' && text !== name ? text : null);
  };
  return (
    <input
      ref={field}
      type="text"
      className={styles.rename}
      aria-label={label}
      defaultValue={name}
      maxLength={300}
      spellCheck={false}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape') {
          event.preventDefault();
          finish(event.key === 'Enter', true);
        }
        event.stopPropagation();
      }}
      onPointerDown={(event) => event.stopPropagation()}
      onMouseDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onBlur={() => finish(true, false)}
    />
  );
}
