// A tag as a chip in its colour, removable if wanted.
import { X } from 'lucide-react';
import type { CSSProperties } from 'react';

import styles from './ui.module.css';

interface TagChipProps {
  name: string;
  /** 1 to 16, of the palette in tokens.css. */
  colour: number;
  onRemove?(): void;
}

/** The three custom properties of a tag colour: line, wash, ink. */
export function tagColour(colour: number): CSSProperties {
  return {
    '--tag-line': `var(--tag-${colour}-line)`,
    '--tag-wash': `var(--tag-${colour}-wash)`,
    '--tag-ink': `var(--tag-${colour}-ink)`,
  } as CSSProperties;
}

export function TagChip({ name, colour, onRemove }: TagChipProps) {
  return (
    <span className={styles.chip} style={{ ...tagColour(colour), background: 'var(--tag-wash)', color: 'var(--tag-ink)' }}>
      <span className={styles.chipBar} style={{ background: 'var(--tag-line)' }} aria-hidden="true" />
      <span className={styles.chipName}>{name}</span>
      {onRemove ? (
        <button
          type="button"
          className={styles.chipRemove}
          aria-label={`Remove tag ${name}`}
          title={`Remove tag ${name}`}
          onClick={onRemove}
        >
          <X size={12} aria-hidden="true" />
        </button>
      ) : null}
    </span>
  );
}
