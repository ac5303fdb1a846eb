// What the inspector says of a participant, and where it is changed.
import { Trash2 } from 'lucide-react';

import { peopleInSource } from '#shared/domain/evidence/participants-of';
import { countNoun } from '#shared/lib/text';
import { type Participant, REACHED } from '#shared/model/records/participant';
import { useRecord, useRecords, useReferring } from '#renderer/stores/record-hooks';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { useHideNames, useShownText } from '#renderer/stores/shown-names';
import { openTab } from '#renderer/stores/tabs';
import { edit, tryEdit } from '#renderer/stores/vault-actions';
import { announce } from '#renderer/ui/announce';
import { focusInspector } from '#renderer/ui/focus-surface';

import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { CommitField } from '../../ui/Field.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import type { InspectorView } from '../room.ts';
import { Attributes } from './Attributes.tsx';
import { addSegmentFor } from './commands.ts';
import { ConsentFields } from './ConsentFields.tsx';
import { DeletePerson } from './DeletePerson.tsx';
import { REACHED_NAMES } from './participant-words.ts';
import styles from './participants.module.css';

export const ParticipantInspector: InspectorView<'participant'> = ({ selection }) => {
  const participant = useRecord('participants', selection.id);
  if (!participant) return <p className={styles.quiet}>This participant is no longer there.</p>;
  return <Described key={participant.id} participant={participant} />;
};

function Described({ participant }: { participant: Participant }) {
  const hideNames = useHideNames();
  const { id } = participant;
  return (
    <div className={styles.inspector}>
      <SectionTitle>Participant</SectionTitle>
      <CommitField
        label="Pseudonym"
        help="Stands in the readout and in every export."
        value={participant.pseudonym}
        required
        onCommit={(pseudonym) => tryEdit('updateParticipant', { participantId: id, pseudonym }, `pseudonym-${id}`)}
      />
      {hideNames ? (
        <p className={styles.quiet}>The name is hidden.</p>
      ) : (
        <CommitField
          label="Name"
          help="Stays in this study; exports hold the pseudonym."
          value={participant.name}
          onCommit={(name) => tryEdit('updateParticipant', { participantId: id, name }, `participant-name-${id}`)}
        />
      )}
      <SegmentChoice participant={participant} />
      <ReachedChoice participant={participant} />
      <CommitField
        label="Relationship"
        multiline
        value={participant.relationship}
        placeholder="Since when, through whom, how close"
        onCommit={(relationship) => tryEdit('updateParticipant', { participantId: id, relationship }, `relationship-${id}`)}
      />
      <ConsentFields participant={participant} />
      <Attributes participant={participant} />
      <HeardIn participant={participant} />
      <div>
        <Button
          look="quiet"
          icon={<Trash2 size={14} aria-hidden="true" />}
          title="The interviews stay; their speakers are nobody’s until you say it again. The history still holds the person."
          onClick={() => void remove(participant).catch(() => undefined)}
        >
          Remove from the list
        </Button>
      </div>
      <DeletePerson participant={participant} />
    </div>
  );
}

function ReachedChoice({ participant }: { participant: Participant }) {
  return (
    <Choice
      label="How they were reached"
      value={participant.reached}
      options={REACHED.map((way) => [way, REACHED_NAMES[way]] as const)}
      onChoose={(reached) => tryEdit('updateParticipant', { participantId: participant.id, reached })}
    />
  );
}

async function remove({ id, pseudonym }: Participant): Promise<void> {
  await edit('removeParticipant', { participantId: id });
  const sentence = `${pseudonym} was removed from the list. The interviews stay, and the history still holds the person: the Participants page can delete them for good.`;
  announce(sentence);
  notifyUndoable(sentence);
  focusInspector();
}

const NEW_SEGMENT = 'new';

function SegmentChoice({ participant }: { participant: Participant }) {
  const segments = useRecords('segments').toSorted((left, right) => left.order - right.order);
  const choose = (value: string): void => {
    if (value === NEW_SEGMENT) void addSegmentFor(participant.id).catch(() => undefined);
    else tryEdit('updateParticipant', { participantId: participant.id, segmentId: value === '' ? null : value });
  };
  return (
    <Choice
      label="Segment"
      value={participant.segmentId ?? ''}
      options={[['', 'No segment'], ...segments.map(({ id, name }) => [id, name] as const), [NEW_SEGMENT, 'New segment…']]}
      onChoose={choose}
    />
  );
}

function HeardIn({ participant }: { participant: Participant }) {
  const sources = useReferring('participants', participant.id, 'sources').filter((source) =>
    peopleInSource(source).includes(participant.id),
  );
  const shown = useShownText();
  return (
    <section className={styles.section}>
      <SectionTitle level={3}>
        {sources.length === 0 ? 'Not heard in any interview yet' : `Heard in ${countNoun(sources.length, 'interview', 'interviews')}`}
      </SectionTitle>
      <ul>
        {sources.map((source) => (
          <li key={source.id}>
            <button type="button" className={styles.link} onClick={() => openTab({ kind: 'transcript', id: source.id }, { preview: true })}>
              {shown(source.title)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
