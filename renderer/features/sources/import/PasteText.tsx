// Pasted text as a source: it goes the same way as a file.
import { useState } from 'react';

import { Button } from '../../../ui/Button.tsx';
import { Field, TextInput } from '../../../ui/Field.tsx';
import ui from '../../../ui/ui.module.css';
import styles from './import.module.css';
import { addFiles, useImportStore } from './import-store.ts';

export function PasteText() {
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const back = (): void => useImportStore.setState({ phase: 'choosing' });
  const read = (): void => {
    const name = title.trim() === '' ? 'Pasted text' : title.trim();
    addFiles([new File([text], `${name}.txt`, { type: 'text/plain' })]);
    back();
  };
  return (
    <div className={styles.paste}>
      <TextInput label="Title" value={title} placeholder="Pasted text" maxLength={200} onChange={(event) => setTitle(event.target.value)} />
      <Field label="Text" help="Speaker names at the start of lines are recognised, such as “Karim: …” or “[00:12:41] Karim”.">
        {(id) => (
          <textarea
            id={id}
            className={`${ui.input} ${styles.pasteText}`}
            value={text}
            autoFocus
            spellCheck={false}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className={styles.buttonsEnd}>
        <Button onClick={back}>Back</Button>
        <Button look="primary" disabled={text.trim() === ''} onClick={read}>
          Read this text
        </Button>
      </div>
    </div>
  );
}
