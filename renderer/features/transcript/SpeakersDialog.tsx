// Who the speakers of a transcript are: role and participant of each label, with a line of theirs; one step for all.
import { useState } from 'react';

import { countNoun, shorten } from '#shared/lib/text';
import { SPEAKER_ROLES, type Source, type SpeakerRole } from '#shared/model/records/source';
import type { Turn } from '#shared/model/transcript';
import { useRecords } from '#renderer/stores/record-hooks';
import { personLabel, useHideNames, useShownText } from '#renderer/stores/shown-names';
import { edit } from '#renderer/stores/vault-actions';
import { announce } from '#renderer/ui/announce';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import ui from '../../ui/ui.module.css';
import { ROLE_NAMES } from '../sources/index.ts';
import { focusTranscript } from './active-surface.ts';
import { closeSpeakers, useSpeakersDialog } from './speakers-dialog-store.ts';
import styles from './speakers.module.css';

interface Choice {
  label: string;
  role: SpeakerRole;
  /** Id of a participant, NEW or NOBODY. */
  person: string;
}

const NEW = 'new';
const NOBODY = '';

export function SpeakersDialog({ source, active, turns }: { source: Source; active: boolean; turns: readonly Turn[] }) {
  const open = useSpeakersDialog((state) => state.sourceId === source.id);
  return open && active ? <OpenDialog source={source} turns={turns} /> : null;
}

function OpenDialog({ source, turns }: { source: Source; turns: readonly Turn[] }) {
  const [choices, setChoices] = useState<readonly Choice[]>(() =>
    source.speakers.map(({ label, role, participantId }) => ({ label, role, person: participantId ?? NOBODY })),
  );
  const shown = useShownText();
  const close = (): void => {
    closeSpeakers();
    requestAnimationFrame(focusTranscript);
  };
  const save = async (): Promise<void> => {
    await edit('mapSpeakers', { sourceId: source.id, speakers: choices.map(asMapping) });
    announce('Speakers mapped.');
    close();
  };
  const change = (label: string, fields: Partial<Choice>): void =>
    setChoices((all) => all.map((choice) => (choice.label === label ? { ...choice, ...fields } : choice)));
  return (
    <Dialog
      title={`Speakers of ${shown(source.title)}`}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" disabled={choices.length === 0} onClick={() => void save().catch(() => undefined)}>
            Map speakers
          </Button>
        </>
      }
    >
      {choices.length === 0 ? (
        <p>No speakers are named in this transcript. Who is heard can be said in the inspector of the interview.</p>
      ) : null}
      <ul className={styles.speakers}>
        {choices.map((choice) => (
          <SpeakerRow key={choice.label} choice={choice} turns={turns} onChange={(fields) => change(choice.label, fields)} />
        ))}
      </ul>
    </Dialog>
  );
}

function asMapping({ label, role, person }: Choice) {
  if (role !== 'participant' || person === NOBODY) return { label, role };
  return person === NEW ? { label, role, newParticipantName: label } : { label, role, participantId: person };
}

function SpeakerRow({ choice, turns, onChange }: { choice: Choice; turns: readonly Turn[]; onChange(fields: Partial<Choice>): void }) {
  const participants = useRecords('participants');
  const hideNames = useHideNames();
  const shown = useShownText();
  const own = turns.filter(({ speaker }) => speaker === choice.label);
  const example = own.toSorted((left, right) => right.text.length - left.text.length)[0]?.text ?? '';
  const sorted = participants.toSorted((left, right) => left.pseudonym.localeCompare(right.pseudonym, 'en', { numeric: true }));
  const label = shown(choice.label);
  return (
    <li className={styles.speaker}>
      <p>
        <strong>{label}</strong> <span className={styles.quiet}>{countNoun(own.length, 'turn', 'turns')}</span>
      </p>
      <div className={styles.pair}>
        <select
          className={ui.input}
          aria-label={`Role of ${label}`}
          value={choice.role}
          onChange={(event) => onChange({ role: event.target.value as SpeakerRole })}
        >
          {SPEAKER_ROLES.map((role) => (
            <option key={role} value={role}>
              {ROLE_NAMES[role]}
            </option>
          ))}
        </select>
        {choice.role === 'participant' ? (
          <select
            className={ui.input}
            aria-label={`Participant for ${label}`}
            value={choice.person}
            onChange={(event) => onChange({ person: event.target.value })}
          >
            <option value={NOBODY}>Nobody yet</option>
            {sorted.map((participant) => (
              <option key={participant.id} value={participant.id}>
                {personLabel(participant, hideNames)}
              </option>
            ))}
            <option value={NEW}>New participant: {label}</option>
          </select>
        ) : null}
      </div>
      <p className={`evidence ${styles.example}`} dir="auto">
        {shorten(shown(example), 160)}
      </p>
    </li>
  );
}
