// The dialog for other tools: a project in, or the study out, each with its report before anything is done.
import { FileDown } from 'lucide-react';
import { useRef } from 'react';

import { useProgressStore } from '#renderer/stores/progress-store';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { EncodingField } from './EncodingField.tsx';
import styles from './exchange.module.css';
import { ExportChoices } from './ExportChoices.tsx';
import { ExchangeReportList } from './ExchangeReportList.tsx';
import {
  cancelExchange,
  closeExchange,
  commitCodebook,
  commitExchange,
  type ExchangePhase,
  readProjectFile,
  rereadCodebook,
  useExchangeStore,
  writeExchange,
} from './exchange-store.ts';

const EXPORT_TITLES = { qdpx: 'Export the study for other tools', qdc: 'Export the codebook for other tools' } as const;

export function ExchangeDialog() {
  const phase = useExchangeStore((state) => state.phase);
  if (phase.at === 'closed') return null;
  const title = phase.at === 'export' || phase.at === 'reporting' ? EXPORT_TITLES[phase.format] : 'Import from another tool';
  return (
    <Dialog title={title} width={620} onClose={closeExchange} footer={<Footer phase={phase} />}>
      <Body phase={phase} />
    </Dialog>
  );
}

function Body({ phase }: { phase: ExchangePhase }) {
  switch (phase.at) {
    case 'choosing':
      return <ChooseProject error={phase.error} />;
    case 'reading':
      return <p role="status">{`Reading ${phase.fileName}…`}</p>;
    case 'reporting':
      return <p role="status">Looking through the study…</p>;
    case 'preview':
    case 'importing':
      return (
        <>
          <p className={styles.name}>{phase.preview.name}</p>
          <p className={styles.quiet}>
            {[phase.preview.fileName, phase.preview.origin && `written by ${phase.preview.origin}`].filter(Boolean).join(', ')}
          </p>
          {phase.at === 'preview' && phase.message ? <p className={styles.message}>{phase.message}</p> : null}
          <ExchangeReportList report={phase.preview.report} />
        </>
      );
    case 'codebook':
      return (
        <>
          <p className={styles.name}>Codebook</p>
          <p className={styles.quiet}>{phase.codebook.fileName}</p>
          {phase.message ? (
            <p className={styles.message} role="alert">
              {phase.message}
            </p>
          ) : null}
          <EncodingField read={phase.codebook} onChoose={(encoding) => void rereadCodebook(phase, encoding)} />
          <ExchangeReportList report={phase.codebook.report} />
        </>
      );
    case 'export':
      return (
        <>
          <ExportChoices phase={phase} />
          <ExchangeReportList report={phase.report} />
        </>
      );
    case 'closed':
      return null;
  }
}

function ChooseProject({ error }: { error: string | null }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      {error ? (
        <p className={styles.message} role="alert">
          {error}
        </p>
      ) : null}
      <div className={styles.choose}>
        <FileDown size={28} strokeWidth={1.75} aria-hidden="true" />
        <p>Choose a project or a codebook that you exported from another tool.</p>
        <p className={styles.quiet}>
          REFI-QDA projects and codebooks (.qdpx, .qdc) from NVivo, ATLAS.ti, MAXQDA, QualCoder, Quirkos and others, and Taguette databases
          (.sqlite3), up to 50 MB; codebooks as tables (.csv) with the columns Tag, Definition and Colour. You see what comes over before
          anything is changed.
        </p>
        <Button look="primary" autoFocus icon={<FileDown size={14} aria-hidden="true" />} onClick={() => input.current?.click()}>
          Choose a file…
        </Button>
        <input
          ref={input}
          type="file"
          accept=".qdpx,.qdc,.qde,.sqlite3,.csv,.tsv"
          className="visually-hidden"
          tabIndex={-1}
          aria-label="Project file"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void readProjectFile(file);
            event.target.value = '';
          }}
        />
      </div>
    </>
  );
}

function Footer({ phase }: { phase: ExchangePhase }) {
  if (phase.at === 'importing') return <Progress jobId={phase.jobId} />;
  return (
    <>
      <Button onClick={closeExchange}>Cancel</Button>
      {phase.at === 'preview' ? (
        <Button
          look="primary"
          autoFocus
          disabled={phase.preview.report.brings.length === 0}
          onClick={() => void commitExchange(phase.preview)}
        >
          Import
        </Button>
      ) : null}
      {phase.at === 'codebook' ? (
        <Button
          look="primary"
          autoFocus
          disabled={phase.storing || phase.codebook.added + phase.codebook.changed === 0}
          onClick={() => void commitCodebook(phase)}
        >
          Import
        </Button>
      ) : null}
      {phase.at === 'export' ? (
        <Button look="primary" autoFocus disabled={phase.writing || phase.reporting} onClick={() => void writeExchange(phase)}>
          {phase.writing ? 'Exporting…' : 'Export'}
        </Button>
      ) : null}
    </>
  );
}

function Progress({ jobId }: { jobId: string }) {
  const job = useProgressStore((state) => state.jobs[jobId]);
  return (
    <div className={styles.progress}>
      <span role="status">{job ? `Importing ${Math.min(job.done + 1, job.total)} of ${job.total}` : 'Importing'}</span>
      <ProgressBar label="Importing" done={job?.done ?? 0} total={job?.total ?? 1} />
      <Button onClick={() => cancelExchange(jobId)} autoFocus>
        Stop
      </Button>
    </div>
  );
}
