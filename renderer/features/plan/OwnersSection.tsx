// The owners of the result: who will have to use it, what each gave to it, and when so many are a committee.
import { Trash2 } from 'lucide-react';

import { committeeWarning, type OwnerReading, readOwners } from '#shared/domain/plan/owners';
import { countNoun } from '#shared/lib/text';
import { useDerived } from '#renderer/stores/record-hooks';
import { edit, tryEdit } from '#renderer/stores/vault-actions';

import { AddLine } from '../../ui/AddLine.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { CommitField } from '../../ui/Field.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import ui from '../../ui/ui.module.css';
import { NameField } from './NameField.tsx';
import own from './owners.module.css';
import styles from './plan.module.css';

export function OwnersSection() {
  const circle = useDerived(['owners', 'assumptions', 'commitments', 'forecasts', 'study'], readOwners);
  const warning = committeeWarning(circle);
  return (
    <section className={styles.section} aria-label="Owners of the result" data-plan-section="owners">
      <SectionTitle count={circle.owners.length}>Owners: who will have to use the result</SectionTitle>
      {circle.owners.length === 0 ? (
        <p className={styles.hint}>
          The people whose work changes if customers say something else. Ask each of them now for questions and assumptions: what somebody
          helped to ask, they will help to use.
        </p>
      ) : null}
      {warning === null ? null : (
        <div className={own.notice} role="status">
          <p>{warning}</p>
          <label className={own.most}>
            A committee begins above
            <input
              className={ui.input}
              type="number"
              min={1}
              max={100}
              defaultValue={circle.most}
              onChange={({ target }) => {
                const most = target.valueAsNumber;
                if (Number.isInteger(most) && most >= 1 && most <= 100) tryEdit('updateStudy', { mostOwners: most }, 'most-owners');
              }}
            />
          </label>
        </div>
      )}
      <ul className={styles.segments}>
        {circle.owners.map((reading) => (
          <OwnerLine key={reading.owner.id} reading={reading} />
        ))}
        <li>
          <AddLine label="Add an owner" placeholder="Add an owner by name…" onAdd={(name) => edit('addOwner', { name })} />
        </li>
      </ul>
    </section>
  );
}

function OwnerLine({ reading }: { reading: OwnerReading }) {
  const { owner } = reading;
  const ownerId = owner.id;
  return (
    <li className={own.owner} data-silent={reading.silent}>
      <NameField
        label={`Name of owner ${owner.name}`}
        hideLabel
        value={owner.name}
        onCommit={(name) => edit('updateOwner', { ownerId, name })}
      />
      <CommitField
        label={`Role of ${owner.name}`}
        hideLabel
        placeholder="Role"
        value={owner.role}
        onCommit={(role) => tryEdit('updateOwner', { ownerId, role: role.trim() }, `owner-role:${ownerId}`)}
      />
      <CommitField
        label={`What ${owner.name} gave`}
        hideLabel
        multiline
        rows={1}
        className={styles.oneLine ?? ''}
        placeholder="What they gave: questions, names, time"
        value={owner.gave}
        onCommit={(gave) => tryEdit('updateOwner', { ownerId, gave }, `owner-gave:${ownerId}`)}
      />
      <span className={own.gave}>{contributions(reading)}</span>
      <IconButton label={`Remove the owner ${owner.name}`} onClick={() => tryEdit('removeOwner', { ownerId })}>
        <Trash2 size={14} aria-hidden="true" />
      </IconButton>
    </li>
  );
}

/** `2 assumptions, 1 commitment`. */
function contributions({ assumptions, commitments, forecasts, silent }: OwnerReading): string {
  if (silent) return 'nothing of theirs yet';
  const parts = [
    ...(assumptions > 0 ? [countNoun(assumptions, 'assumption', 'assumptions')] : []),
    ...(commitments > 0 ? [countNoun(commitments, 'commitment', 'commitments')] : []),
    ...(forecasts > 0 ? [countNoun(forecasts, 'forecast', 'forecasts')] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'in their words';
}
