// The matrix's side bar: which departments are shown, how rows are sorted, where to look first, and what the shapes mean.
import { earlyWarnings } from '#shared/domain/evidence/ask-next';
import { openTab } from '#renderer/stores/tabs';
import { requestReveal, select } from '#renderer/stores/view-store';

import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { EVIDENCE_SHAPES, EvidenceGlyph, type EvidenceShape } from '../../ui/EvidenceGlyph.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { peopleOfVerdict, useEvidence } from '../evidence/index.ts';
import { planHandlers } from '../plan/index.ts';
import { SORT_WORDS, SORTS } from '#shared/domain/evidence/arrange-matrix';
import { setHidden, setSort, useMatrixStore } from './matrix-store.ts';
import styles from './matrix-side.module.css';

export function MatrixSideBar() {
  const { matrix } = useEvidence();
  const departments = matrix.groups.filter(({ assumptions }) => assumptions.length > 0).map(({ department }) => department);
  if (departments.length === 0) {
    return (
      <EmptyState actions={<Button onClick={() => void planHandlers['department.addFive']()}>Add the five departments</Button>}>
        Columns are the assumptions of departments; there are none yet.
      </EmptyState>
    );
  }
  return (
    <div className={styles.side}>
      <LookFirst />
      <EarlyWarnings />
      <Button onClick={() => openTab({ kind: 'rivals' })}>Rival assumptions (ACH)…</Button>
      <div className={styles.more}>
        <Button onClick={() => openTab({ kind: 'customer' })}>The customer, as heard</Button>
      </div>
      <DepartmentFilter departments={departments} />
      <RowOrder />
      <Legend />
    </div>
  );
}

/** Important assumptions that what was heard contradicts, or that are mixed: the uncomfortable comes first. */
function LookFirst() {
  const scope = useEvidence();
  const rank = { contradicted: 0, mixed: 1 } as const;
  const found = scope.matrix.columns
    .flatMap((assumption) => {
      const answer = scope.verdicts.get(assumption.id);
      return answer && (answer.verdict === 'contradicted' || answer.verdict === 'mixed')
        ? [{ assumption, answer, rank: rank[answer.verdict] }]
        : [];
    })
    .sort((left, right) => right.assumption.importance - left.assumption.importance || left.rank - right.rank)
    .slice(0, 8);
  const show = (assumptionId: string): void => {
    const row = scope.matrix.rows.find((each) => each.cells.some((cell) => cell.assumptionId === assumptionId && cell.relation !== 'open'));
    if (row) requestReveal({ surface: 'matrix', themeId: row.theme.id, assumptionId });
    openTab({ kind: 'matrix' });
  };
  return (
    <section>
      <SectionTitle count={found.length}>Look here first</SectionTitle>
      {found.length === 0 ? <p className={styles.quiet}>Nothing is contradicted by enough people yet.</p> : null}
      <ul>
        {found.map(({ assumption, answer }) => (
          <li key={assumption.id}>
            <button type="button" className={styles.first} title={answer.reasons.join(' ')} onClick={() => show(assumption.id)}>
              <EvidenceGlyph shape={answer.verdict === 'mixed' ? 'mixed' : 'contradicts'} />
              <span className={styles.firstText}>
                <span className={styles.statement}>{assumption.statement}</span>
                <span className={styles.record}>
                  {scope.codeOf(assumption.id)} · {peopleOfVerdict(scope, answer)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Assumptions that two people or more contradict while the verdict says something else yet. */
function EarlyWarnings() {
  const scope = useEvidence();
  const warnings = earlyWarnings(scope.matrix.columns, scope.verdicts).filter(
    ({ answer }) => answer.verdict !== 'contradicted' && answer.verdict !== 'mixed',
  );
  if (warnings.length === 0) return null;
  return (
    <section>
      <SectionTitle count={warnings.length}>Early warning</SectionTitle>
      <p className={styles.quiet}>Two people or more say otherwise: worth a word with the department now.</p>
      <ul>
        {warnings.map(({ assumption, contradicting, answer }) => (
          <li key={assumption.id}>
            <button
              type="button"
              className={styles.first}
              title={answer.reasons.join(' ')}
              onClick={() => select({ kind: 'assumption', id: assumption.id })}
            >
              <EvidenceGlyph shape="contradicts" />
              <span className={styles.firstText}>
                <span className={styles.statement}>{assumption.statement}</span>
                <span className={styles.record}>
                  {scope.codeOf(assumption.id)} · {contradicting} against it
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DepartmentFilter({ departments }: { departments: readonly { id: string; name: string }[] }) {
  const hidden = useMatrixStore((state) => state.hidden);
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>Departments shown</legend>
      {departments.map(({ id, name }) => (
        <label key={id} className={styles.choice}>
          <input
            type="checkbox"
            checked={!hidden.has(id)}
            onChange={(event) => setHidden(event.target.checked ? [...hidden].filter((other) => other !== id) : [...hidden, id])}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

function RowOrder() {
  const sort = useMatrixStore((state) => state.sort);
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>Rows</legend>
      {SORTS.map((id) => (
        <label key={id} className={styles.choice}>
          <input type="radio" name="matrix-sort" checked={sort === id} onChange={() => setSort(id)} />
          {SORT_WORDS[id]}
        </label>
      ))}
    </fieldset>
  );
}

const MEANINGS: { readonly [S in EvidenceShape]: string } = {
  supports: 'supports',
  contradicts: 'contradicts',
  mixed: 'mixed: people on both sides',
  refines: 'refines: adds to it, decides nothing',
  thin: 'thin: too few people to say',
  asked: 'asked, not raised: asked, and nobody brought it up',
  'not-relevant': 'not relevant: about something else',
  open: 'open: nobody has judged it',
};

function Legend() {
  return (
    <section>
      <SectionTitle>Shapes</SectionTitle>
      <ul className={styles.shapes}>
        {EVIDENCE_SHAPES.map((shape) => (
          <li key={shape}>
            <EvidenceGlyph shape={shape} /> {MEANINGS[shape]}
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>Counts are people, not quotes. A thick upper edge: much rests on it. Open is not agreement.</p>
    </section>
  );
}
