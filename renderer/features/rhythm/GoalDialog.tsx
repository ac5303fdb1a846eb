// How many conversations with customers a month one of us sets out to have.
import { useState } from 'react';

import { DEFAULT_GOAL } from '#shared/edits/conversation-edits';
import { useRecord } from '#renderer/stores/record-hooks';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { edit } from '#renderer/stores/vault-actions';
import { useAttempt } from '#renderer/ui/use-attempt';

import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { KeepDialog } from './KeepDialog.tsx';
import { KnownNames, KNOWN_NAMES } from './KnownNames.tsx';
import { closeRhythmDialog } from './rhythm-store.ts';
import { useDepartmentOptions } from './use-department-options.ts';
import styles from './rhythm.module.css';

interface GoalForm {
  person: string;
  role: string;
  /** '' for none. */
  departmentId: string;
  /** As typed. */
  perMonth: string;
}

export function GoalDialog({ goalId }: { goalId: string | null }) {
  const goal = useRecord('goals', goalId);
  const [form, setForm] = useState<GoalForm>(() => ({
    person: goal?.person ?? '',
    role: goal?.role ?? '',
    departmentId: goal?.departmentId ?? '',
    perMonth: String(goal?.perMonth ?? DEFAULT_GOAL),
  }));
  const { person, role, departmentId, perMonth } = form;
  const saving = useAttempt('The goal could not be kept. Nothing was changed.');
  const count = Number(perMonth);
  const complete = person.trim() !== '' && Number.isInteger(count) && count >= 1 && count <= 100;
  const save = (): void =>
    saving.run(async () => {
      await edit('setGoal', { person: person.trim(), role: role.trim(), departmentId: departmentId || null, perMonth: count });
      closeRhythmDialog();
    });
  const remove = (): void =>
    saving.run(async () => {
      await edit('removeGoal', { goalId: goalId ?? '' });
      closeRhythmDialog();
      notifyUndoable(`The goal of ${person} was removed.`);
    });
  return (
    <KeepDialog
      title={goal ? `Goal of ${goal.person}` : 'Set a goal'}
      width={480}
      complete={complete}
      saving={saving}
      aside={
        goal ? (
          <Button look="quiet" onClick={remove}>
            Remove this goal
          </Button>
        ) : null
      }
      onKeep={save}
    >
      <GoalFields form={form} isThere={goal !== undefined} onChange={setForm} />
    </KeepDialog>
  );
}

interface GoalFieldsProps {
  form: GoalForm;
  /** The goal is there already: whose it is stays. */
  isThere: boolean;
  onChange(form: GoalForm): void;
}

function GoalFields({ form, isThere, onChange }: GoalFieldsProps) {
  const departments = useDepartmentOptions();
  return (
    <div className={styles.form}>
      <KnownNames />
      <TextInput
        label="Whose goal"
        autoFocus={!isThere}
        readOnly={isThere}
        list={KNOWN_NAMES}
        maxLength={200}
        value={form.person}
        onChange={(event) => onChange({ ...form, person: event.target.value })}
      />
      <div className={styles.pair}>
        <TextInput label="Role" maxLength={200} value={form.role} onChange={(event) => onChange({ ...form, role: event.target.value })} />
        <Choice
          label="Department"
          value={form.departmentId}
          options={departments}
          onChoose={(departmentId) => onChange({ ...form, departmentId })}
        />
      </div>
      <TextInput
        label="Conversations a month"
        type="number"
        min={1}
        max={100}
        help="Two a month is a good start. Surveys and sales calls do not count."
        value={form.perMonth}
        onChange={(event) => onChange({ ...form, perMonth: event.target.value })}
      />
    </div>
  );
}
