// The history of the study: days, the steps of each, and what a step changed.
import { useRef, useState } from 'react';

import { countNoun } from '#shared/lib/text';
import type { HistoryDay } from '#shared/rpc/history-answers';
import { useShowStatus } from '#renderer/stores/status-items';

import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterField } from '../../ui/FilterField.tsx';
import type { TabView } from '../room.ts';
import { KeepSteps } from './KeepSteps.tsx';
import { lookAt } from './look-back.ts';
import { StepDetails } from './StepDetails.tsx';
import { StepList } from './StepList.tsx';
import { dayInWords } from './times.ts';
import { useHistory } from './use-history.ts';
import styles from './history.module.css';

export const HistoryTab: TabView<'history'> = ({ active }) => {
  const [filter, setFilter] = useState('');
  const [day, setDay] = useState<HistoryDay | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [kept, setKept] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const { overview, steps, next, error, loading, more } = useHistory(day?.seq ?? null, filter, kept);
  const step = steps.find(({ seq }) => seq === chosen) ?? steps[0] ?? null;
  useShowStatus(active, overview ? [countNoun(overview.steps, 'step', 'steps'), countNoun(overview.days.length, 'day', 'days')] : []);
  const enterList = (): void => list.current?.querySelector<HTMLElement>('[data-step][tabindex="0"]')?.focus();
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h2>History</h2>
        <FilterField label="Find steps by name" value={filter} onChange={setFilter} onEnterList={enterList} />
        {overview ? <DayChoice days={overview.days} day={day} onDay={setDay} /> : null}
      </header>
      {error === null ? null : <p role="alert">{error}</p>}
      {overview && overview.lostUpTo !== null ? <Gap upTo={overview.lostUpTo} /> : null}
      <div className={styles.columns}>
        <div ref={list} className={styles.list}>
          <StepList steps={steps} chosen={step?.seq ?? null} onChoose={setChosen} onLook={(seq) => void lookAt(seq)} />
          {steps.length === 0 && !loading && error === null && (filter !== '' || overview?.lostUpTo === null) ? (
            <Nothing filter={filter} />
          ) : null}
          {next === null ? null : (
            <Button className={styles.more} disabled={loading} onClick={more}>
              Show earlier steps
            </Button>
          )}
          {next === null && steps.length > 0 && filter === '' && overview && overview.startSeq > 0 && overview.lostUpTo === null ? (
            <p className={styles.quiet}>Earlier steps are no longer kept.</p>
          ) : null}
        </div>
        {step ? <StepDetails step={step} /> : null}
      </div>
      {overview ? <KeepSteps overview={overview} onKept={() => setKept(kept + 1)} /> : null}
    </div>
  );
};

/** Steps that should be there and are not: damage is never passed off as a short history. */
function Gap({ upTo }: { upTo: number }) {
  return (
    <p className={styles.gap} role="status">
      <strong>The history is not whole.</strong> Changes up to number {upTo.toLocaleString('en')} cannot all be read: files in the study’s
      folder “history” are damaged or missing. All your work is in the study; only the steps up to there cannot be shown, looked back at or
      undone. Checking the study’s files names them.
    </p>
  );
}

function Nothing({ filter }: { filter: string }) {
  return (
    <EmptyState>
      {filter === ''
        ? 'No steps yet. Everything you do in this study will stand here, day by day, and can be looked at again.'
        : `No step is called “${filter}”.`}
    </EmptyState>
  );
}

interface DayChoiceProps {
  days: readonly HistoryDay[];
  day: HistoryDay | null;
  onDay(day: HistoryDay | null): void;
}

function DayChoice({ days, day, onDay }: DayChoiceProps) {
  return (
    <label className={styles.dayChoice}>
      <span>Start at</span>
      <select value={day?.seq ?? ''} onChange={(event) => onDay(days.find(({ seq }) => String(seq) === event.target.value) ?? null)}>
        <option value="">now</option>
        {days.map((each) => (
          <option key={each.seq} value={each.seq}>
            {dayInWords(each.day)} ({countNoun(each.steps, 'step', 'steps')})
          </option>
        ))}
      </select>
    </label>
  );
}
