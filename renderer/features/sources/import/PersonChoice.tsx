// Chooses the participant whom a speaker is: one of the study, a new one, or nobody yet.
import { useRecords } from '#renderer/stores/record-hooks';
import { personLabel, useHideNames } from '#renderer/stores/shown-names';

import ui from '../../../ui/ui.module.css';
import styles from './import.module.css';
import type { Person } from './speaker-choices.ts';

interface PersonChoiceProps {
  /** Accessible name. */
  label: string;
  /** What stands over the field, when the name needs less beside others. */
  shortLabel?: string;
  person: Person;
  onChange(person: Person): void;
}

export function PersonChoice({ label, shortLabel, person, onChange }: PersonChoiceProps) {
  const participants = useRecords('participants');
  const hideNames = useHideNames();
  const known = participants.toSorted((left, right) => left.pseudonym.localeCompare(right.pseudonym, 'en', { numeric: true }));
  const choose = (value: string): void => {
    if (value === 'new') onChange({ is: 'new', name: '' });
    else if (value === 'nobody') onChange({ is: 'nobody' });
    else onChange({ is: 'known', participantId: value.slice('known:'.length) });
  };
  return (
    <div className={ui.field}>
      <span className={ui.fieldLabel} aria-hidden="true">
        {shortLabel ?? label}
      </span>
      <select
        className={ui.input}
        aria-label={label}
        value={person.is === 'known' ? `known:${person.participantId}` : person.is}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="new">New participant</option>
        {known.map((participant) => (
          <option key={participant.id} value={`known:${participant.id}`}>
            {personLabel(participant, hideNames)}
          </option>
        ))}
        <option value="nobody">Nobody yet, say it later</option>
      </select>
      {person.is === 'new' ? (
        <input
          type="text"
          className={`${ui.input} ${styles.newName}`}
          aria-label={`Name: ${label}`}
          placeholder="Name, or empty for a code only"
          maxLength={300}
          value={person.name}
          onChange={(event) => onChange({ is: 'new', name: event.target.value })}
        />
      ) : null}
    </div>
  );
}
