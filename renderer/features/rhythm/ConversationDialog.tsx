// Logs a conversation with a customer, or edits an entry of the log.
import { useState } from 'react';

import { isGenuine } from '#shared/domain/rhythm/conversation-log';
import { CONVERSATION_WORDS } from '#shared/domain/rhythm/rhythm-words';
import { CONVERSATION_KINDS } from '#shared/model/records/conversation';
import { useRecord } from '#renderer/stores/record-hooks';
import { useShownText } from '#renderer/stores/shown-names';
import { edit } from '#renderer/stores/vault-actions';
import { announce } from '#renderer/ui/announce';
import { useAttempt } from '#renderer/ui/use-attempt';

import { Choice } from '../../ui/Choice.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import ui from '../../ui/ui.module.css';
import { today } from '../evidence/index.ts';
import { AttendantFields } from './AttendantFields.tsx';
import { type ConversationForm, formOf, inputOf, problemOf } from './conversation-form.ts';
import { KeepDialog } from './KeepDialog.tsx';
import { closeRhythmDialog } from './rhythm-store.ts';
import styles from './rhythm.module.css';

const KIND_OPTIONS = CONVERSATION_KINDS.map((kind) => [kind, CONVERSATION_WORDS[kind]] as const);

interface ConversationDialogProps {
  conversationId: string | null;
  sourceId: string | null;
}

export function ConversationDialog({ conversationId, sourceId }: ConversationDialogProps) {
  const day = today();
  const [form, setForm] = useState(() => formOf(conversationId, sourceId, day));
  const source = useRecord('sources', form.sourceId);
  const shown = useShownText();
  const saving = useAttempt('The conversation could not be kept. Nothing was changed.');
  const problem = problemOf(form, day);
  const save = (): void =>
    saving.run(async () => {
      if (conversationId === null) await edit('logConversation', inputOf(form));
      else await edit('updateConversation', { conversationId, ...inputOf(form) });
      closeRhythmDialog();
      announce(conversationId === null ? 'The conversation is in the log.' : 'The conversation was changed.');
    });
  return (
    <KeepDialog
      title={conversationId === null ? 'Log a conversation' : 'Edit the conversation'}
      width={720}
      complete={problem === null}
      saving={saving}
      aside={
        <span className={styles.problem} role="status">
          {problem ?? ''}
        </span>
      }
      onKeep={save}
    >
      <div className={styles.form}>
        {source ? <p className={styles.quiet}>From the interview “{shown(source.title)}”. It is counted once.</p> : null}
        <ConversationFields form={form} onChange={setForm} />
        <AttendantFields people={form.people} today={day} onChange={(people) => setForm({ ...form, people })} />
        <LearnedFields form={form} onChange={setForm} />
      </div>
    </KeepDialog>
  );
}

interface PartProps {
  form: ConversationForm;
  onChange(form: ConversationForm): void;
}

function ConversationFields({ form, onChange }: PartProps) {
  return (
    <>
      <div className={styles.three}>
        <TextInput
          label="Day"
          type="date"
          autoFocus
          max="9999-12-31"
          value={form.heldOn}
          onChange={(event) => onChange({ ...form, heldOn: event.target.value })}
        />
        <Choice label="Kind" value={form.kind} options={KIND_OPTIONS} onChoose={(kind) => onChange({ ...form, kind: kind })} />
        <TextInput
          label="Minutes with the customer"
          type="number"
          min={1}
          max={1440}
          value={form.minutes}
          onChange={(event) => onChange({ ...form, minutes: event.target.value })}
        />
      </div>
      {isGenuine(form.kind) ? null : (
        <p className={styles.quiet}>Surveys and sales calls stay in the log; they do not count as listening.</p>
      )}
      <TextInput
        label="Customer"
        placeholder="Who it was, as you would name them"
        maxLength={200}
        value={form.customer}
        onChange={(event) => onChange({ ...form, customer: event.target.value })}
      />
    </>
  );
}

function LearnedFields({ form, onChange }: PartProps) {
  const fields = [
    ['learned', 'What was learned'],
    ['influence', 'What was decided differently because of it'],
  ] as const;
  return fields.map(([name, label]) => (
    <Field key={name} label={label}>
      {(id) => (
        <textarea
          id={id}
          rows={2}
          className={ui.input}
          value={form[name]}
          onChange={(event) => onChange({ ...form, [name]: event.target.value })}
        />
      )}
    </Field>
  ));
}
