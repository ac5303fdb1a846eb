// How much rests on something, as one to five dots: to look at, to click, or to choose as a group of radio buttons.
import { useId } from 'react';

import styles from './evidence.module.css';

const STEPS = [1, 2, 3, 4, 5] as const;
export type Importance = (typeof STEPS)[number];

interface DotsProps {
  value: number;
  /** What the number means: "much". */
  words: readonly string[];
  /** A click on a dot; keys are up to whoever shows the dots. */
  onPick?(value: Importance): void;
}

/** Said as one picture: "What rests on it: 4 of 5, much". */
export function ImportanceDots({ value, words, onPick }: DotsProps) {
  return (
    <span className={styles.dots} role="img" aria-label={`What rests on it: ${value} of 5, ${words[value] ?? ''}`}>
      {STEPS.map((step) => (
        <span
          key={step}
          className={styles.dotBox}
          data-clickable={onPick !== undefined}
          title={onPick ? `What rests on it: ${words[step] ?? ''} (${step})` : undefined}
          onClick={onPick ? () => onPick(step) : undefined}
        >
          <span className={styles.dotMark} data-on={step <= value} />
        </span>
      ))}
    </span>
  );
}

/** The same as a choice with arrow keys, for a form. */
export function ImportanceChoice({ label, value, words, onPick }: Required<DotsProps> & { label: string }) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.choiceLabel}>{label}</legend>
      <span className={styles.dots}>
        {STEPS.map((step) => (
          <label key={step} className={styles.dotBox} data-clickable title={`${step}: ${words[step] ?? ''}`}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              value={step}
              checked={step === value}
              aria-label={`${step} of 5, ${words[step] ?? ''}`}
              onChange={() => onPick(step)}
            />
            <span className={styles.dotMark} data-on={step <= value} />
          </label>
        ))}
        <span className={styles.choiceWords}>{words[value]}</span>
      </span>
    </fieldset>
  );
}
