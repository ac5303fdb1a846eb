// How many conversations with customers a month one of us sets out to have.
import { useState } from 'react';

import { DEFAULT_GOAL } from '#shared/edits/conversation-edits';
import { useRecord } from '#renderer/stores/record-hooks';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { edit } from '#renderer/stores/vault-actions';
import { useAttempt } from '#renderer/ui/use-attempt';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { Choice } from './Choice.tsx';
import { KnownNames, KNOWN_NAMES } from './KnownNames.tsx';
import { closeRhythmDialog } from './rhythm-store.ts';
import { useDepartmentOptions } from './use-department-options.ts';
import styles from './rhythm.module.css';

export function GoalDialog({ goalId }: { goalId: string | null }) {
  const goal = useRecord('goals', goalId);
  const departments = useDepartmentOptions();
  const [person, setPerson] = useState(goal?.person ?? '');
  const [role, setRole] = useState(goal?.role ?? '');
  const [departmentId, setDepartmentId] = useState(goal?.departmentId ?? '');
  const [perMonth, setPerMonth] = useState(String(goal?.perMonth ?? DEFAULT_GOAL));
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
    <Dialog
      title={goal ? `Goal of ${goal.person}` : 'Set a goal'}
      width={480}
      onClose={closeRhythmDialog}
      footer={
        <>
          {goal ? (
            <Button look="quiet" onClick={remove}>
              Remove this goal
            </Button>
          ) : null}
          <Button onClick={closeRhythmDialog}>Cancel</Button>
          <Button look="primary" disabled={!complete || saving.busy} onClick={save}>
            Keep
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (complete) save();
        }}
      >
        <KnownNames />
        <TextInput
          label="Whose goal"
          autoFocus={!goal}
          readOnly={goal !== undefined}
          list={KNOWN_NAMES}
          maxLength={200}
          value={person}
          onChange={(event) => setPerson(event.target.value)}
        />
        <div className={styles.pair}>
          <TextInput label="Role" maxLength={200} value={role} onChange={(event) => setRole(event.target.value)} />
          <Choice label="Department" value={departmentId} options={departments} onChoose={setDepartmentId} />
        </div>
        <TextInput
          label="Conversations a month"
          type="number"
          min={1}
          max={100}
          help="Two a month is a good start. Surveys and sales calls do not count."
          value={perMonth}
          onChange={(event) => setPerMonth(event.target.value)}
        />
        <button type="submit" hidden />
      </form>
      {saving.error ? <p role="alert">{saving.error}</p> : null}
    </Dialog>
  );
}
