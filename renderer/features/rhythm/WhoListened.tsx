// Who did the listening: leaders, the team, an outside firm, in how many conversations.
import type { CSSProperties } from 'react';

import type { Listening } from '#shared/domain/rhythm/goal-progress';
import { LISTENER_WORDS, shareInWords } from '#shared/domain/rhythm/rhythm-words';
import { countNoun } from '#shared/lib/text';
import { LISTENERS } from '#shared/model/records/conversation';

import styles from './rhythm.module.css';

export function WhoListened({ listening: { conversations, withLeader, leaderShare, by } }: { listening: Listening }) {
  if (conversations === 0) return null;
  return (
    <section aria-labelledby="who-listened">
      <h2 className={styles.heading} id="who-listened">
        Who did the listening
      </h2>
      <p>
        A leader was there in {withLeader} of {countNoun(conversations, 'conversation', 'conversations')} ({shareInWords(leaderShare)}).
      </p>
      <ul className={styles.shares}>
        {LISTENERS.map((listener) => (
          <li key={listener} className={styles.shareRow}>
            <span>{LISTENER_WORDS[listener]}</span>
            <span
              className={styles.bar}
              style={{ '--share': `${(by[listener] / conversations) * 100}%` } as CSSProperties}
              aria-hidden="true"
            />
            <span className={styles.figure}>
              {by[listener]} of {conversations}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>One conversation may count for several. What only an outside firm heard, only an outside firm knows.</p>
    </section>
  );
}
