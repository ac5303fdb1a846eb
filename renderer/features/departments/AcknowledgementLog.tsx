// What was acknowledged in a department: who said what, when; and the lines with which the next is noted.
import { Trash2 } from 'lucide-react';
import { useState } from 'react';

import { acknowledgedByDepartment } from '#shared/domain/plan/acknowledgements';
import { dayInWords } from '#shared/domain/readout/sentences';
import type { Acknowledgement } from '#shared/model/records/acknowledgement';
import type { Department } from '#shared/model/records/department';
import { useDerived } from '#renderer/stores/record-hooks';
import { edit, tryEdit } from '#renderer/stores/vault-actions';
import { announce } from '#renderer/ui/announce';
import { useAttempt } from '#renderer/ui/use-attempt';

import { Button, IconButton } from '../../ui/Button.tsx';
import { CommitField, Field, TextInput } from '../../ui/Field.tsx';
import ui from '../../ui/ui.module.css';
import { today } from '../evidence/index.ts';
import styles from './department.module.css';

export function AcknowledgementLog({ department }: { department: Department }) {
  const said = useDerived(
    ['departments', 'acknowledgements'],
    (reader) => acknowledgedByDepartment(reader).find((each) => each.department.id === department.id)?.said ?? [],
    [department.id],
  );
  return (
    <section className={styles.part} data-acknowledgements="" aria-labelledby="acknowledged">
      <h2 className={styles.heading} id="acknowledged">
        What was acknowledged
      </h2>
      {said.length === 0 ? (
        <p className={styles.none}>
          Nothing yet. It costs a minute, and a department that was seen first opens its picture of the customer.
        </p>
      ) : (
        said.map((each) => <SaidLine key={each.id} said={each} />)
      )}
      <NoteForm department={department} />
    </section>
  );
}

function SaidLine({ said }: { said: Acknowledgement }) {
  const acknowledgementId = said.id;
  return (
    <article className={styles.said}>
      <CommitField
        label={`What ${said.saidBy} said`}
        hideLabel
        multiline
        required
        rows={1}
        className={styles.prose ?? ''}
        value={said.words}
        onCommit={(words) => tryEdit('updateAcknowledgement', { acknowledgementId, words }, `acknowledgement:${acknowledgementId}`)}
      />
      <p className={styles.saidBy}>
        <bdi>{said.saidBy}</bdi>, {dayInWords(said.saidOn)}
        <IconButton
          label={`Remove what ${said.saidBy} said on ${dayInWords(said.saidOn)}`}
          onClick={() => tryEdit('removeAcknowledgement', { acknowledgementId })}
        >
          <Trash2 size={14} aria-hidden="true" />
        </IconButton>
      </p>
    </article>
  );
}

/** Begins with the wording that was prepared, to be changed into what was really said. */
function NoteForm({ department }: { department: Department }) {
  const [words, setWords] = useState('');
  const [saidBy, setSaidBy] = useState('');
  const [saidOn, setSaidOn] = useState(today);
  const saving = useAttempt('It could not be noted. Nothing was changed.');
  const note = (): void =>
    saving.run(async () => {
      await edit('logAcknowledgement', { departmentId: department.id, saidOn, saidBy: saidBy.trim(), words: words.trim() });
      setWords('');
      announce(`Noted what ${saidBy.trim()} said to ${department.name}.`);
    });
  return (
    <div className={styles.noteForm} data-screen-only="">
      <Field label="What was said, in the words that were used">
        {(id) => (
          <textarea
            id={id}
            className={ui.input}
            rows={2}
            value={words}
            placeholder={
              department.acknowledge.trim() || 'We see what you are protecting, and we have given you too little to protect it with.'
            }
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      <div className={styles.noteRow}>
        <TextInput label="Said by" maxLength={300} value={saidBy} onChange={(event) => setSaidBy(event.target.value)} />
        <TextInput label="On" type="date" max="9999-12-31" value={saidOn} onChange={(event) => setSaidOn(event.target.value)} />
        <Button disabled={words.trim() === '' || saidBy.trim() === '' || saidOn === '' || saving.busy} onClick={note}>
          Note it
        </Button>
      </div>
      {saving.error ? <p role="alert">{saving.error}</p> : null}
    </div>
  );
}
