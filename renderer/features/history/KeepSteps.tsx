// How long steps are kept: for ever, unless the person wants old ones gone; says what is lost before it is.
import type { HistoryOverview } from '#shared/rpc/history-answers';
import { notify, notifyError } from '#renderer/stores/notification-store';
import { quickPick } from '#renderer/stores/quick-pick-store';
import { call } from '#renderer/stores/session';

import { Choice } from '../../ui/Choice.tsx';
import styles from './history.module.css';

const CHOICES = [3, 6, 12, 24, 36] as const;

const inMonths = (months: number): string =>
  months % 12 === 0 ? `${months / 12} ${months === 12 ? 'year' : 'years'}` : `${months} months`;

export function KeepSteps({ overview, onKept }: { overview: HistoryOverview; onKept(): void }) {
  const { keepMonths } = overview;
  return (
    <div className={styles.keep}>
      <Choice
        label="Keep steps"
        help="Older steps can then no longer be looked at, restored or undone. The study itself, and its backups, stay."
        value={String(keepMonths ?? '')}
        options={[
          ['', 'For ever'],
          ...[...new Set([...CHOICES, ...(keepMonths === null ? [] : [keepMonths])])].map(
            (months) => [String(months), `For ${inMonths(months)}`] as const,
          ),
        ]}
        onChoose={(months) => void choose(months === '' ? null : Number(months)).then(onKept, notifyError)}
      />
    </div>
  );
}

/** Dropping steps cannot be undone, so it is asked; keeping them for ever is not. */
async function choose(months: number | null): Promise<void> {
  if (months !== null) {
    const answer = await quickPick({
      title: `Drop steps older than ${inMonths(months)}?`,
      placeholder: 'What is dropped does not come back',
      items: [
        { id: 'keep', label: 'Keep all steps', detail: 'nothing changes' },
        {
          id: 'drop',
          label: `Drop steps older than ${inMonths(months)}`,
          detail: 'now, and from now on; they cannot be looked at or undone again',
        },
      ],
    });
    if (!answer || !('id' in answer) || answer.id !== 'drop') return;
  }
  await call('history.keep', { months });
  notify({
    kind: 'info',
    message: months === null ? 'Steps are kept for ever from now on.' : `Steps are kept for ${inMonths(months)} from now on.`,
  });
}
