// When and where the interview is held; committed together once there is a day and a time.
import { useState } from 'react';

import { USUAL_MINUTES } from '#shared/domain/recruiting/invitation';
import type { Recruit } from '#shared/model/records/recruit';
import { tryEdit } from '#renderer/stores/vault-actions';

import { CommitField, TextInput } from '../../ui/Field.tsx';
import styles from './recruits.module.css';

const SHORTEST = 5;
const LONGEST = 1440;

/** `2026-06-30T11:00`, as a field for day and time wants it, in the time zone of this computer. */
function localTime(startsAt: string): string {
  const time = new Date(startsAt);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(time.getFullYear()).padStart(4, '0')}-${two(time.getMonth() + 1)}-${two(time.getDate())}T${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** The same in UTC; null for what is no time. */
function utcTime(local: string): string | null {
  const time = new Date(local);
  return local === '' || Number.isNaN(time.getTime()) ? null : time.toISOString();
}

export function MeetingFields({ recruit: { id: recruitId, meeting } }: { recruit: Recruit }) {
  const [when, setWhen] = useState(meeting ? localTime(meeting.startsAt) : '');
  const [minutes, setMinutes] = useState(String(meeting?.minutes ?? USUAL_MINUTES));
  const commit = (fields: { when?: string; minutes?: string; place?: string }): void => {
    const startsAt = utcTime(fields.when ?? when);
    if (startsAt === null) {
      if (meeting && (fields.when ?? when) === '') tryEdit('updateRecruit', { recruitId, meeting: null });
      return;
    }
    const given = Math.round(Number(fields.minutes ?? minutes));
    const length = Number.isFinite(given) ? Math.min(LONGEST, Math.max(SHORTEST, given)) : USUAL_MINUTES;
    const next = { startsAt, minutes: length, place: fields.place ?? meeting?.place ?? '' };
    if (JSON.stringify(next) !== JSON.stringify(meeting)) tryEdit('updateRecruit', { recruitId, meeting: next });
  };
  return (
    <div className={styles.meeting}>
      <TextInput
        label="When"
        type="datetime-local"
        max="9999-12-31T23:59"
        value={when}
        onChange={(event) => setWhen(event.target.value)}
        onBlur={() => commit({})}
        onKeyDown={(event) => event.key === 'Enter' && commit({})}
      />
      <TextInput
        label="Minutes"
        type="number"
        min={SHORTEST}
        max={LONGEST}
        value={minutes}
        onChange={(event) => setMinutes(event.target.value)}
        onBlur={() => commit({})}
        onKeyDown={(event) => event.key === 'Enter' && commit({})}
      />
      {meeting ? (
        <CommitField
          label="Where"
          placeholder="A room, an address, a link"
          value={meeting.place}
          onCommit={(place) => commit({ place: place.trim() })}
        />
      ) : (
        <p className={styles.quiet}>Once there is a time, say where.</p>
      )}
    </div>
  );
}
