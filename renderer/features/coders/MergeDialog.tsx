// Merging a study or pack: choose it, see what would come in and what differs, decide, then do it as one step.
import { useState } from 'react';

import { useProgressStore } from '#renderer/stores/progress-store';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { FolderChooser, lastPart } from '../welcome/index.ts';
import styles from './coders.module.css';
import { chooseAgain, closeMerge, compareStudy, merge, type MergePhase, stopMerge, useMergeStore } from './merge-store.ts';
import { MergeReport } from './MergeReport.tsx';

export function MergeDialog() {
  const phase = useMergeStore((state) => state.phase);
  if (phase.at === 'closed') return null;
  if (phase.at === 'choosing') return <ChooseOther phase={phase} />;
  return (
    <Dialog title="Merge a study or pack" width={680} onClose={closeMerge} footer={<Footer phase={phase} />}>
      {phase.at === 'comparing' ? (
        <p role="status">Reading the other study and comparing…</p>
      ) : (
        <MergeReport preview={phase.preview} message={phase.at === 'shown' ? phase.message : null} busy={phase.at === 'merging'} />
      )}
    </Dialog>
  );
}

function ChooseOther({ phase }: { phase: Extract<MergePhase, { at: 'choosing' }> }) {
  const { folder: last, secret } = useMergeStore();
  const [folder, setFolder] = useState(last);
  const [study, setStudy] = useState<string | null>(null);
  const wanted = study ?? folder;
  const compare = (place: string): void => {
    if (place !== '') void compareStudy(place);
  };
  return (
    <Dialog
      title="Merge a study or pack"
      width={620}
      onClose={closeMerge}
      footer={
        <>
          <Button onClick={closeMerge}>Cancel</Button>
          <Button look="primary" disabled={wanted === ''} onClick={() => compare(wanted)}>
            {study === null ? 'Compare' : `Compare with “${lastPart(study)}”`}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>
          Choose a coding pack that came back, or a copy of this study that somebody else worked in. You see what would come in and what
          differs before anything is changed.
        </p>
        {phase.error ? (
          <p className={styles.message} role="alert">
            {phase.error}
          </p>
        ) : null}
        {phase.encrypted ? (
          <TextInput
            label="Passphrase of the other study"
            type="password"
            autoComplete="off"
            autoFocus
            maxLength={1000}
            value={secret}
            onChange={(event) => useMergeStore.setState({ secret: event.target.value })}
            onKeyDown={(event) => event.key === 'Enter' && compare(wanted)}
          />
        ) : null}
        <FolderChooser
          label="Folder"
          folder={folder}
          onFolder={setFolder}
          onStudy={compare}
          onSelect={(entry) => setStudy(entry?.isVault ? entry.folder : null)}
          onEnter={() => compare(wanted)}
          absent="There is no such folder. Go to the folder above, or choose another one."
        />
      </div>
    </Dialog>
  );
}

function Footer({ phase }: { phase: Exclude<MergePhase, { at: 'closed' | 'choosing' }> }) {
  const fromThere = useMergeStore((state) => state.fromThere);
  const progress = useProgressStore((state) => (phase.at === 'shown' ? undefined : state.jobs[phase.jobId]));
  if (phase.at !== 'shown')
    return (
      <>
        <div className={styles.progress} role="status">
          <span>{phase.at === 'merging' ? 'Bringing it in…' : ''}</span>
          {progress && progress.total > 0 ? <ProgressBar label="Merging" done={progress.done} total={progress.total} /> : null}
        </div>
        <Button onClick={() => (phase.at === 'comparing' ? closeMerge() : stopMerge(phase.jobId))}>Stop</Button>
      </>
    );
  const { preview } = phase;
  const nothing = preview.comes.length === 0 && fromThere.size === 0;
  return (
    <>
      <Button onClick={chooseAgain}>Choose another</Button>
      <Button onClick={closeMerge}>{nothing ? 'Close' : 'Cancel'}</Button>
      <Button look="primary" disabled={nothing} onClick={() => void merge(preview)}>
        Merge
      </Button>
    </>
  );
}
