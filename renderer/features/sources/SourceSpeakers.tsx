// Who speaks in a source: role and participant of each label, to be corrected at any time.
import { useState } from 'react';

import { SPEAKER_ROLES, type Source, type Speaker, type SpeakerRole } from '#shared/model/records/source';
import { useRecords } from '#renderer/stores/record-hooks';
import { personLabel, useHideNames, useShownText } from '#renderer/stores/shown-names';
import { edit, tryEdit } from '#renderer/stores/vault-actions';
import { select } from '#renderer/stores/view-store';

import { SectionTitle } from '../../ui/SectionTitle.tsx';
import ui from '../../ui/ui.module.css';
import { ROLE_NAMES } from './source-words.ts';
import styles from './sources.module.css';

const NEW = 'new';
const NOBODY = '';

export function SourceSpeakers({ source }: { source: Source }) {
  return (
    <section className={styles.section}>
      <SectionTitle level={3} count={source.speakers.length || ''}>
        {source.speakers.length === 0 ? 'Who is heard' : 'Speakers'}
      </SectionTitle>
      {source.speakers.length === 0 ? (
        <ParticipantChoice
          label="Who is heard"
          participantId={source.participantId}
          newName=""
          onChoose={(participantId) => chooseForSource(source, participantId)}
        />
      ) : (
        <ul className={styles.speakers}>
          {source.speakers.map((speaker) => (
            <SpeakerRow key={speaker.label} source={source} speaker={speaker} />
          ))}
        </ul>
      )}
    </section>
  );
}

async function chooseForSource(source: Source, choice: string): Promise<void> {
  if (choice !== NEW) return tryEdit('updateSource', { sourceId: source.id, participantId: choice === NOBODY ? null : choice });
  const { participantId } = await edit('addParticipant', {});
  await edit('updateSource', { sourceId: source.id, participantId });
  select({ kind: 'participant', id: participantId });
}

function SpeakerRow({ source, speaker }: { source: Source; speaker: Speaker }) {
  const shown = useShownText();
  const map = (fields: { role?: SpeakerRole; participantId?: string | null; newParticipantName?: string }): void =>
    tryEdit('mapSpeakers', {
      sourceId: source.id,
      speakers: [{ label: speaker.label, role: speaker.role, participantId: speaker.participantId, ...fields }],
    });
  const choose = (choice: string): void => {
    if (choice === NEW) map({ participantId: null, newParticipantName: speaker.label });
    else map({ participantId: choice === NOBODY ? null : choice });
  };
  return (
    <li className={styles.speaker}>
      <strong>{shown(speaker.label)}</strong>
      <select
        className={ui.input}
        aria-label={`Role of ${shown(speaker.label)}`}
        value={speaker.role}
        onChange={(event) => map({ role: event.target.value as SpeakerRole })}
      >
        {SPEAKER_ROLES.map((role) => (
          <option key={role} value={role}>
            {ROLE_NAMES[role]}
          </option>
        ))}
      </select>
      {speaker.role === 'participant' ? (
        <ParticipantChoice
          label={`Participant for ${shown(speaker.label)}`}
          participantId={speaker.participantId}
          newName={shown(speaker.label)}
          onChoose={choose}
        />
      ) : null}
    </li>
  );
}

interface ParticipantChoiceProps {
  label: string;
  participantId: string | null;
  newName: string;
  onChoose(choice: string): void | Promise<void>;
}

function ParticipantChoice({ label, participantId, newName, onChoose }: ParticipantChoiceProps) {
  const participants = useRecords('participants');
  const hideNames = useHideNames();
  // Hundreds of choices for each speaker are drawn only once somebody wants to choose: walking down the list stays fast.
  const [wanted, setWanted] = useState(false);
  const offered = participants.filter((participant) => wanted || participant.id === participantId);
  const sorted = offered.toSorted((left, right) => left.pseudonym.localeCompare(right.pseudonym, 'en', { numeric: true }));
  return (
    <div className={styles.choice}>
      <select
        className={ui.input}
        aria-label={label}
        value={participantId ?? NOBODY}
        onFocus={() => setWanted(true)}
        onPointerDown={() => setWanted(true)}
        onChange={(event) => void Promise.resolve(onChoose(event.target.value)).catch(() => undefined)}
      >
        <option value={NOBODY}>Nobody yet</option>
        {sorted.map((participant) => (
          <option key={participant.id} value={participant.id}>
            {personLabel(participant, hideNames)}
          </option>
        ))}
        <option value={NEW}>{newName === '' ? 'New participant' : `New participant: ${newName}`}</option>
      </select>
      {participantId === null ? null : (
        <button type="button" className={styles.link} onClick={() => select({ kind: 'participant', id: participantId })}>
          About this person
        </button>
      )}
    </div>
  );
}
