// A rival set as it stands: every cell by hand or from the matrix, the ranking, and which evidence tells the rivals apart.
import type { EvidenceLink } from '#shared/model/records/evidence-link';
import type { RivalMark, RivalRow, RivalSet } from '#shared/model/records/rival-set';

import type { EvidenceScope } from './evidence-scope.ts';
import { matrixCell } from './matrix.ts';
import { diagnosticityOf, type RivalScore, weighRivals } from './weigh-rivals.ts';

export interface RivalCell {
  mark: RivalMark | null;
  /** True for a mark set in this table; false for one that follows from the judgements in the matrix. */
  byHand: boolean;
}

export interface AnalysedRow {
  row: RivalRow;
  /** What the row says: its own words, else the theme's name. */
  statement: string;
  /** One cell a rival, in the order of the set. */
  cells: RivalCell[];
  diagnosticity: number;
}

export interface RivalAnalysis {
  set: RivalSet;
  rows: AnalysedRow[];
  /** Least weighted inconsistency first. */
  ranking: (RivalScore & { assumptionId: string })[];
  /** Rows by diagnosticity, most first: ids. */
  telling: string[];
  /** Cells that nobody has marked, here or in the matrix. */
  open: number;
}

/** Puts the marks of the set and those of the matrix together and weighs them. */
export function analyseRivals(scope: EvidenceScope, set: RivalSet): RivalAnalysis {
  const rows = set.rows.map((row) => analyseRow(scope, set, row));
  const weighed = weighRivals(
    set.assumptionIds.length,
    rows.map(({ row, cells }) => ({ credibility: row.credibility, relevance: row.relevance, marks: cells.map(({ mark }) => mark) })),
  );
  return {
    set,
    rows,
    ranking: weighed.ranking.map((score) => ({ ...score, assumptionId: set.assumptionIds[score.index] ?? '' })),
    telling: weighed.rows.map(({ index }) => rows[index]?.row.id ?? ''),
    open: rows.flatMap(({ cells }) => cells).filter(({ mark }) => mark === null).length,
  };
}

function analyseRow(scope: EvidenceScope, set: RivalSet, row: RivalRow): AnalysedRow {
  const cells = set.assumptionIds.map((assumptionId): RivalCell => {
    const byHand = row.marks[assumptionId];
    if (byHand) return { mark: byHand, byHand: true };
    return { mark: row.themeId === null ? null : markInMatrix(scope, row.themeId, assumptionId), byHand: false };
  });
  const theme = row.themeId === null ? undefined : scope.reader.get('themes', row.themeId);
  const statement = row.statement.trim() || theme?.name.trim() || 'A theme without a name';
  return { row, statement, cells, diagnosticity: diagnosticityOf(cells.map(({ mark }) => mark)) };
}

/** What the matrix says of a theme and an assumption, as a mark: a strong judgement counts double, mixed and refining ones take no side. */
export function markInMatrix(scope: EvidenceScope, themeId: string, assumptionId: string): RivalMark | null {
  const { relation, judged } = matrixCell(scope, themeId, assumptionId);
  switch (relation) {
    case 'supports':
      return isStrong(judged) ? 'CC' : 'C';
    case 'contradicts':
      return isStrong(judged) ? 'II' : 'I';
    case 'mixed':
    case 'refines':
      return 'N';
    case 'not-relevant':
      return 'NA';
    case 'open':
      return null;
  }
}

function isStrong(judged: EvidenceLink | null): boolean {
  return judged?.strength === 'strong';
}
