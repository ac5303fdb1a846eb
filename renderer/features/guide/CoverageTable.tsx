// Which question was asked in which interview: proposed from the transcripts, confirmed by hand, one tab stop and arrows.
import { CheckCheck } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';

import { COVERAGE_STATES, type CoverageCell, type GuideQuestion, openProposals } from '#shared/domain/guide/guide-coverage';
import { countNoun, withoutDirections } from '#shared/lib/text';
import { notifyError } from '#renderer/stores/notification-store';
import { useShownText } from '#renderer/stores/shown-names';

import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CellDetails } from './CellDetails.tsx';
import { StateMark } from './StateMark.tsx';
import { confirmAll } from './guide-actions.ts';
import { showGuidePart, useGuideStore } from './guide-store.ts';
import { noteCell } from './note-cell.ts';
import type { LiveCoverage } from './use-coverage.ts';
import styles from './coverage.module.css';

/** Interviews on one page of the table. */
const PAGE = 24;

export function CoverageTable({ coverage, looked }: LiveCoverage) {
  const { questions, interviews } = coverage;
  const [first, setFirst] = useState(0);
  if (questions.length === 0 || interviews.length === 0) {
    return (
      <EmptyState
        centred
        title="Nothing to compare yet"
        actions={<Button onClick={() => showGuidePart('questions')}>Show the questions</Button>}
      >
        {questions.length === 0
          ? 'Once the guide has questions, this shows which of them was asked in which interview.'
          : 'Once there are interviews, this shows which question was asked in which.'}
      </EmptyState>
    );
  }
  const from = Math.min(first, Math.floor((interviews.length - 1) / PAGE) * PAGE);
  const open = openProposals(coverage).length;
  return (
    <div className={styles.coverage}>
      <div className={styles.bar}>
        <p role="status">{looked ? summary(coverage, open) : 'Looking through the transcripts…'}</p>
        {interviews.length > PAGE ? (
          <span className={styles.pages}>
            <Button disabled={from === 0} onClick={() => setFirst(from - PAGE)}>
              Earlier interviews
            </Button>
            <Button disabled={from + PAGE >= interviews.length} onClick={() => setFirst(from + PAGE)}>
              Later interviews
            </Button>
          </span>
        ) : null}
        <Button
          look="primary"
          disabled={open === 0}
          icon={<CheckCheck size={14} aria-hidden="true" />}
          onClick={() => void confirmAll().catch(notifyError)}
        >
          Confirm all proposals
        </Button>
      </div>
      <ul className={styles.legend} aria-label="Marks">
        {COVERAGE_STATES.map((state) => (
          <li key={state}>
            <StateMark state={state} /> {state}
          </li>
        ))}
      </ul>
      <Table questions={questions} coverage={coverage} from={from} />
      <CellDetails coverage={coverage} />
    </div>
  );
}

function summary({ questions, interviews }: LiveCoverage['coverage'], open: number): string {
  const size = `${countNoun(questions.length, 'question', 'questions')} in ${countNoun(interviews.length, 'interview', 'interviews')}`;
  return `${size}. ${open === 0 ? 'No proposal is open.' : `${countNoun(open, 'proposal', 'proposals')} from the transcripts to confirm.`} Only what is confirmed counts in verdicts.`;
}

interface TableProps {
  questions: readonly GuideQuestion[];
  coverage: LiveCoverage['coverage'];
  from: number;
}

function Table({ questions, coverage: { interviews }, from }: TableProps) {
  const shown = useShownText();
  const body = useRef<HTMLTableSectionElement>(null);
  const chosen = useGuideStore((view) => view.cell);
  const columns = interviews.slice(from, from + PAGE);
  const isChosen = (cell: CoverageCell): boolean => cell.questionId === chosen?.questionId && cell.sourceId === chosen.sourceId;
  const visible = questions.flatMap(({ cells }) => cells.slice(from, from + PAGE));
  const stop = visible.find(isChosen) ?? visible[0];
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className="visually-hidden">
          Questions of the guide against interviews. Arrows move; Enter marks asked, not asked, or neither.
        </caption>
        <thead>
          <tr>
            <th scope="col">Question</th>
            {columns.map(({ id, title }) => (
              <th key={id} scope="col" className={styles.interview} title={withoutDirections(shown(title))}>
                <bdi>{shown(title)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={(event) => moveFocus(event, columns.length)}>
          {questions.map(({ question, cells }, row) => (
            <tr key={question.id}>
              <th scope="row">
                <span className={styles.number}>{row + 1}</span> <bdi>{shown(question.text)}</bdi>
              </th>
              {cells.slice(from, from + PAGE).map((cell, column) => (
                <td key={cell.sourceId}>
                  <button
                    type="button"
                    className={styles.cell}
                    data-cell={`${row} ${column}`}
                    data-state={cell.state}
                    data-chosen={isChosen(cell)}
                    tabIndex={cell === stop ? 0 : -1}
                    aria-label={withoutDirections(`Question ${row + 1}, ${shown(columns[column]?.title ?? '')}: ${cell.state}`)}
                    onFocus={() => useGuideStore.setState({ cell: { questionId: cell.questionId, sourceId: cell.sourceId } })}
                    onClick={(event) => event.detail === 0 && noteCell(cell)}
                    onDoubleClick={() => noteCell(cell)}
                  >
                    <StateMark state={cell.state} />
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function moveFocus(event: KeyboardEvent<HTMLElement>, columns: number): void {
  const step = STEPS[event.key];
  const place = (event.target as HTMLElement).dataset.cell?.split(' ').map(Number);
  if (!place || event.ctrlKey || event.metaKey || event.altKey) return;
  const [row = 0, column = 0] = place;
  const target = event.key === 'Home' ? [row, 0] : event.key === 'End' ? [row, columns - 1] : step && [row + step[0], column + step[1]];
  const next = target && event.currentTarget.querySelector<HTMLElement>(`[data-cell="${target[0]} ${target[1]}"]`);
  if (!next) return;
  event.preventDefault();
  next.focus();
}
