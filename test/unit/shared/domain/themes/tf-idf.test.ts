// Sparse weights: unit rows, rarer words heavier, cuts by document frequency.
import { describe, expect, it } from 'vitest';

import { readTermCorpus } from '#shared/domain/themes/term-corpus';
import { countTerms, weighTerms } from '#shared/domain/themes/tf-idf';
import type { TfIdf } from '#shared/domain/themes/tf-idf';
import { unwatchedSteps } from '#shared/domain/themes/work-steps';

function rowsOf({ matrix }: TfIdf): number[][] {
  return Array.from({ length: matrix.rowCount }, (_, row) => [...matrix.values.subarray(matrix.rowStart[row], matrix.rowStart[row + 1])]);
}

describe('weighTerms', () => {
  const texts = ['price invoice', 'prices export export export', 'pricing invoice export', 'alone', ''];
  const corpus = readTermCorpus(texts, unwatchedSteps());

  it('binds the forms of a word into one term', () => {
    expect(corpus.surfaces).toEqual(['price', 'invoice', 'prices', 'export', 'pricing', 'alone']);
    expect(corpus.termCount).toBe(4);
  });

  it('gives rows of length one, and empty rows to texts of which no word is shared', () => {
    const lengths = rowsOf(weighTerms(corpus)).map((row) => Math.hypot(...row));
    expect(lengths.slice(0, 3).every((length) => Math.abs(length - 1) < 1e-6)).toBe(true);
    expect(lengths.slice(3)).toEqual([0, 0]);
  });

  it('weighs by (1 + ln tf) (1 + ln((1 + N) / (1 + df)))', () => {
    const price = 1 + Math.log(6 / 4);
    const invoice = 1 + Math.log(6 / 3);
    const rows = rowsOf(weighTerms(corpus));
    expect(rows[0]![1]! / rows[0]![0]!).toBeCloseTo(invoice / price, 5);
    expect(rows[1]![1]! / rows[1]![0]!).toBeCloseTo(((1 + Math.log(3)) * invoice) / price, 5);
  });

  it('drops a word of more than half of a large corpus, but not where that would leave nothing', () => {
    const mixed = Array.from({ length: 60 }, (_, index) => `everybody talks topic${'abc'[index % 3]} item${'defgh'[index % 5]}`);
    const wide = readTermCorpus(mixed, unwatchedSteps());
    const kept = [...weighTerms(wide).termOfColumn].map((term) => wide.surfaces[wide.termOfSurface.indexOf(term)]);
    expect(kept).not.toContain('talks');
    expect(kept).toContain('topica');
    const same = readTermCorpus(
      Array.from({ length: 60 }, () => 'invoices arrive late'),
      unwatchedSteps(),
    );
    expect(weighTerms(same).termOfColumn.length).toBe(3);
  });

  it('counts terms per document', () => {
    const counts = countTerms(corpus);
    expect([...counts.values.subarray(counts.rowStart[1], counts.rowStart[2])]).toEqual([1, 3]);
  });
});
