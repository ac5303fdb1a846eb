// Figures of agreement: published examples, what must hold for all tables, and the way from ranges to tables.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cohenKappa, type DecisionTable, krippendorffAlpha, percentAgreement } from '#shared/domain/agreement/agreement-figures';
import { type CodedSource, compareCoders } from '#shared/domain/agreement/compare-coders';
import type { AgreementUnit } from '#shared/model/agreement-units';
import type { TextRange } from '#shared/model/records/snippet';

const table = fc.record<DecisionTable>({ both: fc.nat(50), onlyFirst: fc.nat(50), onlySecond: fc.nat(50), neither: fc.nat(50) });

describe('kappa', () => {
  it('is that of a published table', () => {
    const given = { both: 50, onlyFirst: 75, onlySecond: 75, neither: 800 };
    expect(cohenKappa(given)).toBeCloseTo(0.3143, 4);
    expect(percentAgreement(given)).toBe(0.85);
  });

  it('does not depend on who is first nor on what is called yes; is 1 without any difference', () => {
    fc.assert(
      fc.property(table, (given) => {
        const { both, onlyFirst, onlySecond, neither } = given;
        const kappa = cohenKappa(given);
        expect(cohenKappa({ both, onlyFirst: onlySecond, onlySecond: onlyFirst, neither })).toEqual(kappa);
        const turned = cohenKappa({ both: neither, onlyFirst: onlySecond, onlySecond: onlyFirst, neither: both });
        if (kappa === null) expect(turned).toBeNull();
        else expect(turned).toBeCloseTo(kappa, 9);
        if (both > 0 && neither > 0) expect(cohenKappa({ both, onlyFirst: 0, onlySecond: 0, neither })).toBe(1);
      }),
    );
  });

  it('is not defined where nothing varies', () => {
    expect(cohenKappa({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 9 })).toBeNull();
    expect(cohenKappa({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 })).toBeNull();
  });
});

describe('alpha', () => {
  const units = (...coders: string[]) =>
    [...(coders[0] ?? '')].map((_, place) => ({
      weight: 1,
      values: coders.map((coder) => (coder[place] === '.' ? null : (coder[place] ?? null))),
    }));

  it('is that of the published examples', () => {
    expect(krippendorffAlpha(units('1100000000', '0110010100'))).toBeCloseTo(0.0952, 4);
    // Krippendorff (2011), “Computing Krippendorff's Alpha-Reliability”: four observers, missing values.
    const four = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'];
    expect(krippendorffAlpha(units(...four))).toBeCloseTo(0.743, 3);
  });

  it('counts a weight as so many units, does not depend on the order of coders, and is 1 without any difference', () => {
    const values = fc.array(fc.option(fc.constantFrom('a', 'b', 'c')), { minLength: 3, maxLength: 3 });
    const weighted = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 4 }), values }), { maxLength: 8 });
    fc.assert(
      fc.property(weighted, (given) => {
        const alpha = krippendorffAlpha(given);
        const single = given.flatMap(({ weight, values: each }) => Array.from({ length: weight }, () => ({ weight: 1, values: each })));
        const turned = given.map((unit) => ({ ...unit, values: unit.values.toReversed() }));
        for (const other of [krippendorffAlpha(single), krippendorffAlpha(turned)]) {
          if (alpha === null) expect(other).toBeNull();
          else expect(other).toBeCloseTo(alpha, 9);
        }
        if (alpha !== null) expect(alpha).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
    expect(krippendorffAlpha(units('0011', '0011'))).toBe(1);
    expect(krippendorffAlpha(units('0000', '0000'))).toBeNull();
  });
});

describe('comparing coders', () => {
  const range = (turn: number, start: number, end: number): TextRange => ({
    startTurn: turn,
    startOffset: start,
    endTurn: turn,
    endOffset: end,
  });
  const turns = ['One here. Two here.', 'Three 😀 here.'].map((text) => ({ speaker: 'Ana', startMs: null, endMs: null, text }));
  const source: CodedSource = { turns, tags: new Map([['t', [[range(0, 0, 9)], [range(0, 4, 12)]]]]) };

  it('counts characters (code points), sentences and turns', () => {
    const tableOf = (unit: AgreementUnit, codedOnly: boolean) => compareCoders([source], unit, codedOnly)[1]?.table;
    expect(tableOf('character', false)).toEqual({ both: 5, onlyFirst: 4, onlySecond: 3, neither: 7 + 13 });
    expect(tableOf('character', true)).toEqual({ both: 5, onlyFirst: 4, onlySecond: 3, neither: 0 });
    expect(tableOf('sentence', false)).toEqual({ both: 1, onlyFirst: 0, onlySecond: 1, neither: 1 });
    expect(tableOf('turn', false)).toEqual({ both: 1, onlyFirst: 0, onlySecond: 0, neither: 1 });
    expect(tableOf('turn', true)).toEqual({ both: 1, onlyFirst: 0, onlySecond: 0, neither: 0 });
  });

  it('adds the tags up to one figure, which comes first', () => {
    const two = compareCoders([{ turns, tags: new Map([...source.tags, ['u', [[range(1, 0, 5)], [range(1, 0, 5)]]]]) }], 'sentence', false);
    expect(two.map(({ tagId }) => tagId)).toEqual([null, 't', 'u']);
    expect(two[0]?.table).toEqual({ both: 2, onlyFirst: 0, onlySecond: 1, neither: 3 });
    expect(two[2]).toMatchObject({ percent: 1, kappa: 1, alpha: 1 });
  });
});
