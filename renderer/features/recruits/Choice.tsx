// A labelled choice of a few fixed words.
import { Field } from '../../ui/Field.tsx';
import ui from '../../ui/ui.module.css';

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  words: { readonly [V in Value]: string };
  onChoose(value: Value): void;
}

export function Choice<Value extends string>({ label, value, words, onChoose }: ChoiceProps<Value>) {
  return (
    <Field label={label}>
      {(id) => (
        <select id={id} className={ui.input} value={value} onChange={(event) => onChoose(event.target.value as Value)}>
          {(Object.keys(words) as Value[]).map((each) => (
            <option key={each} value={each}>
              {words[each]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
