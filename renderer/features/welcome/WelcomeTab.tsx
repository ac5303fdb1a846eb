// The welcome page: what to do next in the study that is open, the ways to start, and the promise that nothing leaves this computer.
import { BookOpen, FileDown, FolderOpen, LockKeyhole, Plus } from 'lucide-react';

import { useRecord, useRecords } from '#renderer/stores/record-hooks';
import { useVaultStore } from '#renderer/stores/vault-store';

import { Button } from '../../ui/Button.tsx';
import type { TabView } from '../room.ts';
import { openImport } from '../sources/index.ts';
import { welcomeHandlers } from './commands.ts';
import { NextSteps } from './NextSteps.tsx';
import { RecentList } from './RecentList.tsx';
import { openSample, useSampleOpening } from './sample-opening.ts';
import { StartRow } from './StartRow.tsx';
import { showStudyDialog } from './study-dialog-store.ts';
import { Walkthrough } from './Walkthrough.tsx';
import styles from './welcome.module.css';

export const WelcomeTab: TabView<'welcome'> = () => {
  const study = useRecord('study', 'study');
  const sample = useVaultStore((state) => state.status?.sample ?? false);
  return (
    <div className={styles.page} data-welcome="">
      <div className={styles.columns} data-study={study !== undefined}>
        <div className={styles.main}>
          <h2 className={styles.motto}>
            <span>Read what customers said.</span> <span>Show what holds.</span>
          </h2>
          {study ? sample ? <Walkthrough /> : <NextSteps study={study.name} /> : <Starting />}
        </div>
        <div className={styles.main}>
          <Start study={study?.name ?? null} />
          <RecentList />
          <Sample open={sample} />
          <p className={styles.promise}>
            <LockKeyhole size={16} strokeWidth={1.75} aria-hidden="true" />
            Everything stays on this computer. Plumbline never goes online.
          </p>
        </div>
      </div>
    </div>
  );
};

function Start({ study }: { study: string | null }) {
  const open = study !== null;
  // With nothing imported yet it stands under “Next” already.
  const offersImport = useRecords('sources').length > 0 || !open;
  return (
    <section aria-labelledby="start-title">
      <h3 id="start-title">Start</h3>
      <ul>
        <StartRow icon={Plus} label="New study" command="vault.new" first={!open} run={() => void welcomeHandlers['vault.new']()} />
        <StartRow icon={FolderOpen} label="Open a study…" command="vault.open" run={() => void welcomeHandlers['vault.open']()} />
        {offersImport ? (
          <StartRow
            icon={FileDown}
            label={open ? `Import transcripts into “${study}”…` : 'Import transcripts into a new study…'}
            {...(open ? { command: 'interview.import' } : {})}
            run={() => (open ? openImport() : showStudyDialog({ kind: 'new', thenImport: true }))}
          />
        ) : null}
      </ul>
    </section>
  );
}

/** The way to the sample study; says so while it opens, and why when it did not. */
function Sample({ open }: { open: boolean }) {
  const { opening, failure } = useSampleOpening();
  return (
    <section aria-labelledby="sample-title">
      <h3 id="sample-title">See a finished one</h3>
      <ul>
        <StartRow
          icon={BookOpen}
          label={opening ? 'Opening the sample study…' : open ? 'Open a fresh copy of the sample study' : 'Open the sample study (a copy)'}
          disabled={opening}
          run={() => void welcomeHandlers['vault.openSample']()}
        />
      </ul>
      {failure ? (
        <div className={styles.error} role="alert">
          <p>{failure}</p>
          <Button onClick={() => void openSample()}>Try again</Button>
        </div>
      ) : null}
    </section>
  );
}

/** What the window waits for: the core, or the sample study that opens by itself on the first start. */
function Starting() {
  const starting = useVaultStore((state) => state.version === null);
  const opening = useSampleOpening((state) => state.opening);
  if (!starting && !opening) return null;
  return (
    <p className={styles.waiting} role="status">
      {opening ? 'Opening a copy of the sample study, with everything in it tagged, sorted and judged…' : 'Opening…'}
    </p>
  );
}
