// Analysis of competing hypotheses: rivals are ranked by what speaks against them, and evidence by how much it tells them apart.
import type { RivalMark, RivalWeight } from '#shared/model/records/rival-set';

/**
 * Weights of credibility and relevance: 1/√2, 1 and √2, so that one step in either is a factor of √2 and one step in both doubles
 * (weighted inconsistency of ACH, Heuer and Pherson; the Palo Alto Research Center's ACH software, 2005).
 */
export const WEIGHT_OF: { readonly [W in RivalWeight]: number } = { low: Math.SQRT1_2, medium: 1, high: Math.SQRT2 };

/** How much a mark speaks against a rival; what fits it adds nothing, because evidence that fits everything proves nothing. */
export const INCONSISTENCY_OF: { readonly [M in RivalMark]: number } = { CC: 0, C: 0, N: 0, I: 1, II: 2, NA: 0 };

/** Marks on one scale, for telling how far they lie apart; not applicable has no place on it. */
const PLACE_OF: { readonly [M in RivalMark]: number | null } = { CC: 2, C: 1, N: 0, I: -1, II: -2, NA: null };

export interface WeighedRow {
  credibility: RivalWeight;
  relevance: RivalWeight;
  /** One mark a rival, in the order of the rivals; null where nobody has marked it. */
  marks: readonly (RivalMark | null)[];
}

export interface RivalScore {
  /** Place among the rivals as they were given. */
  index: number;
  /** Sum over the rows of inconsistency × credibility × relevance; the least survives best. */
  inconsistency: number;
  /** The same without weights. */
  plain: number;
  /** Rows marked inconsistent or very inconsistent with it. */
  against: number;
  /** 1 for the least inconsistent; equal scores share a rank. */
  rank: number;
}

export interface RowScore {
  index: number;
  /**
   * Population standard deviation of the row's marks on the scale CC 2, C 1, N 0, I −1, II −2, without NA and open ones: 0 for evidence
   * that fits all rivals alike, 2 at most.
   */
  diagnosticity: number;
}

export interface WeighedRivals {
  /** Least weighted inconsistency first; equal ones in the order given. */
  ranking: RivalScore[];
  /** Most diagnostic first; equal ones in the order given. */
  rows: RowScore[];
}

/** Weights the rows and ranks the rivals (Heuer, Psychology of Intelligence Analysis, 1999, chapter 8). */
export function weighRivals(rivals: number, rows: readonly WeighedRow[]): WeighedRivals {
  const scores = Array.from({ length: rivals }, (_, index) => scoreOf(index, rows));
  const ranking = scores.sort((left, right) => left.inconsistency - right.inconsistency || left.index - right.index);
  for (const score of ranking) score.rank = 1 + ranking.filter((other) => isLess(other, score)).length;
  const told = rows.map(({ marks }, index) => ({ index, diagnosticity: diagnosticityOf(marks) }));
  return { ranking, rows: told.sort((left, right) => right.diagnosticity - left.diagnosticity || left.index - right.index) };
}

/** What one row adds to the weighted inconsistency of a rival that it is marked so against. */
export function rowWeight({ credibility, relevance }: Pick<WeighedRow, 'credibility' | 'relevance'>): number {
  return WEIGHT_OF[credibility] * WEIGHT_OF[relevance];
}

/** How far the marks of a row lie apart; 0 with fewer than two marks. */
export function diagnosticityOf(marks: readonly (RivalMark | null)[]): number {
  const places = marks.flatMap((mark) => (mark === null ? [] : (PLACE_OF[mark] ?? [])));
  if (places.length < 2) return 0;
  const mean = places.reduce((sum, place) => sum + place, 0) / places.length;
  return Math.sqrt(places.reduce((sum, place) => sum + (place - mean) ** 2, 0) / places.length);
}

function scoreOf(index: number, rows: readonly WeighedRow[]): RivalScore {
  const score: RivalScore = { index, inconsistency: 0, plain: 0, against: 0, rank: 0 };
  for (const row of rows) {
    const mark = row.marks[index] ?? null;
    const against = mark === null ? 0 : INCONSISTENCY_OF[mark];
    score.inconsistency += against * rowWeight(row);
    score.plain += against;
    score.against += Number(against > 0);
  }
  return score;
}

/** Sums of the same weights in another order may differ in the last digit: that is no lead. */
function isLess(left: RivalScore, right: RivalScore): boolean {
  return left.inconsistency < right.inconsistency - 1e-9;
}
