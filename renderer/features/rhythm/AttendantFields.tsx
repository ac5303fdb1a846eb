// Those of us who were there: name, role, department, and whether a leader, the team or an outside firm.
import { Plus, X } from 'lucide-react';

import { LISTENER_WORDS } from '#shared/domain/rhythm/rhythm-words';
import { type Attendant, LISTENERS } from '#shared/model/records/conversation';

import { Button, IconButton } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { knownAttendant, NOBODY } from './conversation-form.ts';
import { KNOWN_NAMES, KnownNames } from './KnownNames.tsx';
import { useDepartmentOptions } from './use-department-options.ts';
import styles from './rhythm.module.css';

const LISTENER_OPTIONS = LISTENERS.map((listener) => [listener, LISTENER_WORDS[listener]] as const);

interface AttendantFieldsProps {
  people: readonly Attendant[];
  today: string;
  onChange(people: Attendant[]): void;
}

export function AttendantFields({ people, today, onChange }: AttendantFieldsProps) {
  return (
    <fieldset className={styles.people}>
      <legend className={styles.legend}>Who of us was there</legend>
      <KnownNames />
      {people.map((person, at) => (
        <AttendantRow
          // oxlint-disable-next-line react/no-array-index-key -- rows have no other identity while they are typed
          key={at}
          person={person}
          today={today}
          onChange={(changed) => onChange(people.with(at, changed))}
          onRemove={people.length > 1 ? () => onChange(people.toSpliced(at, 1)) : null}
        />
      ))}
      <Button look="quiet" icon={<Plus size={14} aria-hidden="true" />} onClick={() => onChange([...people, NOBODY])}>
        Somebody else
      </Button>
    </fieldset>
  );
}

interface AttendantRowProps {
  person: Attendant;
  today: string;
  onChange(person: Attendant): void;
  onRemove: (() => void) | null;
}

function AttendantRow({ person, today, onChange, onRemove }: AttendantRowProps) {
  const departments = useDepartmentOptions();
  /** Fills in what is known of a person, where nothing was typed yet. */
  const fillIn = (): void => {
    const known = person.role === '' && person.departmentId === null ? knownAttendant(person.name, today) : null;
    if (known) onChange({ ...known, name: person.name });
  };
  return (
    <div className={styles.attendant}>
      <TextInput
        label="Name"
        list={KNOWN_NAMES}
        maxLength={200}
        value={person.name}
        onChange={(event) => onChange({ ...person, name: event.target.value })}
        onBlur={fillIn}
      />
      <TextInput label="Role" maxLength={200} value={person.role} onChange={(event) => onChange({ ...person, role: event.target.value })} />
      <Choice
        label="Department"
        value={person.departmentId ?? ''}
        options={departments}
        onChoose={(id) => onChange({ ...person, departmentId: id || null })}
      />
      <Choice
        label="Listened as"
        value={person.listener}
        options={LISTENER_OPTIONS}
        onChoose={(listener) => onChange({ ...person, listener })}
      />
      {onRemove ? (
        <IconButton label={`Take ${person.name || 'this person'} out`} onClick={onRemove}>
          <X size={14} aria-hidden="true" />
        </IconButton>
      ) : null}
    </div>
  );
}
