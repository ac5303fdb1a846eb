// Who the speakers of a file are: role, participant, and the lines that show it.
import { useState } from 'react';

import { SPEAKER_ROLES, type SpeakerRole } from '#shared/model/records/source';
import type { ImportPreview } from '#shared/rpc/answers';

import { Button } from '../../../ui/Button.tsx';
import ui from '../../../ui/ui.module.css';
import { ROLE_NAMES } from '../source-words.ts';
import styles from './import.module.css';
import { changeSpeaker, type ImportRow } from './import-store.ts';
import { PersonChoice } from './PersonChoice.tsx';

/** A survey may have hundreds of respondents: beyond this many, the rest is shown when asked for. */
const SHOWN_FIRST = 12;

export function SpeakerMapping({ row, preview }: { row: ImportRow; preview: ImportPreview }) {
  const [all, setAll] = useState(preview.speakers.length <= SHOWN_FIRST + 3);
  const shown = all ? preview.speakers : preview.speakers.slice(0, SHOWN_FIRST);
  return (
    <>
      <ul className={styles.speakers} aria-label="Speakers">
        {shown.map((speaker) => {
          const choice = row.speakers.find((other) => other.label === speaker.label);
          if (!choice) return null;
          return (
            <li key={speaker.label} className={styles.speaker}>
              <div className={styles.speakerHead}>
                <strong>{speaker.label}</strong>
                <span
                  className={styles.quiet}
                >{`${speaker.turns} ${speaker.turns === 1 ? 'turn' : 'turns'}, ${speaker.words.toLocaleString('en')} words`}</span>
              </div>
              <div className={styles.pair}>
                <label className={ui.field}>
                  <span className={ui.fieldLabel}>Role</span>
                  <select
                    className={ui.input}
                    aria-label={`Role of ${speaker.label}`}
                    value={choice.role}
                    onChange={(event) => changeSpeaker(row.key, speaker.label, { role: event.target.value as SpeakerRole })}
                  >
                    {SPEAKER_ROLES.map((role) => (
                      <option key={role} value={role}>
                        {ROLE_NAMES[role]}
                      </option>
                    ))}
                  </select>
                </label>
                {choice.role === 'participant' ? (
                  <PersonChoice
                    label={`Participant for ${speaker.label}`}
                    shortLabel="Participant"
                    person={choice.person}
                    onChange={(person) => changeSpeaker(row.key, speaker.label, { person })}
                  />
                ) : null}
              </div>
              {choice.role === speaker.role ? <p className={styles.quiet}>{speaker.reason}</p> : null}
              {speaker.examples.slice(0, 2).map((example, at) => (
                <p key={at} className={`evidence ${styles.example}`} dir="auto">
                  {example}
                </p>
              ))}
            </li>
          );
        })}
      </ul>
      {all ? null : <Button onClick={() => setAll(true)}>{`Show the other ${preview.speakers.length - SHOWN_FIRST} speakers`}</Button>}
    </>
  );
}
