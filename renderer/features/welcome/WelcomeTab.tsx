// TO BE BUILT: the rooms welcome, search and settings are being built RIGHT NOW by another helper (helper-11), not by helper-9: leave them alone.
import { BookOpen, FileDown, FolderOpen, LockKeyhole, Plus } from 'lucide-react';
import type { ComponentType } from 'react';

import { commandById, type CommandId } from '#shared/commands/catalog';
import { useRecord } from '#renderer/stores/record-hooks';
import { useVaultStore } from '#renderer/stores/vault-store';

import { readableKeys } from '../../ui/readable-keys.ts';
import type { TabView } from '../room.ts';
import { openImport } from '../sources/index.ts';
import { welcomeHandlers } from './commands.ts';
import { RecentList } from './RecentList.tsx';
import { showStudyDialog } from './study-dialog-store.ts';
import { Walkthrough } from './Walkthrough.tsx';
import styles from './welcome.module.css';

export const WelcomeTab: TabView<'welcome'> = () => {
  const study = useRecord('study', 'study');
  const sample = useVaultStore((state) => state.status?.sample ?? false);
  return (
    <div className={styles.page}>
      <div className={styles.columns}>
        <div className={styles.main}>
          <h2 className={styles.motto}>Read what customers said. Show what holds.</h2>
          <section aria-labelledby="start-title">
            <h3 id="start-title">Start</h3>
            <ul>
              <StartRow icon={Plus} label="New study" command="vault.new" run={() => void welcomeHandlers['vault.new']()} />
              <StartRow icon={FolderOpen} label="Open a study…" command="vault.open" run={() => void welcomeHandlers['vault.open']()} />
              <StartRow
                icon={FileDown}
                label={study ? `Import transcripts into “${study.name}”…` : 'Import transcripts…'}
                command="interview.import"
                run={() => (study ? openImport() : showStudyDialog({ kind: 'new', thenImport: true }))}
              />
            </ul>
          </section>
          <RecentList />
          <section aria-labelledby="sample-title">
            <h3 id="sample-title">See a finished one</h3>
            <ul>
              <StartRow icon={BookOpen} label={sample ? 'Start the sample study afresh (a copy)' : 'Open the sample study (a copy)'} run={() => void welcomeHandlers['vault.openSample']()} />
            </ul>
          </section>
          <p className={styles.promise}>
            <LockKeyhole size={16} strokeWidth={1.75} aria-hidden="true" />
            Everything stays on this computer. Plumbline never goes online.
          </p>
        </div>
        {study ? <Walkthrough /> : <Opening />}
      </div>
    </div>
  );
};

function StartRow({ icon: Icon, label, command, run }: { icon: ComponentType<{ size?: number; strokeWidth?: number }>; label: string; command?: CommandId; run(): void }) {
  const keys = command === undefined ? undefined : commandById(command).keys?.[0];
  return (
    <li>
      <button type="button" className={styles.startRow} onClick={run}>
        <Icon size={16} strokeWidth={1.75} />
        <span className={styles.startLabel}>{label}</span>
        {keys ? <kbd>{readableKeys(keys)}</kbd> : null}
      </button>
    </li>
  );
}

/** Says that the window waits for the core; nothing to say once it is there. */
function Opening() {
  const starting = useVaultStore((state) => state.version === null);
  return starting ? <p className={styles.how}>Opening…</p> : null;
}
