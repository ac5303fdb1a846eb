// Rounds of the self-assessment: means, change, spread and obstacles, against figures worked out by hand, and in any order of the records.
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { changeInWords, meanInWords, spreadInWords } from '#shared/domain/self-assessment/assessment-words';
import { assessmentPlaces } from '#shared/domain/self-assessment/assessment-places';
import { farApart, readAssessments } from '#shared/domain/self-assessment/read-assessments';
import { OBSTACLES } from '#shared/domain/self-assessment/obstacles';
import { STATEMENTS } from '#shared/domain/self-assessment/statements';
import { type Assessment, OBSTACLE_KEYS, STATEMENT_KEYS } from '#shared/model/records/assessment';

let made = 0;
function assessment(on: string, person: string, answers: Assessment['answers'], obstacles: Assessment['obstacles'] = []): Assessment {
  made += 1;
  return {
    id: `a${made}`,
    on,
    person,
    answers,
    obstacles,
    note: '',
    by: 'me',
    at: `2026-01-01T00:00:00.${String(made).padStart(3, '0')}Z`,
  };
}

test('a round is a month: means of those who answered, the change since the round before, how far apart people are', () => {
  const rounds = readAssessments([
    assessment('2026-06-20', 'Ben', { 'first-hand': 5 }, ['no-time', 'know-already']),
    assessment('2026-03-02', 'Ana', { 'first-hand': 2, 'news-travels': 4 }),
    assessment('2026-06-01', 'Ana', { 'first-hand': 1 }, ['no-time']),
    // The same person on a later day of the month takes the place of the first answer.
    assessment('2026-06-21', ' ana ', { 'first-hand': 2 }, ['no-time']),
  ]);
  expect(rounds.map(({ month, overall, assessments }) => [month, overall, assessments.length])).toEqual([
    ['2026-03', 3, 1],
    ['2026-06', 3.5, 2],
  ]);
  const [, june] = rounds;
  const statement = june?.statements.find(({ key }) => key === 'first-hand');
  expect(statement).toEqual({ key: 'first-hand', mean: 3.5, lowest: 2, highest: 5, answered: 2, change: 1.5 });
  expect(june?.statements.find(({ key }) => key === 'news-travels')).toMatchObject({ mean: null, change: null, answered: 0 });
  expect(june?.obstacles).toEqual([
    { key: 'no-time', people: 2 },
    { key: 'know-already', people: 1 },
  ]);
  expect(june && farApart(june).map(({ key }) => key)).toEqual(['first-hand']);
  expect(assessmentPlaces(rounds, 100, 40)).toEqual([
    { month: '2026-03', x: 0, y: 20 },
    { month: '2026-06', x: 100, y: 15 },
  ]);
});

test('figures in words', () => {
  expect([meanInWords(null), meanInWords(3.25)]).toEqual(['open', '3.3']);
  expect([changeInWords(null), changeInWords(0.04), changeInWords(-0.04), changeInWords(0.5), changeInWords(-1)]).toEqual([
    '–',
    'as before',
    'as before',
    '+0.5',
    '−1.0',
  ]);
  const some = { key: 'first-hand', mean: 3, change: null } as const;
  expect(spreadInWords({ ...some, lowest: 2, highest: 4, answered: 3 })).toBe('2 to 4, 3 answers');
  expect(spreadInWords({ ...some, lowest: 3, highest: 3, answered: 2 })).toBe('all 3, 2 answers');
  expect(spreadInWords({ ...some, lowest: 3, highest: 3, answered: 1 })).toBe('3, 1 answer');
  expect(spreadInWords({ ...some, lowest: null, highest: null, answered: 0 })).toBe('no answer');
});

test('every statement and obstacle has its words, and every obstacle its remedy', () => {
  expect(Object.keys(STATEMENTS)).toEqual([...STATEMENT_KEYS]);
  expect(Object.keys(OBSTACLES)).toEqual([...OBSTACLE_KEYS]);
  for (const { remedy } of Object.values(OBSTACLES)) expect(remedy).toMatch(/\.$/);
});

test('the order of the records does not matter, and no mean leaves 1 to 5', () => {
  const one = fc.record({
    on: fc.constantFrom('2026-01-05', '2026-01-20', '2026-04-01', '2027-04-01'),
    person: fc.constantFrom('Ana', 'Ben', 'Cy'),
    answers: fc.dictionary(fc.constantFrom(...STATEMENT_KEYS), fc.integer({ min: 1, max: 5 })),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (given, picks) => {
      const records = given.map(({ on, person, answers }) => assessment(on, person, answers));
      const shuffled = records.map((record) => ({ record, at: picks.next().value as number })).sort((left, right) => left.at - right.at);
      const rounds = readAssessments(records);
      const told = ({ assessments, ...round }: (typeof rounds)[number]) => ({ ...round, ids: assessments.map(({ id }) => id).sort() });
      expect(readAssessments(shuffled.map(({ record }) => record)).map(told)).toEqual(rounds.map(told));
      for (const { overall, statements } of rounds)
        for (const mean of [overall, ...statements.map((statement) => statement.mean)])
          if (mean !== null) expect(mean >= 1 && mean <= 5).toBe(true);
    }),
  );
});
