// How many backups stay: the newest, one a day, one a week.
import { useEffect, useState } from 'react';

import { notifyError } from '#renderer/stores/notification-store';
import { call } from '#renderer/stores/session';
import { useVaultStore } from '#renderer/stores/vault-store';

import { TextInput } from '../../ui/Field.tsx';
import styles from './backups.module.css';

const BOUNDS = [
  { name: 'hourly', label: 'Newest', least: 1 },
  { name: 'daily', label: 'One a day, days', least: 0 },
  { name: 'weekly', label: 'One a week, weeks', least: 0 },
] as const;

export function HowMany() {
  return (
    <section className={styles.section} aria-labelledby="how-many">
      <h3 id="how-many">How many stay</h3>
      <p className={styles.quiet}>
        They are counted, not timed: a clock that is wrong takes none away. Backups made by hand stay until you remove them.
      </p>
      <div className={styles.bounds}>
        {BOUNDS.map((bound) => (
          <BoundField key={bound.name} {...bound} />
        ))}
      </div>
    </section>
  );
}

/** What is typed is its own until it is left; what is no number is put back. */
function BoundField({ label, least, name }: (typeof BOUNDS)[number]) {
  const kept = useVaultStore((state) => state.settings.backups);
  const [typed, setTyped] = useState(String(kept[name]));
  useEffect(() => setTyped(String(kept[name])), [kept, name]);
  const take = (): void => {
    const count = Number(typed);
    if (!Number.isSafeInteger(count) || count < least || count > 1000) setTyped(String(kept[name]));
    else if (count !== kept[name]) void call('app.changeSettings', { backups: { ...kept, [name]: count } }).catch(notifyError);
  };
  return (
    <TextInput
      label={label}
      inputMode="numeric"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  );
}
