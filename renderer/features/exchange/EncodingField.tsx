// In which encoding a table is read, where the file does not say it for sure: the words with special letters show which is right.
import { TEXT_ENCODINGS, type TextEncoding } from '#shared/model/transcript';

import { Apart } from '../../ui/Apart.tsx';
import { Field } from '../../ui/Field.tsx';
import ui from '../../ui/ui.module.css';
import { ENCODING_NAMES } from './encoding-names.ts';
import styles from './exchange.module.css';

interface EncodingFieldProps {
  read: { encoding: TextEncoding; unsure: boolean; oddWords: readonly string[] };
  onChoose(encoding: TextEncoding): void;
}

export function EncodingField({ read: { encoding, unsure, oddWords }, onChoose }: EncodingFieldProps) {
  if (!unsure) return null;
  const letters = oddWords.length === 0 ? 'No word has special letters.' : `Words with special letters: ${oddWords.join(', ')}`;
  const help = <Apart text={letters} words={oddWords} />;
  return (
    <div className={styles.encoding}>
      <Field label="The letters of the file are read as" help={help}>
        {(id) => (
          <select id={id} className={ui.input} value={encoding} onChange={(event) => onChoose(event.target.value as TextEncoding)}>
            {TEXT_ENCODINGS.map((each) => (
              <option key={each} value={each}>
                {ENCODING_NAMES[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
