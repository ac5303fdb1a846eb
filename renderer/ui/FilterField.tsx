// A filter field over a list: always visible, Esc empties it, the arrow down goes into the list.
import { Search, X } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';

import styles from './list.module.css';

interface FilterFieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  /** Arrow down or Enter: into the list. */
  onEnterList?(): void;
  ref?: Ref<HTMLInputElement>;
  /** Takes the focus when its part of the window gets it. */
  focusFirst?: boolean;
}

export function FilterField({ label, value, onChange, onEnterList, ref, focusFirst }: FilterFieldProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && value !== '') {
      event.preventDefault();
      onChange('');
    } else if ((event.key === 'ArrowDown' || event.key === 'Enter') && onEnterList) {
      event.preventDefault();
      onEnterList();
    }
  };
  return (
    <div className={styles.filter} role="search" aria-label={label}>
      <Search size={14} aria-hidden="true" />
      <input
        ref={ref}
        type="text"
        aria-label={label}
        placeholder={label}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        {...(focusFirst ? { 'data-focus-first': '' } : {})}
      />
      {value === '' ? null : (
        <button type="button" aria-label="Clear the filter" title="Clear the filter (Esc)" onClick={() => onChange('')}>
          <X size={14} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
