// The listening ratio: how much of the words each interviewer leaves to those who are heard, and how they ask.
import type { CSSProperties } from 'react';

import { byInterviewer } from '#shared/domain/rhythm/interviewers';
import { shareInWords } from '#shared/domain/rhythm/rhythm-words';
import { countNoun } from '#shared/lib/text';
import type { InterviewListening, QuestionCounts } from '#shared/model/interview-listening';
import { useRecord } from '#renderer/stores/record-hooks';
import { useShownText } from '#renderer/stores/shown-names';
import { useShowStatus } from '#renderer/stores/status-items';
import { openTab } from '#renderer/stores/tabs';

import { EmptyState } from '../../ui/EmptyState.tsx';
import { TabPage } from '../../ui/TabPage.tsx';
import type { TabView } from '../room.ts';
import { useListening } from './use-listening.ts';
import styles from './rhythm.module.css';

export const ListeningTab: TabView<'listening'> = ({ active }) => {
  const interviews = useListening();
  const told = (interviews ?? []).filter(({ ratio }) => ratio !== null);
  useShowStatus(active, [countNoun(told.length, 'interview', 'interviews')]);
  return (
    <TabPage title="Listening ratio" gap={28}>
      <p className={styles.quiet}>
        Those who are heard should say most of the words, and open questions let them. There is no right number: it is a mirror for whoever
        asks, not a mark.
      </p>
      {interviews === null ? <p role="status">Reading the interviews…</p> : null}
      {interviews !== null && told.length === 0 ? (
        <EmptyState>
          Nothing to compare yet. Import interviews, and say in “Speakers” who asks and who is heard; then this page fills by itself.
        </EmptyState>
      ) : null}
      {told.length > 0 ? (
        <>
          <Interviewers interviews={told} />
          <Interviews interviews={told} />
        </>
      ) : null}
    </TabPage>
  );
};

const HEADS = ['Participants say', 'Words: participants, interviewer', 'Questions'];

function Interviewers({ interviews }: { interviews: readonly InterviewListening[] }) {
  return (
    <section aria-labelledby="listening-people">
      <h2 className={styles.heading} id="listening-people">
        By interviewer
      </h2>
      <table className={styles.table}>
        <caption className="visually-hidden">Listening ratio by interviewer</caption>
        <Head first="Interviewer" />
        <tbody>
          {byInterviewer(interviews).map(({ name, interviews: count, words, participantWords, share, questions }) => (
            <tr key={name}>
              <th scope="row">
                <bdi>{name}</bdi>
                <span className={styles.under}>{countNoun(count, 'interview', 'interviews')}</span>
              </th>
              <Cells share={share} words={[participantWords, words]} questions={questions} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Interviews({ interviews }: { interviews: readonly InterviewListening[] }) {
  const sorted = interviews.toSorted((left, right) => (left.ratio?.participants ?? 0) - (right.ratio?.participants ?? 0));
  return (
    <section aria-labelledby="listening-interviews">
      <h2 className={styles.heading} id="listening-interviews">
        By interview
      </h2>
      <table className={styles.table}>
        <caption className="visually-hidden">Listening ratio by interview</caption>
        <Head first="Interview" />
        <tbody>
          {sorted.map((interview) => (
            <InterviewRow key={interview.sourceId} interview={interview} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Head({ first }: { first: string }) {
  return (
    <thead>
      <tr>
        {[first, ...HEADS].map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function InterviewRow({ interview: { sourceId, ratio, participantWords, interviewers } }: { interview: InterviewListening }) {
  const source = useRecord('sources', sourceId);
  const shown = useShownText();
  const sum = (pick: (each: InterviewListening['interviewers'][number]) => number): number =>
    interviewers.reduce((total, each) => total + pick(each), 0);
  const questions = {
    open: sum((each) => each.questions.open),
    closed: sum((each) => each.questions.closed),
    unclear: sum((each) => each.questions.unclear),
  };
  return (
    <tr>
      <th scope="row">
        <button type="button" className={styles.link} onClick={() => openTab({ kind: 'transcript', id: sourceId })}>
          <bdi>{shown(source?.title ?? '')}</bdi>
        </button>
        <span className={styles.under}>{interviewers.map(({ name }) => name).join(', ')}</span>
      </th>
      <Cells share={ratio?.participants ?? null} words={[participantWords, sum((each) => each.words)]} questions={questions} />
    </tr>
  );
}

interface CellsProps {
  share: number | null;
  /** Of participants and of who asks. */
  words: readonly [number, number];
  questions: QuestionCounts;
}

function Cells({ share, words: [heard, asking], questions: { open, closed, unclear } }: CellsProps) {
  return (
    <>
      <td>
        <span className={styles.share}>
          <span className={styles.bar} style={{ '--share': `${(share ?? 0) * 100}%` } as CSSProperties} aria-hidden="true" />
          {shareInWords(share)}
        </span>
      </td>
      <td className={styles.figure}>
        {heard.toLocaleString('en')}, {asking.toLocaleString('en')}
      </td>
      <td>
        {open} open, {closed} closed or leading
        {unclear > 0 ? <span className={styles.under}>{unclear} too short to tell, or not in English</span> : null}
      </td>
    </>
  );
}
