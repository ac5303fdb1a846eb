// What a participant agreed to, in the inspector: status, use, days and a note; and what follows from it today.
import { decideConsent } from '#shared/domain/participants/decide-consent';
import { SCOPE_NAMES, STATUS_NAMES } from '#shared/domain/participants/consent-words';
import { type Consent, CONSENT_STATUSES, PURPOSES } from '#shared/model/records/consent';
import type { Participant } from '#shared/model/records/participant';
import { tryEdit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';

import { DateField } from '../../ui/DateField.tsx';
import { CommitField, Field } from '../../ui/Field.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import ui from '../../ui/ui.module.css';
import { today } from '../evidence/index.ts';
import { newConsent } from './record-consent.ts';
import styles from './participants.module.css';

const NOTHING = 'none';

export function ConsentFields({ participant }: { participant: Participant }) {
  const { id: participantId, consent } = participant;
  const chooseStatus = (value: string): void => {
    const status = CONSENT_STATUSES.find((each) => each === value);
    tryEdit('recordConsent', { participantId, consent: status ? newConsent(status, consent) : null });
  };
  return (
    <section className={styles.section} aria-label="Consent">
      <SectionTitle level={3}>Consent</SectionTitle>
      <Field label="What they agreed to" hideLabel>
        {(field) => (
          <select id={field} className={ui.input} value={consent?.status ?? NOTHING} onChange={(event) => chooseStatus(event.target.value)}>
            <option value={NOTHING}>Nothing recorded</option>
            {CONSENT_STATUSES.map((status) => (
              <option key={status} value={status}>
                {STATUS_NAMES[status]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p className={styles.quiet}>{followsToday(participant)}</p>
      {consent ? <Recorded participantId={participantId} consent={consent} /> : null}
    </section>
  );
}

/** What the record means on this day, for the readout and the tables. */
function followsToday(participant: Participant): string {
  const { allowed, recorded, why } = decideConsent(participant, 'stakeholders', today());
  if (!recorded) return 'Their words go out as before; the checks of the readout say so.';
  return allowed
    ? 'Their words may go to stakeholders.'
    : `${why} Their words are left out of what stakeholders get; the person is counted.`;
}

function Recorded({ participantId, consent }: { participantId: string; consent: Consent }) {
  // What stands in the record when it is committed: another field may have been changed meanwhile.
  const change = (fields: Partial<Consent>, coalesce?: string): void => {
    const now = projection.state.get('participants', participantId)?.consent ?? consent;
    tryEdit('recordConsent', { participantId, consent: { ...now, ...fields } }, coalesce);
  };
  return (
    <>
      <Field label="Their words may be used">
        {(field) => (
          <select
            id={field}
            className={ui.input}
            value={consent.scope}
            onChange={(event) => change({ scope: PURPOSES.find((each) => each === event.target.value) ?? consent.scope })}
          >
            {PURPOSES.map((purpose) => (
              <option key={purpose} value={purpose}>
                {SCOPE_NAMES[purpose]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className={styles.pair}>
        <DateField label="Given on" value={consent.givenOn} onCommit={(givenOn) => change({ givenOn })} />
        <DateField label="Last day" value={consent.expiresOn} onCommit={(expiresOn) => change({ expiresOn })} />
      </div>
      <CommitField
        label="Note on the consent"
        multiline
        rows={2}
        value={consent.note}
        placeholder="How it was given, and where it is kept"
        onCommit={(note) => change({ note }, `consent-note-${participantId}`)}
      />
    </>
  );
}
