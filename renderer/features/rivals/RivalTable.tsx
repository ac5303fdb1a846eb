// One topic: its rivals ranked by what speaks against them, and the evidence row by row, the most telling first.
import { Plus, Trash2 } from 'lucide-react';

import { type AnalysedRow, analyseRivals, type RivalAnalysis, type RivalCell } from '#shared/domain/evidence/rival-analysis';
import { RIVAL_MARKS, RIVAL_WEIGHTS, type RivalMark, type RivalSet, type RivalWeight } from '#shared/model/records/rival-set';
import { askText } from '#renderer/stores/quick-pick-store';
import { edit, tryEdit } from '#renderer/stores/vault-actions';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { Button, IconButton } from '../../ui/Button.tsx';
import ui from '../../ui/ui.module.css';
import { useEvidence } from '../evidence/index.ts';
import styles from './rivals.module.css';

export function RivalTable({ set }: { set: RivalSet }) {
  const scope = useEvidence();
  const analysis = analyseRivals(scope.evidence, set);
  const rowOf = new Map(analysis.rows.map((row) => [row.row.id, row]));
  const addWords = async (): Promise<void> => {
    const statement = await askText({ title: 'Evidence in words of its own', placeholder: 'What was heard or seen', action: 'Add' });
    if (statement?.trim()) await edit('setRivalRow', { rivalSetId: set.id, statement: statement.trim() });
  };
  return (
    <section className={styles.topic} aria-label={set.name}>
      <header className={styles.head}>
        <h3>{set.name}</h3>
        <Button icon={<Plus size={14} aria-hidden="true" />} onClick={() => void addWords().catch(() => undefined)}>
          Add evidence…
        </Button>
        <IconButton
          label={`Remove the topic ${set.name}. Undo brings it back.`}
          onClick={() =>
            void edit('removeRivalSet', { rivalSetId: set.id })
              .then(() => focusFrontSurface())
              .catch(() => undefined)
          }
        >
          <Trash2 size={14} aria-hidden="true" />
        </IconButton>
      </header>
      <Ranking analysis={analysis} />
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Evidence, most telling first</th>
              {set.assumptionIds.map((id) => (
                <th key={id} scope="col" className={styles.rival} title={scope.shown(scope.reader.get('assumptions', id)?.statement ?? '')}>
                  <span className={styles.code}>{scope.codeOf(id)}</span>{' '}
                  <bdi>{scope.shown(scope.reader.get('assumptions', id)?.statement ?? '')}</bdi>
                </th>
              ))}
              <th scope="col">Credible</th>
              <th scope="col">Relevant</th>
              <th scope="col" className={styles.number}>
                Tells apart
              </th>
            </tr>
          </thead>
          <tbody>
            {analysis.telling.map((id) => {
              const row = rowOf.get(id);
              return row ? <EvidenceRow key={id} set={set} found={row} /> : null;
            })}
          </tbody>
        </table>
      </div>
      {set.rows.length === 0 ? (
        <p className={styles.quiet}>No theme is judged against these yet. Judge in the matrix, or add evidence in words.</p>
      ) : null}
    </section>
  );
}

function Ranking({ analysis: { ranking, open } }: { analysis: RivalAnalysis }) {
  const scope = useEvidence();
  return (
    <>
      <ol className={styles.ranking} aria-label="Least against it first">
        {ranking.map(({ assumptionId, rank, inconsistency, against }) => {
          const assumption = scope.reader.get('assumptions', assumptionId);
          return (
            <li key={assumptionId}>
              <span className={styles.rank}>{rank}</span>
              <span>
                <bdi>{scope.shown(assumption?.statement ?? '')}</bdi>{' '}
                <bdi className={styles.quiet}>
                  {scope.shown(scope.reader.get('departments', assumption?.departmentId ?? '')?.name ?? '')}
                </bdi>
              </span>
              <span className={styles.against} title="Weighted inconsistency">
                <span className={styles.record}>{inconsistency.toFixed(2)}</span> against, in {against} {against === 1 ? 'row' : 'rows'}
              </span>
            </li>
          );
        })}
      </ol>
      {open > 0 ? <p className={styles.quiet}>{open} marks are open: the order may still change.</p> : null}
    </>
  );
}

const MARK_NAMES: { readonly [M in RivalMark]: string } = {
  CC: 'CC fits well',
  C: 'C fits',
  N: 'N neutral',
  I: 'I against',
  II: 'II much against',
  NA: 'NA not meant',
};

function EvidenceRow({ set, found: { row, statement, cells, diagnosticity } }: { set: RivalSet; found: AnalysedRow }) {
  const rivalSetId = set.id;
  const rowId = row.id;
  return (
    <tr>
      <th scope="row">
        <span>{statement}</span>
      </th>
      {cells.map((cell, index) => (
        <MarkCell
          key={set.assumptionIds[index]}
          set={set}
          rowId={rowId}
          statement={statement}
          assumptionId={set.assumptionIds[index] ?? ''}
          cell={cell}
        />
      ))}
      {(['credibility', 'relevance'] as const).map((name) => (
        <td key={name}>
          <select
            className={ui.input}
            aria-label={`${name} of ${statement}`}
            value={row[name]}
            onChange={(event) => tryEdit('setRivalRow', { rivalSetId, rowId, [name]: event.target.value as RivalWeight })}
          >
            {RIVAL_WEIGHTS.map((weight) => (
              <option key={weight}>{weight}</option>
            ))}
          </select>
        </td>
      ))}
      <td className={styles.number}>
        <span className={styles.record}>{diagnosticity.toFixed(2)}</span>
        <IconButton
          label={`Remove the evidence “${statement}”. Undo brings it back.`}
          onClick={(event) => {
            focusBeside(event.currentTarget);
            tryEdit('removeRivalRow', { rivalSetId, rowId });
          }}
        >
          <Trash2 size={12} aria-hidden="true" />
        </IconButton>
      </td>
    </tr>
  );
}

/** The row of this button goes away: the same button of the next row takes the focus, or of the one before; with none left, the way to add one. */
function focusBeside(button: HTMLElement): void {
  const row = button.closest('tr');
  const beside = row?.nextElementSibling ?? row?.previousElementSibling ?? row?.closest('section')?.querySelector('header');
  beside?.querySelector<HTMLElement>('button')?.focus();
}

interface MarkCellProps {
  set: RivalSet;
  rowId: string;
  statement: string;
  assumptionId: string;
  cell: RivalCell;
}

function MarkCell({ set, rowId, statement, assumptionId, cell: { mark, byHand } }: MarkCellProps) {
  const scope = useEvidence();
  const pick = (value: string): void => {
    const picked = RIVAL_MARKS.find((each) => each === value) ?? null;
    tryEdit('setRivalMark', { rivalSetId: set.id, rowId, assumptionId, mark: picked });
  };
  return (
    <td>
      <select
        className={byHand ? ui.input : `${ui.input} ${styles.fromMatrix}`}
        aria-label={`${statement} on ${scope.codeOf(assumptionId)}${byHand ? '' : ', as in the matrix'}`}
        value={byHand && mark ? mark : ''}
        onChange={(event) => pick(event.target.value)}
      >
        <option value="">{byHand ? 'As in the matrix' : mark === null ? '– open' : MARK_NAMES[mark]}</option>
        {RIVAL_MARKS.map((each) => (
          <option key={each} value={each}>
            {MARK_NAMES[each]}
          </option>
        ))}
      </select>
    </td>
  );
}
