// The self-assessment: the last round statement by statement, what changed, where we are far apart, what keeps us from listening, and all rounds.
import { Pencil, Plus, Trash2 } from 'lucide-react';

import { OBSTACLES } from '#shared/domain/self-assessment/obstacles';
import { type AssessmentRound, farApart, type StatementReading } from '#shared/domain/self-assessment/read-assessments';
import { STATEMENTS } from '#shared/domain/self-assessment/statements';
import { changeInWords, meanInWords, spreadInWords } from '#shared/domain/self-assessment/assessment-words';
import { dayInWords, monthOf } from '#shared/domain/readout/sentences';
import type { Assessment } from '#shared/model/records/assessment';
import { countNoun } from '#shared/lib/text';
import { useRecords } from '#renderer/stores/record-hooks';
import { useShowStatus } from '#renderer/stores/status-items';
import { tryEdit } from '#renderer/stores/vault-actions';

import { Button, IconButton } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TabPage } from '../../ui/TabPage.tsx';
import type { TabView } from '../room.ts';
import { AssessmentChart } from './AssessmentChart.tsx';
import { openAssessment } from './assessment-store.ts';
import { useAssessmentRounds } from './use-assessment-rounds.ts';
import styles from './self-assessment.module.css';

export const SelfAssessmentTab: TabView<'self-assessment'> = ({ active }) => {
  const rounds = useAssessmentRounds();
  const last = rounds.at(-1);
  useShowStatus(active, [countNoun(rounds.length, 'round', 'rounds')]);
  return (
    <TabPage
      title="Self-assessment"
      gap={28}
      tools={
        <Button look="primary" icon={<Plus size={14} aria-hidden="true" />} onClick={() => openAssessment(null)}>
          Assess…
        </Button>
      }
    >
      {last === undefined ? (
        <EmptyState
          centred
          title="How close are we to our customers?"
          actions={<Button onClick={() => openAssessment(null)}>Answer ten statements</Button>}
        >
          Ten statements, five minutes, each of us alone. What matters is not the number but where we differ, what moves from one quarter to
          the next, and what keeps us from listening. Repeat it every three months.
        </EmptyState>
      ) : (
        <>
          <Overview rounds={rounds} last={last} />
          <Statements round={last} />
          <Obstacles round={last} />
          <Answers />
        </>
      )}
    </TabPage>
  );
};

function Overview({ rounds, last }: { rounds: readonly AssessmentRound[]; last: AssessmentRound }) {
  const apart = farApart(last);
  return (
    <section className={styles.overview} aria-label="Over time">
      <div>
        <p className={styles.leadLabel}>{monthOf(last.month)}</p>
        <p className={styles.leadFigure}>{meanInWords(last.overall)}</p>
        <p className={styles.quiet}>of 5, by {countNoun(last.assessments.length, 'person', 'people')}. A mirror, not a mark.</p>
        {apart.length > 0 ? (
          <p className={styles.quiet}>
            We are furthest apart on: {apart.map(({ key }) => `“${STATEMENTS[key]}”`).join(' ')} Begin the talk there.
          </p>
        ) : null}
      </div>
      <AssessmentChart rounds={rounds} />
    </section>
  );
}

function Statements({ round }: { round: AssessmentRound }) {
  return (
    <section aria-labelledby="assessment-statements">
      <h2 className={styles.heading} id="assessment-statements">
        Statement by statement
      </h2>
      <table className={styles.table}>
        <caption className="visually-hidden">Mean, change and spread of each statement in {monthOf(round.month)}</caption>
        <thead>
          <tr>
            <th scope="col">Statement</th>
            <th scope="col">Mean</th>
            <th scope="col">Since the last round</th>
            <th scope="col">From, to</th>
          </tr>
        </thead>
        <tbody>
          {round.statements.map((statement) => (
            <StatementRow key={statement.key} statement={statement} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function StatementRow({ statement }: { statement: StatementReading }) {
  const { key, mean, change } = statement;
  return (
    <tr>
      <th scope="row">{STATEMENTS[key]}</th>
      <td className={styles.meanCell}>
        <span className={styles.figure}>{meanInWords(mean)}</span>
        <span className={styles.bar} style={{ '--share': `${(((mean ?? 1) - 1) / 4) * 100}%` } as React.CSSProperties} aria-hidden="true" />
      </td>
      <td className={styles.figure}>{changeInWords(change)}</td>
      <td className={styles.figure}>{spreadInWords(statement)}</td>
    </tr>
  );
}

function Obstacles({ round }: { round: AssessmentRound }) {
  return (
    <section aria-labelledby="assessment-obstacles">
      <h2 className={styles.heading} id="assessment-obstacles">
        What keeps us from listening, and what helps
      </h2>
      {round.obstacles.length === 0 ? (
        <p className={styles.quiet}>Nobody named an obstacle in this round.</p>
      ) : (
        <ul className={styles.obstacles}>
          {round.obstacles.map(({ key, people }) => (
            <li key={key} className={styles.obstacle}>
              <h3 className={styles.obstacleWords}>
                {OBSTACLES[key].words} <span className={styles.figure}>named by {countNoun(people, 'person', 'people')}</span>
              </h3>
              <p>{OBSTACLES[key].remedy}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Every assessment, newest first, to be looked at again, changed or removed. */
function Answers() {
  const assessments = [...useRecords('assessments')].sort((left, right) => (left.on < right.on ? 1 : left.on > right.on ? -1 : 0));
  return (
    <section aria-labelledby="assessment-answers">
      <h2 className={styles.heading} id="assessment-answers">
        Who answered, and when
      </h2>
      <ul>
        {assessments.map((assessment) => (
          <AnswerLine key={assessment.id} assessment={assessment} />
        ))}
      </ul>
    </section>
  );
}

function AnswerLine({ assessment }: { assessment: Assessment }) {
  const { id, on, person, note } = assessment;
  const day = dayInWords(on);
  return (
    <li className={styles.answer}>
      <span>
        <bdi>{person}</bdi>
        {note.trim() === '' ? null : <span className={styles.note}>{note}</span>}
      </span>
      <span className={styles.figure}>{day}</span>
      <span>
        <IconButton label={`Edit the assessment of ${person}, ${day}`} onClick={() => openAssessment(id)}>
          <Pencil size={14} aria-hidden="true" />
        </IconButton>
        <IconButton label={`Remove the assessment of ${person}, ${day}`} onClick={() => tryEdit('removeAssessment', { assessmentId: id })}>
          <Trash2 size={14} aria-hidden="true" />
        </IconButton>
      </span>
    </li>
  );
}
