// A new study: its name, and the folder it lies in.
import { useState } from 'react';

import { useVaultStore } from '#renderer/stores/vault-store';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { NewPassphrase, NO_PASSPHRASE, passphraseProblem, type TypedPassphrase } from '../encryption/index.ts';
import { FolderChooser } from './FolderChooser.tsx';
import { joinPath, studyFolderName } from './folder-path.ts';
import styles from './welcome.module.css';

interface StudyPlaceDialogProps {
  title: string;
  initialName: string;
  /** On the button: a verb with what it does. */
  action: string;
  /** A sentence over the fields. */
  explanation: string;
  /** Makes it. @throws AppError, whose sentence is shown in the dialog. */
  make(folder: string, name: string, passphrase: string | null): Promise<void>;
  onClose(): void;
  /** The name can be changed: false while keeping the sample, which has one. */
  named?: boolean;
  /** It can be encrypted from the beginning. */
  mayEncrypt?: boolean;
}

/** Name and place of a study that does not exist yet: for new ones and for keeping the sample. */
export function StudyPlaceDialog({
  title,
  initialName,
  action,
  explanation,
  make,
  onClose,
  named = true,
  mayEncrypt = false,
}: StudyPlaceDialogProps) {
  const [name, setName] = useState(initialName);
  const [place, setPlace] = useState(useVaultStore.getState().defaultFolder);
  const { busy, error, run: attempt } = useAttempt('It could not be made. Nothing was changed.');
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState<TypedPassphrase | null>(null);
  const inside = chosen ?? place;
  const folder = joinPath(inside, studyFolderName(name));
  const ready = name.trim() !== '' && place.trim() !== '' && isSettled(typed) && !busy;
  const run = (): void => {
    if (ready) attempt(() => make(folder, name.trim(), typed?.passphrase ?? null));
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={!ready} onClick={run}>
            {action}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{explanation}</p>
        <TextInput
          label={named ? 'Name' : 'Name of the folder'}
          value={name}
          maxLength={300}
          autoFocus
          placeholder="Renewal study"
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && run()}
        />
        <FolderChooser
          label="Where"
          folder={place}
          onFolder={setPlace}
          onSelect={(entry) => setChosen(entry && !entry.isVault ? entry.folder : null)}
          onEnter={run}
          absent="This folder is not there yet. It will be made together with the study."
        />
        <WillBe place={name.trim() === '' ? joinPath(inside, '…') : folder} />
        {mayEncrypt ? <Encryption typed={typed} onTyped={setTyped} onEnter={run} /> : null}
        {error ? <Refusal sentence={error} /> : null}
      </div>
    </Dialog>
  );
}

/** Not wanted, or a passphrase that can be taken. */
const isSettled = (typed: TypedPassphrase | null): boolean => typed === null || passphraseProblem(typed.passphrase, typed.again) === null;

interface EncryptionProps {
  typed: TypedPassphrase | null;
  onTyped(typed: TypedPassphrase | null): void;
  onEnter(): void;
}

function Encryption({ typed, onTyped, onEnter }: EncryptionProps) {
  return (
    <>
      <label className={styles.check}>
        <input type="checkbox" checked={typed !== null} onChange={(event) => onTyped(event.target.checked ? NO_PASSPHRASE : null)} />
        Encrypt it: it opens with a passphrase only
      </label>
      {typed === null ? null : <NewPassphrase typed={typed} onTyped={onTyped} onEnter={onEnter} autoFocus />}
    </>
  );
}

function WillBe({ place }: { place: string }) {
  return (
    <p className={styles.where}>
      Will be made as <span className="record">{place}</span>
    </p>
  );
}

function Refusal({ sentence }: { sentence: string }) {
  return (
    <p className={styles.error} role="alert">
      {sentence}
    </p>
  );
}
