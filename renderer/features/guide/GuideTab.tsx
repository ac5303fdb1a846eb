// The interview guide: its questions with what is said of their wording, and which of them was asked in which interview.
import { FileDown } from 'lucide-react';

import { countNoun } from '#shared/lib/text';
import { useRecord } from '#renderer/stores/record-hooks';
import { useShownText } from '#renderer/stores/shown-names';
import { useShowStatus } from '#renderer/stores/status-items';
import { tryEdit } from '#renderer/stores/vault-actions';

import { AddLine } from '../../ui/AddLine.tsx';
import { Button } from '../../ui/Button.tsx';
import { CommitField } from '../../ui/Field.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import type { TabView } from '../room.ts';
import { CoverageTable } from './CoverageTable.tsx';
import { addQuestion, addQuestionFor, saveGuide } from './guide-actions.ts';
import { showGuidePart, useGuideStore } from './guide-store.ts';
import { QuestionCard } from './QuestionCard.tsx';
import { type LiveCoverage, useCoverage } from './use-coverage.ts';
import styles from './guide.module.css';

export const GuideTab: TabView<'guide'> = ({ active }) => {
  const part = useGuideStore((view) => view.part);
  const live = useCoverage(part === 'coverage');
  const { questions } = live.coverage;
  const flagged = questions.filter((each) => each.flagged.flags.length > 0).length;
  useShowStatus(active, [
    countNoun(questions.length, 'question', 'questions'),
    ...(flagged > 0 ? [`${flagged} with a remark on the wording`] : []),
  ]);
  return (
    <div className={styles.page} data-surface="other" tabIndex={0} role="region" aria-label="Interview guide" data-focus-first="">
      <header className={styles.head}>
        <h2>Interview guide</h2>
        <Button aria-pressed={part === 'questions'} onClick={() => showGuidePart('questions')}>
          Questions
        </Button>
        <Button aria-pressed={part === 'coverage'} onClick={() => showGuidePart('coverage')}>
          Coverage
        </Button>
        <Button icon={<FileDown size={14} aria-hidden="true" />} className={styles.last ?? ''} onClick={saveGuide}>
          Save as text
        </Button>
      </header>
      {part === 'questions' ? <Questions {...live} /> : <CoverageTable {...live} />}
    </div>
  );
};

function Questions({ coverage: { questions, interviews, untested } }: LiveCoverage) {
  return (
    <div className={styles.sheet}>
      <Words field="opening" label="How the interview begins" placeholder="Thanks, what it is for, consent to record" />
      <section className={styles.section} aria-label="Questions">
        <SectionTitle count={questions.length}>Questions</SectionTitle>
        {questions.length === 0 ? (
          <p className={styles.quiet}>
            Ask for what happened: “Tell me about the last time …”. Each question is linked to the assumptions that its answers test;
            leading, double and closed questions get a remark with the reason. Questions in other languages than English are not checked.
          </p>
        ) : null}
        <ol className={styles.questions}>
          {questions.map((asked, index) => (
            <QuestionCard key={asked.question.id} asked={asked} number={index + 1} of={questions.length} interviews={interviews.length} />
          ))}
        </ol>
        <AddLine label="Add a question" placeholder="Add a question…" onAdd={addQuestion} />
      </section>
      <Words field="closing" label="How the interview ends" placeholder="What else, whom else, may we come back" />
      {untested.length > 0 ? <Untested untested={untested} /> : null}
    </div>
  );
}

function Words({ field, label, placeholder }: { field: 'opening' | 'closing'; label: string; placeholder: string }) {
  const guide = useRecord('guide', 'guide');
  return (
    <CommitField
      label={label}
      multiline
      rows={2}
      placeholder={placeholder}
      value={guide?.[field] ?? ''}
      onCommit={(text) => tryEdit('updateGuide', { [field]: text }, `guide-${field}`)}
    />
  );
}

function Untested({ untested }: { untested: LiveCoverage['coverage']['untested'] }) {
  const shown = useShownText();
  return (
    <section className={styles.section} aria-label="Assumptions that no question tests">
      <SectionTitle count={untested.length}>Assumptions that no question tests</SectionTitle>
      <ul className={styles.untested}>
        {untested.map(({ id, statement, importance }) => (
          <li key={id}>
            <span className={styles.statement}>
              <bdi>{shown(statement)}</bdi> <span className={styles.record}>importance {importance}</span>
            </span>
            <Button look="quiet" onClick={() => void addQuestionFor(id)}>
              Add a question for it…
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
