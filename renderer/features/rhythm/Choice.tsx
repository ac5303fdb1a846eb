// One choice of several in a form, with its label above.
import { Field } from '../../ui/Field.tsx';
import ui from '../../ui/ui.module.css';

interface ChoiceProps {
  label: string;
  value: string;
  /** Value and words of each option. */
  options: readonly (readonly [string, string])[];
  onChoose(value: string): void;
}

export function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <Field label={label}>
      {(id) => (
        <select id={id} className={ui.input} value={value} onChange={(event) => onChoose(event.target.value)}>
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
