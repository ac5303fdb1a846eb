// Page 2: where the departments agree and differ, as a table in words.
import type { MatrixCell } from '#shared/domain/evidence/matrix';

import { isNotCompared, notComparedSentence } from './not-compared.ts';
import { claimSentence, type Finding } from './rank-findings.ts';
import { type Block, departmentAnchor, type MatrixLine, type MatrixMark, type ReadoutSection } from './readout-content.ts';
import type { ReadoutScope } from './readout-scope.ts';
import { heading, leadsTo, missing, note, peopleOfPeople } from './sentences.ts';
import { RELATION_WORDS } from './stakeholder-words.ts';
import { verdictBlock } from './verdict-block.ts';

/** The matrix of findings and departments, and under it every assumption that was compared with its verdict. */
export function companyPage(scope: ReadoutScope, findings: readonly Finding[]): ReadoutSection {
  return {
    kind: 'matrix',
    anchor: 'agree-differ',
    title: 'Where the company agrees and differs',
    recordId: null,
    blocks: [...matrixBlocks(scope, findings), ...assumptionBlocks(scope)],
  };
}

function matrixBlocks(scope: ReadoutScope, findings: readonly Finding[]): Block[] {
  if (scope.matrix.groups.length === 0) return [missing('the departments whose picture of the customer is compared')];
  if (findings.length === 0) return [missing('findings to compare the departments with')];
  const lines = findings.map((finding) => ({
    finding,
    line: matrixLine(scope, finding),
    spread: spreadOf(scope, finding),
  }));
  lines.sort((left, right) => right.spread - left.spread || left.finding.number - right.finding.number);
  return [
    {
      type: 'matrix',
      caption: 'What we heard, against the customer each department plans for',
      departments: scope.matrix.groups.map(({ department }) => ({
        name: scope.shown(department.name),
        protects: scope.shown(department.protects.trim()),
      })),
      rows: lines.map(({ line }) => line),
    },
    note(
      'Counts are people, not quotes. “Not compared” means that nobody has looked at this pair yet; it is not agreement. ' +
        'Findings on which departments differ most come first.',
    ),
  ];
}

function matrixLine(scope: ReadoutScope, finding: Finding): MatrixLine {
  const cells = new Map(finding.row.cells.map((cell) => [cell.assumptionId, cell]));
  return {
    claim: [...claimSentence(finding), { text: ' ' }, leadsTo(`Finding ${finding.number}`, finding.anchor)],
    people: peopleOfPeople(finding.row.people.length, scope.heard.length),
    cells: scope.matrix.groups.map(({ assumptions }) =>
      assumptions
        .map((assumption) => cells.get(assumption.id))
        .filter((cell) => cell !== undefined && cell.relation !== 'open')
        .map((cell) => markOf(scope, cell as MatrixCell)),
    ),
  };
}

function markOf(scope: ReadoutScope, { relation, assumptionId, people }: MatrixCell): MatrixMark {
  const { supporting, contradicting, refining } = people;
  const counts = relation === 'refines' ? `${refining} of them` : `${supporting} for, ${contradicting} against`;
  return { relation, word: RELATION_WORDS[relation], code: scope.codeOf(assumptionId), people: counts };
}

/** In how many different ways the departments relate to a finding: 2 when it matches one and differs from another. */
function spreadOf(scope: ReadoutScope, { row }: Finding): number {
  const relations = new Set(row.cells.map((cell) => cell.relation).filter((relation) => relation !== 'open' && relation !== 'refines'));
  return scope.matrix.groups.length < 2 ? 0 : relations.size;
}

function assumptionBlocks(scope: ReadoutScope): Block[] {
  const folded = notComparedSentence(scope);
  const blocks = scope.matrix.groups.flatMap((group, index): Block[] => {
    if (isNotCompared(scope, group)) return [];
    const { department, assumptions } = group;
    return [
      heading(2, { ...scope.said(department.name), to: departmentAnchor(index) }),
      ...(assumptions.length === 0
        ? [missing('what this department is working on today')]
        : assumptions.map((assumption) => verdictBlock(scope, assumption))),
    ];
  });
  // Before the first heading: under one, it would read as if it were about that department.
  return [...(folded ? [note(...folded)] : []), ...blocks];
}
