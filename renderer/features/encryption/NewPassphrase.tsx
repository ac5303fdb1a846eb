// A new passphrase, typed twice, with what it means to lose it.
import { useState } from 'react';

import { TextInput } from '../../ui/Field.tsx';
import styles from './encryption.module.css';
import { passphraseProblem } from './passphrase-problem.ts';

export interface TypedPassphrase {
  passphrase: string;
  again: string;
}

export const NO_PASSPHRASE: TypedPassphrase = { passphrase: '', again: '' };

interface NewPassphraseProps {
  typed: TypedPassphrase;
  onTyped(typed: TypedPassphrase): void;
  onEnter(): void;
  autoFocus?: boolean;
}

export function NewPassphrase({ typed, onTyped, onEnter, autoFocus = false }: NewPassphraseProps) {
  const [shown, setShown] = useState(false);
  const { passphrase, again } = typed;
  const problem =
    passphrase === '' && again === '' ? 'A short sentence that only you know is a good one.' : passphraseProblem(passphrase, again);
  const field = { type: shown ? 'text' : 'password', autoComplete: 'new-password', spellCheck: false, maxLength: 1000 } as const;
  const enter = (event: React.KeyboardEvent): void => {
    if (event.key === 'Enter' && passphraseProblem(passphrase, again) === null) onEnter();
  };
  return (
    <div className={styles.form}>
      <TextInput
        label="New passphrase"
        value={passphrase}
        autoFocus={autoFocus}
        {...field}
        onChange={(event) => onTyped({ passphrase: event.target.value, again })}
        onKeyDown={enter}
      />
      <TextInput
        label="The same again"
        value={again}
        {...field}
        onChange={(event) => onTyped({ passphrase, again: event.target.value })}
        onKeyDown={enter}
      />
      <p className={styles.hint} role="status">
        {problem ?? 'Good.'}
      </p>
      <label className={styles.check}>
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        Show what is typed
      </label>
    </div>
  );
}
