// Names of an earlier replacement, from the key list that was kept then: so that they can go from history and backups too.
import { useRef, useState } from 'react';

import { Button } from '../../../ui/Button.tsx';
import { TextInput } from '../../../ui/Field.tsx';
import { addKeyListNames } from './names-store.ts';
import styles from './names.module.css';

export function KeyListNames() {
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = async (): Promise<void> => {
    if (!file) return;
    const wrong = await addKeyListNames(file, passphrase);
    setProblem(wrong);
    setPassphrase('');
    if (wrong === null) setFile(null);
  };
  return (
    <div className={styles.keyList}>
      <Button onClick={() => input.current?.click()}>Add the names of a key list…</Button>
      <input
        ref={input}
        type="file"
        accept=".json"
        className="visually-hidden"
        tabIndex={-1}
        aria-label="Key list"
        onChange={(event) => {
          setFile(event.target.files?.[0] ?? null);
          setProblem(null);
          event.target.value = '';
        }}
      />
      {file ? (
        <>
          <TextInput
            label={`Passphrase of ${file.name}`}
            type="password"
            autoComplete="off"
            autoFocus
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && void add()}
          />
          <Button disabled={passphrase === ''} onClick={() => void add()}>
            Add
          </Button>
        </>
      ) : null}
      {problem ? <p role="alert">{problem}</p> : null}
    </div>
  );
}
