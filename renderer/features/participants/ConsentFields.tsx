// What a participant agreed to, in the inspector: status, use, days and a note; and what follows from it today.
import { decideConsent } from '#shared/domain/participants/decide-consent';
import { SCOPE_NAMES, STATUS_NAMES } from '#shared/domain/participants/consent-words';
import { type Consent, CONSENT_STATUSES, PURPOSES } from '#shared/model/records/consent';
import type { Participant } from '#shared/model/records/participant';
import { tryEdit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';

import { Choice } from '../../ui/Choice.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { CommitField } from '../../ui/Field.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
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
      <Choice
        label="What they agreed to"
        hideLabel
        value={consent?.status ?? NOTHING}
        options={[[NOTHING, 'Nothing recorded'], ...CONSENT_STATUSES.map((status) => [status, STATUS_NAMES[status]] as const)]}
        onChoose={chooseStatus}
      />
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
      <Choice
        label="Their words may be used"
        value={consent.scope}
        options={PURPOSES.map((purpose) => [purpose, SCOPE_NAMES[purpose]] as const)}
        onChoose={(scope) => change({ scope })}
      />
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
