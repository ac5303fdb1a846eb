// The matrix: themes down, assumptions of the departments across, in each cell what the one says of the other.
import type { Assumption } from '#shared/model/records/assumption';
import type { Department } from '#shared/model/records/department';
import type { EvidenceLink, EvidenceRelation } from '#shared/model/records/evidence-link';
import type { Theme } from '#shared/model/records/theme';
import { finishSteps, type Steps } from '#shared/lib/steps';
import type { VaultReader } from '#shared/model/vault-state';

import { TIMES_THE_OTHER_SIDE } from './decide-verdict.ts';
import { createEvidenceScope, type EvidenceScope } from './evidence-scope.ts';
import { type EvidenceSides, gatherEvidence, heardFirstHand } from './gather-evidence.ts';
import { sidesInOrder } from './snippet-union.ts';
import { themePeople, type ThemePeople } from './theme-people.ts';
import type { VerdictOptions } from './verdict.ts';

export type CellRelation = EvidenceRelation | 'mixed' | 'open';

/** What one theme says of one assumption. */
export interface MatrixCell {
  themeId: string;
  assumptionId: string;
  /** By people: a side needs twice the other, else mixed. Open: nobody has judged anything here. */
  relation: CellRelation;
  /** The judgement of the theme as a whole; null when only some of its snippets or nested themes are judged. */
  judged: EvidenceLink | null;
  /** Every judgement that speaks here, the theme's own first, then by id. */
  linkIds: string[];
  /** The reason given for the theme's judgement, else the first reason of the others; may be empty. */
  reason: string;
  /** Distinct people on each side. */
  people: { supporting: number; contradicting: number; refining: number };
  /** Snippets on each side, sorted by id; each put together when it is first looked at. */
  snippetIds: { supporting: string[]; contradicting: string[]; refining: string[] };
}

export interface MatrixRow extends ThemePeople {
  theme: Theme;
  /** One cell a column, in the order of the columns. */
  cells: MatrixCell[];
}

export interface MatrixGroup {
  department: Department;
  assumptions: Assumption[];
}

export interface EvidenceMatrix {
  groups: MatrixGroup[];
  /** The assumptions of all groups, in order. */
  columns: Assumption[];
  rows: MatrixRow[];
}

/** The whole matrix. For one changed cell or row use matrixCell and matrixRow. */
export function evidenceMatrix(reader: VaultReader, options: VerdictOptions = {}): EvidenceMatrix {
  return finishSteps(matrixSteps(reader, options));
}

/** The same in steps, a row at a time; the records must not change in between. */
export function* matrixSteps(reader: VaultReader, options: VerdictOptions = {}): Steps<EvidenceMatrix> {
  const scope = options.scope ?? createEvidenceScope(reader, options);
  const groups = matrixGroups(reader);
  const columns = groups.flatMap((group) => group.assumptions);
  for (const themeId of reader.all('themes').keys()) {
    scope.voices(themeId);
    yield;
  }
  const rows: MatrixRow[] = [];
  for (const theme of matrixThemes(scope)) {
    rows.push(matrixRow(scope, theme, columns));
    yield;
  }
  return { groups, columns, rows };
}

/** Departments in their order with their assumptions in theirs. */
export function matrixGroups(reader: VaultReader): MatrixGroup[] {
  return [...reader.all('departments').values()].sort(byOrder).map((department) => ({
    department,
    assumptions: reader.referring('departments', department.id, 'assumptions').sort(byOrder),
  }));
}

/** Themes that are rows: those with a name, with cards, or with a judgement. In their order. */
export function matrixThemes(scope: EvidenceScope): Theme[] {
  return [...scope.reader.all('themes').values()]
    .filter(
      (theme) =>
        theme.name.trim() !== '' ||
        scope.family(theme.id).snippetIds.size > 0 ||
        scope.reader.referring('themes', theme.id, 'evidenceLinks').length > 0,
    )
    .sort(byOrder);
}

/** One row of the matrix. */
export function matrixRow(scope: EvidenceScope, theme: Theme, columns: readonly Assumption[]): MatrixRow {
  const cells = columns.map((assumption) => matrixCell(scope, theme.id, assumption.id));
  return { theme, ...themePeople(scope, theme.id), cells };
}

/**
 * One cell of the matrix: the judgements of the theme, of themes nested in it and of snippets in any of them.
 * A judgement of the theme's parent does not fill the cell: it belongs to the parent's row.
 */
export function matrixCell(scope: EvidenceScope, themeId: string, assumptionId: string): MatrixCell {
  const family = scope.family(themeId);
  const links = scope
    .linksOf(assumptionId)
    .filter((link) => (link.themeId === null ? family.snippetIds.has(link.snippetId ?? '') : family.themeIds.has(link.themeId)))
    .sort((left, right) => Number(right.themeId === themeId) - Number(left.themeId === themeId) || compareIds(left, right));
  const judged = links.find((link) => link.themeId === themeId) ?? null;
  const sides = gatherEvidence(scope, links);
  const people = {
    supporting: heardFirstHand(sides, 'supports').length,
    contradicting: heardFirstHand(sides, 'contradicts').length,
    refining: heardFirstHand(sides, 'refines').length,
  };
  return {
    themeId,
    assumptionId,
    relation: relationOf(people, sides, judged, links),
    judged,
    linkIds: links.map((link) => link.id),
    reason: links.find((link) => link.reason.trim() !== '')?.reason ?? '',
    people,
    snippetIds: sidesInOrder(sides),
  };
}

function relationOf(
  people: MatrixCell['people'],
  sides: EvidenceSides,
  judged: EvidenceLink | null,
  links: readonly EvidenceLink[],
): CellRelation {
  const { supporting, contradicting, refining } = people;
  if (supporting + contradicting > 0) {
    if (supporting >= TIMES_THE_OTHER_SIDE * contradicting) return 'supports';
    return contradicting >= TIMES_THE_OTHER_SIDE * supporting ? 'contradicts' : 'mixed';
  }
  if (refining > 0) return 'refines';
  // Nobody stands behind it (an empty theme, an interviewer's words): the judgement still shows, with nobody counted.
  if (judged) return judged.relation;
  if (sides.supports.size > 0 && sides.contradicts.size > 0) return 'mixed';
  return links[0]?.relation ?? 'open';
}

function byOrder(left: { order: number; id: string }, right: { order: number; id: string }): number {
  return left.order - right.order || compareIds(left, right);
}

function compareIds(left: { id: string }, right: { id: string }): number {
  return left.id < right.id ? -1 : Number(left.id > right.id);
}
