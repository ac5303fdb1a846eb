// What stands behind a cell of the coverage: the words of the transcript, and the buttons that confirm it or not.
import { FileText } from 'lucide-react';

import type { CoverageCell, GuideCoverage } from '#shared/domain/guide/guide-coverage';
import { countNoun } from '#shared/lib/text';
import { useShownText } from '#renderer/stores/shown-names';
import { openTab } from '#renderer/stores/tabs';
import { tryEdit } from '#renderer/stores/vault-actions';
import { requestReveal } from '#renderer/stores/view-store';

import { Button } from '../../ui/Button.tsx';
import { useGuideStore } from './guide-store.ts';
import { setCell } from './note-cell.ts';
import { StateMark } from './StateMark.tsx';
import styles from './coverage.module.css';

const STATES = {
  asked: 'Asked',
  'not asked': 'Not asked',
  proposed: 'Proposed from the transcript, not confirmed',
  open: 'Open: nothing like it was found, and nobody has said',
} as const;

export function CellDetails({ coverage: { questions, interviews } }: { coverage: GuideCoverage }) {
  const shown = useShownText();
  const chosen = useGuideStore((view) => view.cell);
  const asked = questions.find(({ question }) => question.id === chosen?.questionId);
  const source = interviews.find(({ id }) => id === chosen?.sourceId);
  const cell = asked?.cells.find(({ sourceId }) => sourceId === chosen?.sourceId);
  if (!asked || !source || !cell) return <p className={styles.details}>Choose a cell to see what was said and to confirm it.</p>;
  const column = questions.flatMap(({ cells }) => cells.filter(({ sourceId }) => sourceId === source.id));
  const undecided = column.filter(({ state }) => state === 'open');
  return (
    <section className={styles.details} aria-label="The chosen cell">
      <p className={styles.about}>
        <bdi>{shown(asked.question.text)}</bdi> · <bdi>{shown(source.title)}</bdi>
      </p>
      <p className={styles.state}>
        <StateMark state={cell.state} /> {STATES[cell.state]}
      </p>
      <Said cell={cell} revision={source.transcript.revision} />
      <div className={styles.actions}>
        <Button aria-pressed={cell.state === 'asked'} onClick={() => void setCell(cell, true)}>
          Asked
        </Button>
        <Button aria-pressed={cell.state === 'not asked'} onClick={() => void setCell(cell, false)}>
          Not asked
        </Button>
        <Button disabled={cell.asking === null} onClick={() => void setCell(cell, null)}>
          Take back
        </Button>
        <Button disabled={undecided.length === 0} onClick={() => noteRest(undecided)}>
          {countNoun(undecided.length, 'open question', 'open questions')} here: not asked
        </Button>
      </div>
    </section>
  );
}

/** The words in which it seems to have been asked, and the way to them. */
function Said({ cell: { proposal, asking, sourceId }, revision }: { cell: CoverageCell; revision: number }) {
  const shown = useShownText();
  const noted = asking?.place?.revision === revision ? asking.place.turn : null;
  const turn = noted ?? proposal?.turn ?? null;
  if (turn === null) return null;
  const show = (): void => {
    requestReveal({ surface: 'transcript', sourceId, turn });
    openTab({ kind: 'transcript', id: sourceId });
  };
  return (
    <div className={styles.said}>
      {proposal ? (
        <p>
          “<bdi>{shown(proposal.said)}</bdi>” <span className={styles.quiet}>Words in common: {shown(proposal.words.join(', '))}</span>
        </p>
      ) : null}
      <Button look="quiet" icon={<FileText size={14} aria-hidden="true" />} onClick={show}>
        Turn {turn + 1} in the transcript
      </Button>
    </div>
  );
}

function noteRest(cells: readonly CoverageCell[]): void {
  tryEdit('recordAskings', { askings: cells.map(({ questionId, sourceId }) => ({ questionId, sourceId, asked: false })) });
}
