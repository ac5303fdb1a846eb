// A signal in words and in its chart.
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { chartPlaces } from '#shared/domain/rhythm/chart-places';
import { addDays } from '#shared/domain/rhythm/days';
import { changeInWords, signalInWords } from '#shared/domain/rhythm/signal-words';
import type { Signal } from '#shared/model/records/signal';

const signal = (kind: Signal['kind'], values: number[], whys: Signal['whys'] = []): Signal => ({
  id: 's',
  name: 'NPS',
  kind,
  unit: '',
  points: values.map((value, index) => ({ on: `2026-0${index + 1}-01`, value, answers: null })),
  whys,
  order: 1,
});

it('says the latest value, the range and what is open', () => {
  expect(signalInWords(signal('nps', []))).toBe('No points yet.');
  expect(signalInWords(signal('nps', [12]))).toBe('12 on 1 January 2026.');
  expect(signalInWords(signal('nps', [12, 30, 22]))).toBe(
    '22 on 1 March 2026, 8 down from the point before. 3 points since 1 January 2026, from 12 (1 January 2026) to 30 (1 February 2026). It turned for the worse 1 time: 1 without a why.',
  );
  expect(signalInWords(signal('complaints', [5, 3]))).toContain('It never turned for the worse.');
  expect(signalInWords(signal('complaints', [3, 5], [{ on: '2026-02-01', themeId: 't', note: '' }]))).toContain('1 time: each has a why.');
  expect([null, 0.01, 3.52, -1200].map(changeInWords)).toEqual(['', 'unchanged', '3.5 up', '1,200 down']);
});

it('every point lies in the field, and the lines hold the values between them', () => {
  const values = fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(values, (list) => {
      const points = list.map((value, index) => ({ on: addDays('2026-01-01', index * 7), value, answers: null }));
      const { dots, lines } = chartPlaces(points, 500, 100);
      for (const { x, y } of dots) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(500);
        expect(y).toBeGreaterThanOrEqual(-0.01);
        expect(y).toBeLessThanOrEqual(100.01);
      }
      expect(lines.length).toBeGreaterThanOrEqual(2);
      expect(lines.length).toBeLessThanOrEqual(7);
    }),
  );
});
