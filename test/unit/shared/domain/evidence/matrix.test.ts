// The matrix of themes and assumptions: rows, columns, cells and the voice that carries a theme.
import { describe, expect, it } from 'vitest';

import { createEvidenceScope } from '#shared/domain/evidence/evidence-scope';
import { evidenceMatrix, matrixCell } from '#shared/domain/evidence/matrix';
import { themePeople } from '#shared/domain/evidence/theme-people';
import { buildStudy } from '#test/builders/study-builder';

function study() {
  const built = buildStudy();
  const sales = built.department('Sales');
  const support = built.department('Support');
  const talk = built.assumption(sales, 'They want to talk first', { id: 'talk' });
  const docs = built.assumption(support, 'They read the docs', { id: 'docs' });
  const late = built.assumption(sales, 'Procurement joins late', { id: 'late' });
  const quotesOf = (id: string, count: number) => {
    const words = Array.from({ length: count }, (_, index) => `point${index}.`);
    const source = built.source({ participantId: built.participant({ id }), turns: [[null, words.join(' ')]] });
    return words.map((word) => built.snippet(source, word));
  };
  return { built, talk, docs, late, quotesOf };
}

describe('matrix', () => {
  it('has the assumptions of each department side by side, and only themes that are something', () => {
    const { built, talk, quotesOf } = study();
    const named = built.theme({ name: 'Named, empty' });
    const nameless = built.theme({ snippets: quotesOf('a', 1) });
    built.theme({});
    const matrix = evidenceMatrix(built.state);
    expect(matrix.groups.map((group) => [group.department.name, group.assumptions.map((each) => each.id)])).toEqual([
      ['Sales', ['talk', 'late']],
      ['Support', ['docs']],
    ]);
    expect(matrix.columns.map((column) => column.id)).toEqual(['talk', 'late', 'docs']);
    expect(matrix.rows.map((row) => row.theme.id)).toEqual([named, nameless]);
    expect(matrix.rows.every((row) => row.cells.every((cell) => cell.relation === 'open' && cell.linkIds.length === 0))).toBe(true);
    expect(matrix.rows[0]?.cells[0]?.assumptionId).toBe(talk);
  });

  it('shows the judgement, its reason, and people rather than quotes', () => {
    const { built, talk, late, quotesOf } = study();
    const theme = built.theme({ name: 'A number first', snippets: [...quotesOf('a', 6), ...quotesOf('b', 2)] });
    const link = built.evidence(talk, { theme }, 'contradicts', 'They asked for a price.');
    const cell = matrixCell(createEvidenceScope(built.state), theme, talk);
    expect(cell).toMatchObject({
      relation: 'contradicts',
      linkIds: [link],
      reason: 'They asked for a price.',
      people: { supporting: 0, contradicting: 2, refining: 0 },
    });
    expect(cell.snippetIds.contradicting).toHaveLength(8);
    expect(cell.judged?.id).toBe(link);
    expect(matrixCell(createEvidenceScope(built.state), theme, late).relation).toBe('open');
  });

  it('is mixed when neither side has twice the people of the other', () => {
    const { built, talk, quotesOf } = study();
    const [a, b, c] = [quotesOf('a', 1), quotesOf('b', 1), quotesOf('c', 1)].flat();
    const theme = built.theme({ name: 'Split', snippets: [a, b, c].filter((id) => id !== undefined) });
    built.evidence(talk, { theme }, 'supports');
    built.evidence(talk, { snippet: a ?? '' }, 'contradicts');
    const scope = () => createEvidenceScope(built.state);
    expect(matrixCell(scope(), theme, talk)).toMatchObject({
      relation: 'supports',
      people: { supporting: 2, contradicting: 1 },
    });
    built.evidence(talk, { snippet: b ?? '' }, 'refines');
    expect(matrixCell(scope(), theme, talk)).toMatchObject({
      relation: 'mixed',
      people: { supporting: 1, contradicting: 1, refining: 1 },
    });
  });

  it('fills a cell from single snippets and nested themes, and never from the parent’s judgement', () => {
    const { built, talk, docs, quotesOf } = study();
    const [a, b] = [quotesOf('a', 1)[0] ?? '', quotesOf('b', 1)[0] ?? ''];
    const parent = built.theme({ name: 'Parent', snippets: [a] });
    const child = built.theme({ name: 'Child', snippets: [b], parentId: parent });
    built.evidence(talk, { snippet: a }, 'supports');
    built.evidence(docs, { theme: child }, 'refines');
    const scope = createEvidenceScope(built.state);
    expect(matrixCell(scope, parent, talk)).toMatchObject({ relation: 'supports', judged: null });
    expect(matrixCell(scope, parent, docs).relation).toBe('refines');
    expect(matrixCell(scope, child, talk).relation).toBe('open');
  });

  it('keeps a judgement of an empty theme visible, with nobody behind it', () => {
    const { built, talk } = study();
    const theme = built.theme({ name: 'Empty' });
    built.evidence(talk, { theme }, 'supports');
    expect(matrixCell(createEvidenceScope(built.state), theme, talk)).toMatchObject({
      relation: 'supports',
      people: { supporting: 0, contradicting: 0, refining: 0 },
    });
  });
});

describe('the people of a theme', () => {
  it('points out the voice that gives more than half of the quotes', () => {
    const { built, quotesOf } = study();
    const theme = built.theme({ name: 'Loud', snippets: [...quotesOf('a', 15), ...quotesOf('b', 8)] });
    const row = themePeople(createEvidenceScope(built.state), theme);
    expect(row.people).toEqual(['a', 'b']);
    expect(row.quotes).toBe(23);
    expect(row.dominant).toEqual({ person: 'a', quotes: 15, total: 23 });
  });

  it('points out nobody at exactly half, or in two quotes', () => {
    const { built, quotesOf } = study();
    const half = built.theme({ name: 'Half', snippets: [...quotesOf('a', 4), ...quotesOf('b', 4)] });
    const two = built.theme({ name: 'Two', snippets: quotesOf('c', 2) });
    const scope = createEvidenceScope(built.state);
    expect(themePeople(scope, half).dominant).toBeNull();
    expect(themePeople(scope, two).dominant).toBeNull();
  });
});
