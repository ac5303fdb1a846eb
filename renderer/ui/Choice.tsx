// One choice of several in a form, with its label above.
import type { ReactNode } from 'react';

import { Field } from './Field.tsx';
import styles from './ui.module.css';

/** A value with its words. */
export type Option<Value extends string = string> = readonly [value: Value, words: string];

interface ChoiceProps<Value extends string> {
  label: string;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
  help?: ReactNode;
  value: Value;
  options: readonly Option<Value>[];
  onChoose(value: NoInfer<Value>): void;
}

export function Choice<Value extends string>({ label, hideLabel = false, help, value, options, onChoose }: ChoiceProps<Value>) {
  const choose = (wanted: string): void => {
    const chosen = options.find(([each]) => each === wanted);
    if (chosen) onChoose(chosen[0]);
  };
  return (
    <Field label={label} hideLabel={hideLabel} help={help}>
      {(id) => (
        <select id={id} className={styles.input} value={value} onChange={(event) => choose(event.target.value)}>
          {options.map(([each, words]) => (
            <option key={each} value={each}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The values of a list of words as options, in its order. */
export function optionsOf<Value extends string>(words: Readonly<Record<Value, string>>): Option<Value>[] {
  return (Object.keys(words) as Value[]).map((value) => [value, words[value]] as const);
}
