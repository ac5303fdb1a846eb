// The order of rows: where departments differ, what is important and contradicted, most people; and hidden columns.
import { describe, expect, it } from 'vitest';

import { arrangeMatrix, type MatrixSort } from '#shared/domain/evidence/arrange-matrix';
import { evidenceMatrix } from '#shared/domain/evidence/matrix';
import { buildStudy } from '#test/builders/study-builder';

/** Four themes of two people each, on two departments. */
function study() {
  const built = buildStudy();
  const sales = built.department('Sales');
  const support = built.department('Support');
  built.department('Legal');
  const talk = built.assumption(sales, 'They want to talk first', { id: 'talk', importance: 2 });
  const late = built.assumption(sales, 'Procurement joins late', { id: 'late', importance: 5 });
  const docs = built.assumption(support, 'They read the docs', { id: 'docs', importance: 3 });
  let person = 0;
  const theme = (id: string, people: number): string => {
    const snippets = Array.from({ length: people }, () => {
      const source = built.source({ participantId: built.participant({ id: `p${(person += 1)}` }), turns: [[null, `words of ${person}`]] });
      return built.snippet(source, `words of ${person}`);
    });
    return built.theme({ id, name: id, snippets });
  };
  theme('fits-all', 4);
  theme('divides', 2);
  theme('heavy', 2);
  theme('silent', 3);
  built.evidence(talk, { theme: 'fits-all' }, 'contradicts');
  built.evidence(docs, { theme: 'fits-all' }, 'contradicts');
  built.evidence(talk, { theme: 'divides' }, 'contradicts');
  built.evidence(docs, { theme: 'divides' }, 'supports');
  built.evidence(late, { theme: 'heavy' }, 'contradicts');
  return { built, sales, support };
}

const order = (sort: MatrixSort, hidden: string[] = []): string[] => {
  const { built } = study();
  return arrangeMatrix(evidenceMatrix(built.state), sort, new Set(hidden)).rows.map(({ row }) => row.theme.id);
};

describe('arranging the matrix', () => {
  it('keeps the order of the board', () => {
    expect(order('board')).toEqual(['fits-all', 'divides', 'heavy', 'silent']);
  });

  it('puts most people first', () => {
    expect(order('people')).toEqual(['fits-all', 'silent', 'divides', 'heavy']);
  });

  it('puts what divides departments before what contradicts them all alike', () => {
    expect(order('differs').slice(0, 2)).toEqual(['divides', 'fits-all']);
  });

  it('puts the contradiction on which most rests first', () => {
    expect(order('importance')).toEqual(['heavy', 'fits-all', 'divides', 'silent']);
  });

  it('leaves hidden departments and those without assumptions out, cells included', () => {
    const { built, sales, support } = study();
    const matrix = evidenceMatrix(built.state);
    const all = arrangeMatrix(matrix, 'board', new Set());
    expect(all.groups.map((group) => group.department.name)).toEqual(['Sales', 'Support']);
    const one = arrangeMatrix(matrix, 'board', new Set([sales]));
    expect(one.columns.map((column) => column.id)).toEqual(['docs']);
    expect(one.rows.every((row) => row.cells.length === 1 && row.cells[0]?.assumptionId === 'docs')).toBe(true);
    expect(arrangeMatrix(matrix, 'board', new Set([sales, support])).columns).toEqual([]);
  });
});
