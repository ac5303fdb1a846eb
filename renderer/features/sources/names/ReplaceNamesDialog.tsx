// Names in all interviews, each with what may stand in its place: ticked, changed, and replaced as one step.
import { useState } from 'react';

import { countNoun } from '#shared/lib/text';
import { useProgressStore } from '#renderer/stores/progress-store';

import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextInput } from '../../../ui/Field.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { KeyListNames } from './KeyListNames.tsx';
import { changeRow, closeNames, replaceChosen, stopNames, useNamesStore } from './names-store.ts';
import { NameTable } from './NameTable.tsx';
import styles from './names.module.css';

/** As for encrypted studies (characters). */
const SHORTEST_PASSPHRASE = 10;

export function ReplaceNamesDialog() {
  const { rows, job, error } = useNamesStore();
  const [passphrase, setPassphrase] = useState('');
  const [purge, setPurge] = useState(false);
  const chosen = rows.filter((row) => row.chosen);
  const blank = chosen.some(({ replacement }) => replacement.trim() === '');
  const short = passphrase !== '' && passphrase.length < SHORTEST_PASSPHRASE;
  const ready = chosen.length > 0 && !blank && !short && job === null;
  return (
    <Dialog
      title="Replace names by pseudonyms"
      width={860}
      onClose={closeNames}
      footer={
        <>
          {job ? <Progress jobId={job.id} label={job.what === 'looking' ? 'Looking for names' : 'Replacing names'} /> : null}
          <Button onClick={job?.what === 'replacing' ? stopNames : closeNames}>{job?.what === 'replacing' ? 'Stop' : 'Cancel'}</Button>
          <Button look="primary" disabled={!ready} onClick={() => void replaceChosen(passphrase, purge)}>
            {chosen.length === 0 ? 'Replace' : `Replace ${countNoun(chosen.length, 'name', 'names')}${purge ? ' for good' : ''}`}
          </Button>
        </>
      }
    >
      <p className={styles.quiet}>
        In every transcript, quote, note and title, as one step. A capital tells of places and products too: tick what names somebody.
        Quotes keep their place. History and backups go on holding the names, unless you take them out below.
      </p>
      {error ? <p role="alert">{error}</p> : null}
      {job?.what === 'looking' ? <p role="status">Looking through the interviews…</p> : null}
      {job === null && rows.length === 0 && error === null ? <p role="status">No names were found in the interviews.</p> : null}
      {rows.length > 0 ? <NameTable rows={rows} onChange={changeRow} /> : null}
      {job?.what === 'looking' ? null : <KeyListNames />}
      {rows.length > 0 ? (
        <>
          <TextInput
            label="Passphrase of the key list"
            type="password"
            autoComplete="new-password"
            value={passphrase}
            help={
              short
                ? `At least ${SHORTEST_PASSPHRASE} characters.`
                : 'With one, a file that tells who is who is saved first, sealed. Keep it apart from the study. Left empty, no list is kept.'
            }
            onChange={(event) => setPassphrase(event.target.value)}
          />
          <PurgeChoice purge={purge} keyList={passphrase !== ''} onChange={setPurge} />
        </>
      ) : null}
    </Dialog>
  );
}

function PurgeChoice({ purge, keyList, onChange }: { purge: boolean; keyList: boolean; onChange(purge: boolean): void }) {
  return (
    <div className={styles.purge}>
      <label className={styles.check}>
        <input type="checkbox" checked={purge} onChange={(event) => onChange(event.target.checked)} aria-describedby="names-purge-help" />
        Also take the names out of history and backups, for good
      </label>
      <p id="names-purge-help" className={styles.quiet}>
        {purge
          ? `This cannot be undone. The ticked wording goes from every step, earlier text and backup, and from the list of participants. ${
              keyList ? 'Only the key list tells who is who from then on.' : 'Without a key list nobody can tell who is who from then on.'
            } Other spellings stay, and so do copies and exports made before.`
          : 'Otherwise undo brings them back, and so does an older backup.'}
      </p>
    </div>
  );
}

function Progress({ jobId, label }: { jobId: string; label: string }) {
  const progress = useProgressStore((state) => state.jobs[jobId]);
  return progress ? <ProgressBar label={label} done={progress.done} total={progress.total} /> : null;
}
