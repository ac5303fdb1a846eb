// The backups of the study: when the last one was made, all that are there, restoring one, and where else they go.
import { useState } from 'react';

import { countNoun } from '#shared/lib/text';
import type { BackupRow, BackupsAnswer } from '#shared/rpc/history-answers';
import { notify } from '#renderer/stores/notification-store';
import { call } from '#renderer/stores/session';
import { useShowStatus } from '#renderer/stores/status-items';
import { useVaultStore } from '#renderer/stores/vault-store';

import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { TabView } from '../room.ts';
import { openRecent, StudyPlaceDialog } from '../welcome/index.ts';
import { makeBackup, type PlaceName } from './backup-actions.ts';
import { momentOf } from './backup-words.ts';
import { BackupsTable } from './BackupsTable.tsx';
import { HowMany } from './HowMany.tsx';
import { SecondFolder } from './SecondFolder.tsx';
import { useBackups } from './use-backups.ts';
import styles from './backups.module.css';

export const BackupsTab: TabView<'backups'> = ({ active }) => {
  const { backups, error } = useBackups();
  const sample = useVaultStore((state) => state.status?.sample ?? false);
  const [restoring, setRestoring] = useState<{ place: PlaceName; row: BackupRow } | null>(null);
  useShowStatus(active, backups ? [countNoun(backups.own.length, 'backup', 'backups')] : []);
  if (sample) {
    return (
      <div className={styles.page}>
        <EmptyState title="Backups">
          The sample is a copy that goes when it is closed. Keep it as a study of your own, and backups are made by themselves.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h2>Backups</h2>
        <Button look="primary" data-focus-first="" onClick={() => void makeBackup()}>
          Make a backup now
        </Button>
      </header>
      {error === null ? null : <p role="alert">{error}</p>}
      {backups ? (
        <>
          <State backups={backups} />
          <BackupsTable
            caption="In the study’s own folder"
            place="own"
            rows={backups.own}
            onRestore={(row) => setRestoring({ place: 'own', row })}
          />
          <SecondFolder backups={backups} onRestore={(row) => setRestoring({ place: 'second', row })} />
          <HowMany />
        </>
      ) : null}
      {restoring ? <Restore {...restoring} onClose={() => setRestoring(null)} /> : null}
    </div>
  );
};

/** When the last one was made, and what went wrong since. */
function State({ backups }: { backups: BackupsAnswer }) {
  const { own, second, failed, changedSince } = backups;
  const last = own.find(({ damage }) => damage === null);
  const damaged = [...own, ...second].filter(({ damage }) => damage !== null).length;
  return (
    <>
      <p>
        {last?.at && last.verifiedAt
          ? `The last backup was made on ${momentOf(last.at)}, and last read back and checked on ${momentOf(last.verifiedAt)}.`
          : 'No backup was made yet.'}{' '}
        {changedSince
          ? 'You have changed something since; the next one is made within the hour.'
          : last
            ? 'Nothing has changed since.'
            : ''}
      </p>
      <p className={styles.quiet}>
        Backups are made by themselves while you work, and before big imports, big removals, restores and new data versions. Each is a whole
        copy of the records; transcripts are never rewritten, so they are copied to the second folder only.
      </p>
      {damaged > 0 ? (
        <p className={styles.failure} role="status">
          <strong>{damaged === 1 ? 'One backup is damaged' : `${damaged} backups are damaged`}.</strong> The table says what is wrong. This
          is not about the study itself: make a backup now, then remove what is damaged.
        </p>
      ) : null}
      {[failed.own, failed.second].map((failure) =>
        failure ? (
          <p key={failure.message} className={styles.failure} role="status">
            <strong>Failed on {momentOf(failure.at)}.</strong> {failure.message}
          </p>
        ) : null,
      )}
    </>
  );
}

function Restore({ place, row, onClose }: { place: PlaceName; row: BackupRow; onClose(): void }) {
  const name = useVaultStore((state) => state.status?.name ?? 'Study');
  const from = row.at ? momentOf(row.at) : row.name;
  return (
    <StudyPlaceDialog
      title="Restore into a new study"
      initialName={`${name} ${row.at?.slice(0, 10) ?? ''}`.trim()}
      action="Restore"
      explanation={`The backup of ${from} becomes a study of its own, with the history up to then. The study that is open stays as it is.`}
      named={false}
      make={async (to) => {
        const { folder } = await call('backups.restore', { place, name: row.name, to });
        onClose();
        notify({
          kind: 'info',
          message: `The backup of ${from} was restored.`,
          action: { label: 'Open it', run: () => void openRecent(folder) },
        });
      }}
      onClose={onClose}
    />
  );
}
