// The words of every invitation, with places that are filled for each person.
import { INVITATION_PLACES, USUAL_INVITATION } from '#shared/domain/recruiting/invitation';
import { useRecord } from '#renderer/stores/record-hooks';
import { tryEdit } from '#renderer/stores/vault-actions';

import { Button } from '../../ui/Button.tsx';
import { CommitField } from '../../ui/Field.tsx';
import styles from './recruits.module.css';

export function InvitationWords() {
  const guide = useRecord('guide', 'guide');
  const written = (guide?.invitation ?? '').trim() !== '';
  return (
    <details className={styles.words}>
      <summary>Wording of the invitations</summary>
      <CommitField
        label="Who invites"
        placeholder="Name, and what you do"
        value={guide?.organiser ?? ''}
        onCommit={(organiser) => tryEdit('updateGuide', { organiser: organiser.trim() }, 'guide-organiser')}
      />
      <CommitField
        label="Invitation"
        help={`Filled for each person: ${INVITATION_PLACES.map((place) => `{${place}}`).join(', ')}. Name no assumption in it.`}
        multiline
        rows={12}
        value={written ? (guide?.invitation ?? '') : USUAL_INVITATION}
        onCommit={(text) => tryEdit('updateGuide', { invitation: text === USUAL_INVITATION ? '' : text }, 'guide-invitation')}
      />
      {written ? (
        <div>
          <Button onClick={() => tryEdit('updateGuide', { invitation: '' })}>Use the usual wording</Button>
        </div>
      ) : null}
    </details>
  );
}
