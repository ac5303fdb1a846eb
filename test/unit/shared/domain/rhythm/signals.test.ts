// Signals and gates: the Net Promoter Score as published, points from tables, whys, and what a gate needs.
import { describe, expect, it } from 'vitest';

import { netPromoterScore } from '#shared/domain/rhythm/nps';
import { readSignal } from '#shared/domain/rhythm/read-signal';
import { guessSignalColumns, signalPoints } from '#shared/domain/rhythm/signal-points';
import { buildStudy } from '#test/builders/study-builder';

describe('the Net Promoter Score', () => {
  it.each([
    [[10, 9, 8, 7, 6, 0], 0],
    [[10, 10, 9, 8, 7, 6, 3], 14.2857],
    [[9, 6, 6], -33.3333],
    [[10], 100],
    [[0], -100],
    [[7, 8], 0],
    [[9, 9, 9, 9, 8, 7, 5, 2, 10, 10, 4], 27.2727],
  ])('of %j is %d', (answers, score) => {
    expect(netPromoterScore(answers)?.score).toBeCloseTo(score, 4);
  });

  it('is none without answers, and refused for what is no answer', () => {
    expect(netPromoterScore([])).toBeNull();
    expect(() => netPromoterScore([11])).toThrow('0 to 10');
    expect(() => netPromoterScore([8.5])).toThrow('0 to 10');
  });
});

describe('points from a table', () => {
  it('of values are one a day; rows that cannot be read say why', () => {
    const table = [
      ['Date', 'Count', 'Note'],
      ['2026-02', '4', ''],
      ['2026-01-31', '3,5', ''],
      ['soon', '2', ''],
      ['2026-03-01', 'many', ''],
      ['2026-01-31', '7 %', ''],
    ];
    expect(signalPoints(table, guessSignalColumns(table))).toEqual({
      points: [
        { on: '2026-01-31', value: 7, answers: null },
        { on: '2026-02-01', value: 4, answers: null },
      ],
      errors: [
        { row: 3, error: expect.stringContaining('soon') },
        { row: 4, error: expect.stringContaining('many') },
      ],
    });
    expect(() => signalPoints(table, { day: 0, value: null, score: null })).toThrow('column');
  });

  it('of scores are one a month', () => {
    const table = [
      ['day', 'score'],
      ['2026-01-03', '10'],
      ['2026-01-31', '6'],
      ['2026-01-31', '9'],
      ['2026-02-01', '0'],
      ['2026-02-02', '11'],
    ];
    const { points, errors } = signalPoints(table, guessSignalColumns(table));
    expect(points.map(({ on, answers }) => [on, answers])).toEqual([
      ['2026-01-01', 3],
      ['2026-02-01', 1],
    ]);
    expect(points[0]?.value).toBeCloseTo(33.3333, 4);
    expect(points[1]?.value).toBe(-100);
    expect(errors).toHaveLength(1);
  });
});

describe('a signal', () => {
  it('shows what turned for the worse and has no why; the why goes with its theme or its point', () => {
    const study = buildStudy();
    const themeId = study.theme({ name: 'Surprise at renewal' });
    const points = ['2026-01-01', '2026-02-01', '2026-03-01'].map((on, index) => ({ on, value: [30, 20, 10][index] ?? 0, answers: null }));
    const { signalId } = study.edit('addSignal', { name: 'NPS', kind: 'nps', points: points.toReversed() });
    const read = () => readSignal(study.state.require('signals', signalId));
    expect(read()).toMatchObject({ unexplained: ['2026-02-01', '2026-03-01'], latest: { value: 10, change: -10, worse: true } });
    study.edit('explainSignal', { signalId, on: '2026-02-01', themeId, note: 'The new price list' });
    expect(read().unexplained).toEqual(['2026-03-01']);
    expect(() => study.edit('explainSignal', { signalId, on: '2026-02-02', themeId })).toThrow('no point');
    study.edit('dissolveThemes', { themeIds: [themeId] });
    expect(read().unexplained).toEqual(['2026-02-01', '2026-03-01']);
    study.edit('updateSignal', { signalId, kind: 'complaints' });
    expect(read().unexplained).toEqual([]);
  });
});

describe('a gate', () => {
  it('is passed only with its summary and how it shaped the concept, and keeps them', () => {
    const study = buildStudy();
    const { gateId } = study.edit('addGate', { name: 'Concept' });
    const pass = () => study.edit('passGate', { gateId, on: '2026-06-30' });
    expect(pass).toThrow('summary');
    study.edit('updateGate', { gateId, summary: 'Six conversations.' });
    expect(pass).toThrow('shaped');
    study.edit('updateGate', { gateId, shaped: 'We dropped the wizard.' });
    pass();
    expect(study.state.require('gates', gateId).passed).toMatchObject({ on: '2026-06-30', by: 'Researcher' });
    expect(() => study.edit('updateGate', { gateId, shaped: ' ' })).toThrow('shaped');
    study.edit('reopenGate', { gateId });
    expect(study.state.require('gates', gateId).passed).toBeNull();
  });
});
