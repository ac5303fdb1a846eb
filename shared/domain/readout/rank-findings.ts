// The findings of a readout in order: those chosen as headlines, then the uncomfortable ones, then the rest.
import type { MatrixCell, MatrixRow } from '#shared/domain/evidence/matrix';

import type { Sentence } from './readout-content.ts';
import type { ReadoutScope } from './readout-scope.ts';
import { missingSentence } from './sentences.ts';

/** Findings on page 1 (ux.md 5.2). */
export const HEADLINES = 3;

export interface Finding {
  number: number;
  anchor: string;
  row: MatrixRow;
  /** The insight, else the name; may be empty. Already without names. */
  claim: string;
  /** False when the claim is only the theme's name: the insight is still to be written. */
  hasInsight: boolean;
  /** Snippets that say the opposite of what this theme is linked as, wherever they lie. */
  opposite: ReadonlySet<string>;
  /** True when the theme is linked for or against something, so that an opposite could be looked for. */
  comparable: boolean;
}

/** Themes with people behind them as numbered findings; themes chosen as headlines are kept even when nobody is. */
export function rankFindings(scope: ReadoutScope): Finding[] {
  const chosen = scope.added.headlineThemeIds;
  const rows = scope.matrix.rows.filter((row) => row.people.length > 0 || chosen.includes(row.theme.id));
  const worth = new Map(rows.map((row) => [row.theme.id, discomfort(scope, row)]));
  const place = (row: MatrixRow): number => {
    const at = chosen.indexOf(row.theme.id);
    return at < 0 ? chosen.length : at;
  };
  return rows
    .sort(
      (left, right) =>
        place(left) - place(right) ||
        (worth.get(right.theme.id) ?? 0) - (worth.get(left.theme.id) ?? 0) ||
        right.people.length - left.people.length ||
        left.theme.order - right.theme.order ||
        (left.theme.id < right.theme.id ? -1 : 1),
    )
    .map((row, index) => ({
      number: index + 1,
      anchor: `finding-${index + 1}`,
      row,
      ...claimOf(scope, row),
      ...oppositeOf(scope, row),
    }));
}

/** How uncomfortable a theme is: importance of the assumption times the people against it, the most of all its cells. */
function discomfort(scope: ReadoutScope, row: MatrixRow): number {
  return row.cells.reduce((most, cell) => {
    if (cell.relation !== 'contradicts' && cell.relation !== 'mixed') return most;
    const importance = scope.reader.get('assumptions', cell.assumptionId)?.importance ?? 1;
    return Math.max(most, importance * cell.people.contradicting);
  }, 0);
}

function claimOf(scope: ReadoutScope, { theme }: MatrixRow): Pick<Finding, 'claim' | 'hasInsight'> {
  const insight = theme.insight.trim();
  return { claim: scope.shown(insight === '' ? theme.name.trim() : insight), hasInsight: insight !== '' };
}

function oppositeOf(scope: ReadoutScope, row: MatrixRow): Pick<Finding, 'opposite' | 'comparable'> {
  const opposite = new Set<string>();
  let comparable = false;
  for (const cell of row.cells) {
    const side = sideOf(cell);
    if (!side) continue;
    comparable = true;
    for (const id of scope.verdicts.get(cell.assumptionId)?.snippetIds[side] ?? []) opposite.add(id);
  }
  return { opposite, comparable };
}

/** The side of the verdict on which the opposite of this cell stands; null where the cell takes no side. */
function sideOf(cell: MatrixCell): 'supporting' | 'contradicting' | null {
  const relation = cell.judged?.relation ?? cell.relation;
  if (relation === 'supports') return 'contradicting';
  return relation === 'contradicts' ? 'supporting' : null;
}

/** The claim of a finding, or that it has none. */
export function claimSentence(finding: Finding): Sentence {
  return finding.claim === '' ? missingSentence('a name for this theme') : [{ text: finding.claim, said: true }];
}

/** The finding's own snippets without those that speak against it. */
export function withoutOpposite(scope: ReadoutScope, { row, opposite }: Finding): string[] {
  return [...scope.evidence.family(row.theme.id).snippetIds].filter((id) => !opposite.has(id));
}
