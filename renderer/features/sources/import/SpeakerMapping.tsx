// Who the speakers of a file are: role, participant, and the lines that show it.
import { SPEAKER_ROLES, type SpeakerRole } from '#shared/model/records/source';
import type { ImportPreview } from '#shared/rpc/answers';

import ui from '../../../ui/ui.module.css';
import { ROLE_NAMES } from '../source-words.ts';
import styles from './import.module.css';
import { changeSpeaker, type ImportRow } from './import-store.ts';
import { PersonChoice } from './PersonChoice.tsx';

export function SpeakerMapping({ row, preview }: { row: ImportRow; preview: ImportPreview }) {
  return (
    <ul className={styles.speakers} aria-label="Speakers">
      {preview.speakers.map((speaker) => {
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
              <p key={at} className={`evidence ${styles.example}`}>
                {example}
              </p>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
