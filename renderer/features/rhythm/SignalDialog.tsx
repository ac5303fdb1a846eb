// Name, kind and unit of a signal.
import { useState } from 'react';

import { SIGNAL_KIND_WORDS } from '#shared/domain/rhythm/signal-words';
import { SIGNAL_KINDS, type SignalKind } from '#shared/model/records/signal';
import { useRecord } from '#renderer/stores/record-hooks';
import { edit } from '#renderer/stores/vault-actions';
import { useAttempt } from '#renderer/ui/use-attempt';

import { Choice } from '../../ui/Choice.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { KeepDialog } from './KeepDialog.tsx';
import { closeRhythmDialog } from './rhythm-store.ts';
import styles from './rhythm.module.css';

/** Kinds as options of a choice. */
export const SIGNAL_KIND_OPTIONS = SIGNAL_KINDS.map((kind) => [kind, SIGNAL_KIND_WORDS[kind]] as const);

export function SignalDialog({ signalId }: { signalId: string | null }) {
  const signal = useRecord('signals', signalId);
  const [name, setName] = useState(signal?.name ?? '');
  const [kind, setKind] = useState<SignalKind>(signal?.kind ?? 'nps');
  const [unit, setUnit] = useState(signal?.unit ?? '');
  const saving = useAttempt('The signal could not be kept. Nothing was changed.');
  const complete = name.trim() !== '';
  const save = (): void =>
    saving.run(async () => {
      const fields = { name: name.trim(), kind, unit: unit.trim() };
      if (signalId === null) await edit('addSignal', fields);
      else await edit('updateSignal', { signalId, ...fields });
      closeRhythmDialog();
    });
  return (
    <KeepDialog title={signal ? 'Edit the signal' : 'Add a signal'} width={520} complete={complete} saving={saving} onKeep={save}>
      <div className={styles.form}>
        <TextInput label="Name" autoFocus maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
        <Choice label="Kind" value={kind} options={SIGNAL_KIND_OPTIONS} onChoose={(chosen) => setKind(chosen)} />
        <TextInput
          label="Unit"
          placeholder="Left empty, or as it stands behind the figure: %, per week"
          maxLength={60}
          value={unit}
          onChange={(event) => setUnit(event.target.value)}
        />
      </div>
    </KeepDialog>
  );
}
