// What the evidence says of one assumption: the verdict with its reasons, the best quotes, and the themes it comes from.
import type { MatrixCell, MatrixRow } from '#shared/domain/evidence/matrix';
import { pickQuotes } from '#shared/domain/readout/choose-quotes';
import { openTab } from '#renderer/stores/tabs';
import { requestReveal, select } from '#renderer/stores/view-store';

import { EvidenceGlyph } from '../../ui/EvidenceGlyph.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { BestQuotes, countsInWords, RELATION_NAMES, useEvidence, VerdictReasons, VerdictWork } from '../evidence/index.ts';
import styles from './assumption-inspector.module.css';

export function AssumptionEvidence({ assumptionId }: { assumptionId: string }) {
  const scope = useEvidence();
  const answer = scope.verdicts.get(assumptionId);
  if (!answer) return null;
  const [supporting = null] = pickQuotes(scope, answer.snippetIds.supporting, 1);
  const [contradicting = null] = pickQuotes(scope, answer.snippetIds.contradicting, 1);
  const judged = scope.matrix.rows.flatMap((row) => {
    const cell = row.cells.find((each) => each.assumptionId === assumptionId);
    return cell && cell.relation !== 'open' ? [{ row, cell }] : [];
  });
  return (
    <div className={styles.evidence}>
      <SectionTitle>What we heard</SectionTitle>
      <VerdictReasons assumptionId={assumptionId} />
      <BestQuotes supporting={supporting} contradicting={contradicting} />
      <VerdictWork assumptionId={assumptionId} />
      {judged.length > 0 ? (
        <>
          <SectionTitle level={3} count={judged.length}>
            Themes that speak to it
          </SectionTitle>
          <ul>
            {judged.map(({ row, cell }) => (
              <JudgedTheme key={row.theme.id} row={row} cell={cell} />
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

function JudgedTheme({ row: { theme }, cell }: { row: MatrixRow; cell: MatrixCell }) {
  const show = (): void => {
    requestReveal({ surface: 'matrix', themeId: theme.id, assumptionId: cell.assumptionId });
    openTab({ kind: 'matrix' });
    select({ kind: 'cell', themeId: theme.id, assumptionId: cell.assumptionId });
  };
  return (
    <li>
      <button type="button" className={styles.judged} title="Show this cell of the matrix" onClick={show}>
        <EvidenceGlyph shape={cell.relation} />
        <span>
          <bdi>{theme.name || 'Unnamed cluster'}</bdi>
          <span className={styles.judgedWords}>
            {RELATION_NAMES[cell.relation]} · {countsInWords(cell.people)}
          </span>
        </span>
      </button>
    </li>
  );
}
