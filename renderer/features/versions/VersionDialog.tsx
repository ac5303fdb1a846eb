// Saving the codebook as it stands, or saying something else of a version: its name, its day, a note.
import { useState } from 'react';

import { countNoun } from '#shared/lib/text';
import type { CodebookVersion } from '#shared/model/records/codebook-version';
import { useRecord } from '#renderer/stores/record-hooks';
import { projection } from '#renderer/stores/vault-store';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import ui from '../../ui/ui.module.css';
import { today } from '../evidence/index.ts';
import { closeVersionDialog, commitVersion, useVersions } from './versions-store.ts';
import styles from './versions.module.css';

const FORM = 'version-form';

export function VersionDialog() {
  const dialog = useVersions((state) => state.dialog);
  const version = useRecord('codebookVersions', typeof dialog === 'object' ? dialog.versionId : null);
  if (dialog === 'closed' || (dialog !== 'new' && !version)) return null;
  return <Fields version={version} />;
}

function Fields({ version }: { version: CodebookVersion | undefined }) {
  const [name, setName] = useState(version?.name ?? '');
  const [day, setDay] = useState(version?.day ?? today());
  const [note, setNote] = useState(version?.note ?? '');
  const [storing, setStoring] = useState(false);
  const ready = name.trim() !== '' && day !== '' && !storing;
  const store = async (): Promise<void> => {
    if (!ready) return;
    setStoring(true);
    await commitVersion({ name: name.trim(), day, note }).catch(() => setStoring(false));
  };
  return (
    <Dialog
      title={version ? `Change “${version.name}”` : 'Save codebook version'}
      width={480}
      onClose={closeVersionDialog}
      footer={
        <>
          <Button onClick={closeVersionDialog}>Cancel</Button>
          <Button look="primary" type="submit" form={FORM} disabled={!ready}>
            {version ? 'Change' : 'Save version'}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void store();
        }}
      >
        <p className={styles.quiet}>
          {version
            ? 'The tags in a version stay as they were.'
            : `Keeps the names, definitions and places of ${countNoun(projection.state.all('tags').size, 'tag', 'tags')} as they are now, with how many snippets and people each has.`}
        </p>
        <TextInput
          label="Name"
          value={name}
          autoFocus
          maxLength={300}
          placeholder="Before the second coder"
          onChange={(event) => setName(event.target.value)}
        />
        <TextInput label="Day" type="date" max="9999-12-31" value={day} onChange={(event) => setDay(event.target.value)} />
        <Note value={note} onChange={setNote} />
      </form>
    </Dialog>
  );
}

function Note({ value, onChange }: { value: string; onChange(note: string): void }) {
  return (
    <Field label="Note">
      {(id) => (
        <textarea
          id={id}
          className={ui.input}
          rows={3}
          maxLength={100_000}
          value={value}
          placeholder="Why it is kept, what was decided"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
