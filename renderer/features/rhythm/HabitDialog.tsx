// A habit of listening: what, how often, whose, from when, and how much time is kept free for it.
import { useState } from 'react';

import { CADENCE_WORDS } from '#shared/domain/rhythm/rhythm-words';
import { type Cadence, CADENCES } from '#shared/model/records/rhythm-item';
import { useRecord } from '#renderer/stores/record-hooks';
import { edit } from '#renderer/stores/vault-actions';
import { useAttempt } from '#renderer/ui/use-attempt';

import { Choice } from '../../ui/Choice.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { today } from '../evidence/index.ts';
import { KeepDialog } from './KeepDialog.tsx';
import { KNOWN_NAMES, KnownNames } from './KnownNames.tsx';
import { closeRhythmDialog } from './rhythm-store.ts';
import styles from './rhythm.module.css';

const CADENCE_OPTIONS = CADENCES.map((cadence) => [cadence, CADENCE_WORDS[cadence].name] as const);

interface HabitForm {
  title: string;
  cadence: Cadence;
  owner: string;
  firstDueOn: string;
  /** As typed; '' for none. */
  minutes: string;
}

export function HabitDialog({ rhythmItemId }: { rhythmItemId: string | null }) {
  const item = useRecord('rhythmItems', rhythmItemId);
  const [form, setForm] = useState<HabitForm>(() => ({
    title: item?.title ?? '',
    cadence: item?.cadence ?? 'monthly',
    owner: item?.owner ?? '',
    firstDueOn: item?.firstDueOn ?? today(),
    minutes: item?.minutes == null ? '' : String(item.minutes),
  }));
  const saving = useAttempt('The habit could not be kept. Nothing was changed.');
  const minutes = form.minutes === '' ? null : Number(form.minutes);
  const timeFits = minutes === null || (Number.isInteger(minutes) && minutes >= 5 && minutes <= 1440);
  const complete = form.title.trim() !== '' && form.firstDueOn !== '' && timeFits;
  const save = (): void =>
    saving.run(async () => {
      const fields = { ...form, title: form.title.trim(), owner: form.owner.trim(), minutes };
      if (rhythmItemId === null) await edit('addRhythmItem', fields);
      else await edit('updateRhythmItem', { rhythmItemId, ...fields });
      closeRhythmDialog();
    });
  return (
    <KeepDialog title={item ? 'Edit the habit' : 'Add a habit'} width={520} complete={complete} saving={saving} onKeep={save}>
      <HabitFields form={form} onChange={setForm} />
    </KeepDialog>
  );
}

function HabitFields({ form, onChange }: { form: HabitForm; onChange(form: HabitForm): void }) {
  return (
    <div className={styles.form}>
      <KnownNames />
      <TextInput
        label="What"
        autoFocus
        placeholder="Read complaints together"
        maxLength={200}
        value={form.title}
        onChange={(event) => onChange({ ...form, title: event.target.value })}
      />
      <div className={styles.pair}>
        <Choice
          label="How often"
          value={form.cadence}
          options={CADENCE_OPTIONS}
          onChoose={(cadence) => onChange({ ...form, cadence: cadence })}
        />
        <TextInput
          label="First due on"
          type="date"
          max="9999-12-31"
          value={form.firstDueOn}
          onChange={(event) => onChange({ ...form, firstDueOn: event.target.value })}
        />
      </div>
      <div className={styles.pair}>
        <TextInput
          label="Owner"
          list={KNOWN_NAMES}
          maxLength={200}
          value={form.owner}
          onChange={(event) => onChange({ ...form, owner: event.target.value })}
        />
        <TextInput
          label="Minutes kept free"
          type="number"
          min={5}
          max={1440}
          help="From 5 to 1440. They become a block in the calendar file."
          value={form.minutes}
          onChange={(event) => onChange({ ...form, minutes: event.target.value })}
        />
      </div>
    </div>
  );
}
