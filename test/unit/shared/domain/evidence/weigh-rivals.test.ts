// Rivals: the published weights to four decimals, the ranking, what tells apart, and marks that come from the matrix.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createEvidenceScope } from '#shared/domain/evidence/evidence-scope';
import { analyseRivals } from '#shared/domain/evidence/rival-analysis';
import { rowWeight, type WeighedRow, weighRivals } from '#shared/domain/evidence/weigh-rivals';
import { RIVAL_MARKS, RIVAL_WEIGHTS, type RivalMark, type RivalWeight } from '#shared/model/records/rival-set';
import { buildStudy } from '#test/builders/study-builder';

const row = (marks: (RivalMark | null)[], credibility: RivalWeight = 'medium', relevance: RivalWeight = 'medium'): WeighedRow => ({
  marks,
  credibility,
  relevance,
});

describe('weighted inconsistency', () => {
  const weights: [RivalWeight, RivalWeight, string][] = [
    ['low', 'low', '0.5000'],
    ['low', 'medium', '0.7071'],
    ['low', 'high', '1.0000'],
    ['medium', 'medium', '1.0000'],
    ['medium', 'high', '1.4142'],
    ['high', 'high', '2.0000'],
  ];
  it.each(weights)('%s credibility and %s relevance weigh %s', (credibility, relevance, expected) => {
    expect(rowWeight({ credibility, relevance }).toFixed(4)).toBe(expected);
    const [rival] = weighRivals(1, [row(['II'], credibility, relevance)]).ranking;
    expect(rival?.inconsistency).toBeCloseTo(2 * Number(expected), 3);
  });

  it('ranks by what speaks against, never by what speaks for', () => {
    const { ranking } = weighRivals(3, [
      row(['CC', 'C', 'I'], 'high', 'high'),
      row(['I', 'N', 'CC'], 'high', 'medium'),
      row(['II', 'NA', 'C'], 'low', 'medium'),
      row(['CC', null, 'CC']),
    ]);
    expect(ranking.map(({ index, rank }) => [index, rank])).toEqual([
      [1, 1],
      [2, 2],
      [0, 3],
    ]);
    expect(ranking.map(({ inconsistency }) => inconsistency.toFixed(4))).toEqual(['0.0000', '2.0000', '2.8284']);
    expect(ranking.at(-1)).toMatchObject({ plain: 3, against: 2 });
  });

  it('gives equal rivals one rank', () => {
    expect(weighRivals(3, [row(['I', 'I', 'C'])]).ranking.map(({ rank }) => rank)).toEqual([1, 2, 2]);
  });

  it('never lets a row that fits a rival better make it rank lower', () => {
    const mark = fc.constantFrom(...RIVAL_MARKS);
    const weight = fc.constantFrom(...RIVAL_WEIGHTS);
    const rows = fc.array(fc.tuple(fc.tuple(mark, mark, mark), weight, weight), { maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.tuple(mark, mark), (drawn, [second, third]) => {
        const given = drawn.map(([marks, credibility, relevance]) => row([...marks], credibility, relevance));
        const rankOf = (last: RivalMark): number =>
          weighRivals(3, [...given, row([last, second, third])]).ranking.find(({ index }) => index === 0)?.rank ?? 0;
        expect(rankOf('CC')).toBeLessThanOrEqual(rankOf('I'));
        expect(rankOf('I')).toBeLessThanOrEqual(rankOf('II'));
      }),
    );
  });
});

describe('diagnosticity', () => {
  it('is the spread of the marks, to four decimals; what fits all alike comes last', () => {
    const { rows } = weighRivals(3, [row(['C', 'C', 'C']), row(['CC', 'II', 'II']), row(['C', 'I', 'NA']), row(['CC', null, 'NA'])]);
    expect(rows.map(({ index, diagnosticity }) => [index, diagnosticity.toFixed(4)])).toEqual([
      [1, '1.8856'],
      [2, '1.0000'],
      [0, '0.0000'],
      [3, '0.0000'],
    ]);
  });
});

it('takes its marks from the matrix until one is set by hand, and survives that a theme or a rival goes', () => {
  const study = buildStudy();
  const department = study.department('Sales');
  const [talk, price, gone] = ['They want to talk', 'They want a price', 'They want nothing'].map((statement) =>
    study.assumption(department, statement),
  ) as [string, string, string];
  const snippet = study.snippet(study.source({ participantId: study.participant(), turns: [[null, 'Just the price.']] }), 'price');
  const theme = study.theme({ name: 'Just the price', snippets: [snippet] });
  study.evidence(talk, { theme }, 'contradicts');
  study.edit('setEvidence', { assumptionId: price, themeId: theme, relation: 'supports', strength: 'strong' });
  const { rivalSetId } = study.edit('addRivalSet', { name: 'First contact', assumptionIds: [talk, price, gone] });
  const analysis = () => analyseRivals(createEvidenceScope(study.state), study.state.require('rivalSets', rivalSetId));
  expect(analysis().rows[0]?.cells).toEqual([
    { mark: 'I', byHand: false },
    { mark: 'CC', byHand: false },
    { mark: null, byHand: false },
  ]);
  expect(analysis()).toMatchObject({ open: 1 });
  const rowId = analysis().rows[0]?.row.id ?? '';
  study.edit('setRivalMark', { rivalSetId, rowId, assumptionId: talk, mark: 'II' });
  study.edit('setRivalRow', { rivalSetId, rowId, credibility: 'high', relevance: 'high' });
  expect(analysis().ranking.at(-1)).toMatchObject({ assumptionId: talk, inconsistency: expect.closeTo(4, 4) as number });
  study.edit('removeAssumption', { assumptionId: gone });
  expect(analysis().set.assumptionIds).toEqual([talk, price]);
  study.edit('dissolveThemes', { themeIds: [theme] });
  expect(analysis().rows[0]).toMatchObject({ statement: 'Just the price', cells: [{ mark: 'II' }, { mark: null }] });
  study.edit('removeAssumption', { assumptionId: price });
  expect(study.state.get('rivalSets', rivalSetId)).toBeUndefined();
});
