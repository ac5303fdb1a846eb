// The answer: totals with what they mean, then figures by tag or the passages where the two differ.
import { FileDown } from 'lucide-react';
import { useState } from 'react';

import { countNoun } from '#shared/lib/text';
import type { AgreementAnswer } from '#shared/rpc/coder-answers';
import type { AgreementAsked } from '#shared/rpc/coder-inputs';
import { useProgressStore } from '#renderer/stores/progress-store';
import { useShowStatus } from '#renderer/stores/status-items';

import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { coefficientText, LIMITS } from './agreement-words.ts';
import { AgreementTable } from './AgreementTable.tsx';
import { AgreementTotals } from './AgreementTotals.tsx';
import { shownCoder } from './coder-name.ts';
import styles from './coders.module.css';
import { DisputedPassages } from './DisputedPassages.tsx';
import { exportFigures } from './export-figures.ts';
import { useAgreement } from './use-agreement.ts';

export function AgreementView({ asked, active }: { asked: AgreementAsked; active: boolean }) {
  const { answer, jobId, problem, again, stop } = useAgreement(asked);
  const [whole] = answer?.figures ?? [];
  useShowStatus(
    active,
    answer && whole ? [`alpha ${coefficientText(whole.alpha)}`, countNoun(answer.totalPassages, 'passage differs', 'passages differ')] : [],
  );
  if (problem !== null)
    return (
      <div className={styles.line} role="alert">
        <span>{problem}</span>
        <Button onClick={again}>Count again</Button>
      </div>
    );
  if (answer === null) return <Counting jobId={jobId} onStop={stop} />;
  const names = asked.coders.map(shownCoder) as [string, string];
  if (!whole)
    return (
      <EmptyState title="No interview that both coded">
        {`${names.join(' and ')} tagged something, but never in the same interview. Give one of them a coding pack with interviews that the other has coded.`}
      </EmptyState>
    );
  return <Answer asked={asked} answer={answer} names={names} jobId={jobId} onStop={stop} />;
}

function Answer({
  asked,
  answer,
  names,
  jobId,
  onStop,
}: {
  asked: AgreementAsked;
  answer: AgreementAnswer;
  names: [string, string];
  jobId: string | null;
  onStop(): void;
}) {
  const [shows, setShows] = useState<'figures' | 'passages'>('figures');
  const [tagId, setTagId] = useState<string | null>(null);
  const [whole, ...tags] = answer.figures;
  if (!whole) return null;
  const showPassages = (of: string | null): void => {
    setTagId(of);
    setShows('passages');
  };
  return (
    <>
      {jobId === null ? (
        <p className={styles.quiet} role="status">
          {`${names.join(' and ')} in ${countNoun(answer.sources, 'interview', 'interviews')} that both coded.${
            answer.unsure === 0
              ? ''
              : ` ${countNoun(answer.unsure, 'snippet is', 'snippets are')} left out: their place in the text is not sure.`
          }`}
        </p>
      ) : (
        <Counting jobId={jobId} onStop={onStop} />
      )}
      <AgreementTotals figures={whole} tags={tags.length} unit={asked.unit} />
      <div className={styles.line}>
        <Button aria-pressed={shows === 'figures'} className={styles.toggle} onClick={() => setShows('figures')}>
          Tag by tag
        </Button>
        <Button aria-pressed={shows === 'passages'} className={styles.toggle} onClick={() => showPassages(null)}>
          {`Where they differ (${answer.totalPassages})`}
        </Button>
        <span className={styles.grow} />
        <Button icon={<FileDown size={14} aria-hidden="true" />} onClick={() => void exportFigures(asked)}>
          This table (CSV)
        </Button>
      </div>
      {shows === 'figures' ? (
        <>
          <AgreementTable figures={answer.figures} passages={answer.passages} names={names} onPassages={showPassages} />
          <p className={styles.quiet}>{LIMITS}</p>
        </>
      ) : (
        <DisputedPassages answer={answer} names={names} tagId={tagId} onAll={() => setTagId(null)} />
      )}
    </>
  );
}

function Counting({ jobId, onStop }: { jobId: string | null; onStop(): void }) {
  const progress = useProgressStore((state) => (jobId === null ? undefined : state.jobs[jobId]));
  return (
    <div className={styles.line} role="status">
      <span>Counting…</span>
      {progress ? (
        <>
          <ProgressBar label="Counting" done={progress.done} total={progress.total} />
          <Button onClick={onStop}>Stop</Button>
        </>
      ) : null}
    </div>
  );
}
