// Making a coding pack: which interviews go along, where it lies, and what to do with it then.
import { useState } from 'react';

import { countNoun } from '#shared/lib/text';
import { useProgressStore } from '#renderer/stores/progress-store';
import { useRecord, useRecords } from '#renderer/stores/record-hooks';
import { useVaultStore } from '#renderer/stores/vault-store';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { NewPassphrase, NO_PASSPHRASE, passphraseProblem, type TypedPassphrase } from '../encryption/index.ts';
import { FolderChooser, joinPath, studyFolderName } from '../welcome/index.ts';
import styles from './coders.module.css';
import { closePack, makePack, type PackPhase, stopPack, usePackStore } from './pack-store.ts';
import { PackInterviews } from './PackInterviews.tsx';
import { PackMade } from './PackMade.tsx';

export function PackDialog() {
  const phase = usePackStore((state) => state.phase);
  if (phase.at === 'closed') return null;
  return phase.at === 'made' ? <PackMade made={phase} /> : <PackForm phase={phase} />;
}

function PackForm({ phase }: { phase: Extract<PackPhase, { at: 'asking' | 'making' }> }) {
  const study = useRecord('study', 'study');
  const encrypted = useVaultStore((state) => state.status?.encrypted ?? false);
  const sources = useRecords('sources');
  const [name, setName] = useState(`${study?.name ?? 'Study'} for coding`);
  const [place, setPlace] = useState(useVaultStore.getState().defaultFolder);
  const [inside, setInside] = useState<string | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState<TypedPassphrase | null>(encrypted ? NO_PASSPHRASE : null);
  const chosen = sources.filter(({ id }) => !left.has(id));
  const folder = joinPath(inside ?? place, studyFolderName(name));
  const settled = typed === null || passphraseProblem(typed.passphrase, typed.again) === null;
  const ready = phase.at === 'asking' && name.trim() !== '' && place.trim() !== '' && chosen.length > 0 && settled;
  const make = (): void => {
    if (ready) void makePack(folder, left.size === 0 ? null : chosen.map(({ id }) => id), typed?.passphrase ?? null);
  };
  return (
    <Dialog title="Make a coding pack" width={620} onClose={closePack} footer={<Footer phase={phase} ready={ready} onMake={make} />}>
      <div className={styles.form}>
        <p>
          A pack is a study of its own for a second coder: the interviews that you choose, the participants and the codebook. Nothing that
          you made of them goes along, so they code without seeing what you coded.
        </p>
        {phase.at === 'asking' && phase.error ? (
          <p className={styles.message} role="alert">
            {phase.error}
          </p>
        ) : null}
        <PackInterviews left={left} onLeft={setLeft} />
        <TextInput
          label="Name of the folder"
          value={name}
          maxLength={300}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && make()}
        />
        <FolderChooser
          label="Where"
          folder={place}
          onFolder={setPlace}
          onSelect={(entry) => setInside(entry && !entry.isVault ? entry.folder : null)}
          onEnter={make}
          absent="This folder is not there yet. It will be made together with the pack."
        />
        <p className={styles.quiet}>
          Will be made as <span className="record">{folder}</span>
        </p>
        <label className={styles.check}>
          <input type="checkbox" checked={typed !== null} onChange={(event) => setTyped(event.target.checked ? NO_PASSPHRASE : null)} />
          Encrypt the pack: it opens with a passphrase only
        </label>
        {typed === null ? null : <NewPassphrase typed={typed} onTyped={setTyped} onEnter={make} />}
        <p className={styles.quiet}>
          Names of participants are in it as they are in this study.
          {encrypted && typed === null ? ' This study is encrypted; the pack would not be, and whoever has its folder could read it.' : ''}
        </p>
      </div>
    </Dialog>
  );
}

function Footer({ phase, ready, onMake }: { phase: PackPhase; ready: boolean; onMake(): void }) {
  const progress = useProgressStore((state) => (phase.at === 'making' ? state.jobs[phase.jobId] : undefined));
  if (phase.at === 'making')
    return (
      <>
        <div className={styles.progress} role="status">
          <span>{progress ? `Copying ${countNoun(progress.total, 'transcript', 'transcripts')}…` : 'Making the pack…'}</span>
          <ProgressBar label="Making the pack" done={progress?.done ?? 0} total={progress?.total ?? 0} />
        </div>
        <Button onClick={() => stopPack(phase.jobId)}>Stop</Button>
      </>
    );
  return (
    <>
      <Button onClick={closePack}>Cancel</Button>
      <Button look="primary" disabled={!ready} onClick={onMake}>
        Make the pack
      </Button>
    </>
  );
}
