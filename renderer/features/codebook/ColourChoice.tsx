// The sixteen tag colours to choose from, each with its name.
import { type KeyboardEvent, useRef } from 'react';

import { tagColour } from '../../ui/TagChip.tsx';
import styles from './codebook.module.css';
import { COLOUR_NAMES } from './colour-names.ts';

interface ColourChoiceProps {
  /** 1 to 16. */
  colour: number;
  onChoose(colour: number): void;
}

const COLUMNS = 8;

export function ColourChoice({ colour, onChoose }: ColourChoiceProps) {
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = ((colour - 1 + step + COLOUR_NAMES.length) % COLOUR_NAMES.length) + 1;
    onChoose(next);
    group.current?.querySelector<HTMLElement>(`[data-colour="${next}"]`)?.focus();
  };
  return (
    <div className={styles.colourField}>
      <span className={styles.label} id="tag-colour-label">{`Colour: ${COLOUR_NAMES[colour - 1] ?? ''}`}</span>
      <div ref={group} className={styles.colours} role="radiogroup" aria-labelledby="tag-colour-label" onKeyDown={onKeyDown}>
        {COLOUR_NAMES.map((name, at) => (
          <button
            key={name}
            type="button"
            role="radio"
            aria-checked={colour === at + 1}
            aria-label={name}
            title={name}
            data-colour={at + 1}
            tabIndex={colour === at + 1 ? 0 : -1}
            style={tagColour(at + 1)}
            onClick={() => onChoose(at + 1)}
          />
        ))}
      </div>
    </div>
  );
}
