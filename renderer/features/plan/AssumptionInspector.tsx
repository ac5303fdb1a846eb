// The inspector of an assumption: everything about it that can be changed, and what the evidence says of it.
import { joinedLines } from '#shared/lib/text';
import { ASSUMPTION_ORIGINS } from '#shared/model/records/assumption';
import type { Assumption } from '#shared/model/records/assumption';
import { IMPORTANCE_WORDS } from '#shared/domain/readout/stakeholder-words';
import type { EditInput } from '#shared/edits/index';
import { useRecord } from '#renderer/stores/record-hooks';
import { openTab } from '#renderer/stores/tabs';
import { tryEdit } from '#renderer/stores/vault-actions';

import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { CommitField, Field } from '../../ui/Field.tsx';
import { ImportanceChoice } from '../../ui/ImportanceDots.tsx';
import ui from '../../ui/ui.module.css';
import type { InspectorView } from '../room.ts';
import { AssumptionEvidence } from './AssumptionEvidence.tsx';
import { ORIGIN_WORDS } from './origin-words.ts';
import { removeTarget, showInMatrix } from './plan-actions.ts';
import { goesWithAssumption } from './removal.ts';
import styles from './assumption-inspector.module.css';

export const AssumptionInspector: InspectorView<'assumption'> = ({ selection }) => {
  const assumption = useRecord('assumptions', selection.id);
  const department = useRecord('departments', assumption?.departmentId);
  if (!assumption || !department) return <p className={styles.hint}>This assumption is no longer there.</p>;
  return (
    <div className={styles.inspector} key={assumption.id}>
      <h2 className={styles.eyebrow}>
        Assumption · <bdi>{department.name}</bdi>
      </h2>
      <AssumptionFields assumption={assumption} />
      <AssumptionEvidence assumptionId={assumption.id} />
      <div className={styles.inspectorActions}>
        <Button onClick={() => showInMatrix(assumption.id)}>Show in the matrix</Button>
        <Button onClick={() => openTab({ kind: 'department', id: department.id })}>
          Page of <bdi>{department.name}</bdi>
        </Button>
        <Button
          title={`${goesWithAssumption(assumption.id)} Undo brings it back.`.trim()}
          onClick={() => void removeTarget({ kind: 'assumption', id: assumption.id })}
        >
          Remove
        </Button>
      </div>
    </div>
  );
};

function AssumptionFields({ assumption }: { assumption: Assumption }) {
  const assumptionId = assumption.id;
  const change = (fields: Omit<EditInput<'updateAssumption'>, 'assumptionId'>): void =>
    tryEdit('updateAssumption', { assumptionId, ...fields }, `assumption:${assumptionId}:${Object.keys(fields).join()}`);
  return (
    <div className={styles.inspectorFields} data-assumption-details="">
      <CommitField
        label="Statement"
        multiline
        required
        rows={3}
        value={assumption.statement}
        onCommit={(text) => change({ statement: joinedLines(text) })}
      />
      <ImportanceChoice
        label="What rests on it"
        value={assumption.importance}
        words={IMPORTANCE_WORDS}
        onPick={(importance) => change({ importance })}
      />
      <SureField value={assumption.sure ?? null} onCommit={(sure) => change({ sure })} />
      <Field label="Where it comes from">
        {(id) => (
          <select
            id={id}
            className={ui.input}
            value={assumption.origin}
            onChange={(event) => change({ origin: event.target.value as Assumption['origin'] })}
          >
            {ASSUMPTION_ORIGINS.map((origin) => (
              <option key={origin} value={origin}>
                {ORIGIN_WORDS[origin]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <DateField
        label="Dated"
        help="When this version of the customer was last true."
        value={assumption.dated}
        onCommit={(dated) => change({ dated })}
      />
      <CommitField label="Who brought it to the table" value={assumption.owner} onCommit={(owner) => change({ owner: owner.trim() })} />
    </div>
  );
}

/** A number that is kept once it is one from 0 to 100; empty takes it back. */
function SureField({ value, onCommit }: { value: number | null; onCommit(sure: number | null): void }) {
  const commit = (text: string): void => {
    const sure = text.trim() === '' ? null : Number(text);
    if (sure === null || (Number.isInteger(sure) && sure >= 0 && sure <= 100)) onCommit(sure);
  };
  return (
    <CommitField
      label="How sure the department is (0 to 100)"
      help="Asked before the interviews. Sure and wrong is where most is learned."
      value={value === null ? '' : String(value)}
      onCommit={commit}
    />
  );
}
