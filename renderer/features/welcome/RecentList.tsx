// Studies that were open before, latest first.
import { X } from 'lucide-react';

import { notifyError } from '#renderer/stores/notification-store';
import { useVaultStore } from '#renderer/stores/vault-store';

import { IconButton } from '../../ui/Button.tsx';
import { forgetRecent, openRecent } from './open-study.ts';
import styles from './welcome.module.css';

const SHOWN = 6;

export function RecentList() {
  const recent = useVaultStore((state) => state.recent);
  const openFolder = useVaultStore((state) => state.status?.folder ?? null);
  const others = recent.filter(({ folder }) => folder !== openFolder).slice(0, SHOWN);
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="recent-title">
      <h3 id="recent-title">Recent</h3>
      <ul>
        {others.map(({ folder, name, openedAt }) => (
          <li key={folder} className={styles.recentRow}>
            <button type="button" className={`${styles.startRow} ${styles.tall}`} title={folder} onClick={() => void openRecent(folder)}>
              <span className={styles.twoLines}>
                <span className={styles.startLabel}>{name}</span>
                <span className={`${styles.how} ${styles.startLabel}`}>{folder}</span>
              </span>
              <span className={styles.how}>{dayInWords(openedAt)}</span>
            </button>
            <IconButton
              label={`Take “${name}” off this list; its folder stays`}
              onClick={() => void forgetRecent(folder).catch(notifyError)}
            >
              <X size={14} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `today`, `yesterday`, `12 May`, `12 May 2025`. */
export function dayInWords(at: string, now: Date = new Date()): string {
  const then = new Date(at);
  const days = Math.round((startOfDay(now) - startOfDay(then)) / 86_400_000);
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  const sameYear = then.getFullYear() === now.getFullYear();
  return then.toLocaleDateString('en', { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) });
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
