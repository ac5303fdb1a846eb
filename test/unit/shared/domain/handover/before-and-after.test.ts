// Before and after, and the brief: statements beside what was heard, forecasts only when revealed, nobody's name, nothing heard in a brief.
import { expect, test } from 'vitest';

import { beforeAndAfter } from '#shared/domain/handover/before-and-after';
import { departmentBriefs } from '#shared/domain/handover/department-brief';
import { beforeAndAfterMarkdown, briefsMarkdown } from '#shared/domain/handover/plan-markdown';
import { createReadoutScope } from '#shared/domain/readout/readout-scope';
import { buildStudy } from '#test/builders/study-builder';

function study() {
  const built = buildStudy('Renewals');
  const snippets = ['Anna Berg', 'Ben Ode', 'Cleo Ray'].map((name, index) => {
    const participantId = built.participant({ pseudonym: `P0${index + 1}`, name });
    const words = `I looked for the price first, as number ${index}`;
    const source = built.source({ heldOn: '2026-06-10', speakers: { [name]: { participantId } }, turns: [[name, `${words}.`]] });
    return built.snippet(source, words);
  });
  const price = built.theme({ name: 'Price first', snippets });
  const sales = built.department('Sales');
  const talk = built.assumption(sales, 'Buyers | want to talk first, says Anna Berg');
  const open = built.assumption(sales, 'They sign in spring');
  built.evidence(talk, { theme: price }, 'contradicts');
  built.department('Support');
  return { built, sales, talk, open };
}

const scopeOf = ({ built }: ReturnType<typeof study>) =>
  createReadoutScope(built.state, { names: 'pseudonyms', today: '2026-06-30', turnSpeakers: built.turnSpeakers });

test('what was believed and forecast stands beside what was heard', () => {
  const made = study();
  const { built, talk } = made;
  for (const [person, probability] of [
    ['Olga', 80],
    ['Raul', 91],
  ] as const)
    built.edit('giveForecast', { assumptionId: talk, person, probability });
  expect(beforeAndAfter(scopeOf(made))[0]?.statements[0]).toMatchObject({ forecast: null, keptBack: 2 });
  expect(beforeAndAfterMarkdown(scopeOf(made), beforeAndAfter(scopeOf(made)))).toContain('2 forecasts kept back');
  built.edit('revealForecasts', { assumptionId: talk });
  const [sales, support] = beforeAndAfter(scopeOf(made));
  expect(sales).toMatchObject({ name: 'Sales', matches: 0, differs: 1, forSome: 0 });
  expect(sales?.statements[0]).toMatchObject({
    verdict: 'contradicted',
    forecast: { people: 2, mean: 85.5, least: 80, most: 91 },
    keptBack: 0,
    heard: '3 of 3 people spoke to this: 3 said otherwise.',
  });
  expect(sales?.statements[1]).toMatchObject({ verdict: 'not tested', forecast: null, keptBack: 0, heard: '' });
  expect(support?.statements).toEqual([]);
  const text = beforeAndAfterMarkdown(scopeOf(made), beforeAndAfter(scopeOf(made)));
  expect(text).not.toContain('Anna');
  expect(text).toContain('Buyers \\| want to talk first, says P01 |');
  expect(text).toContain('| 86 % (2 people, 80 to 91 %) | Differs from what we heard. 3 of 3 people spoke to this: 3 said otherwise. |');
  expect(text).toContain('| Nobody said | Not compared yet |');
  expect(text).toContain('2 statements: 0 match what we heard, 1 differs, 0 true for some.');
});

test('a brief holds what to acknowledge and the statements with most riding on them first, and nothing of what was heard', () => {
  const made = study();
  const { built, sales, open } = made;
  built.edit('updateDepartment', { departmentId: sales, acknowledge: 'We asked for forecasts,\nnot for what you heard from Ben Ode.' });
  built.edit('updateAssumption', { assumptionId: open, importance: 5 });
  const scope = scopeOf(made);
  const briefs = departmentBriefs(scope);
  expect(briefs.map(({ name }) => name)).toEqual(['Sales', 'Support']);
  expect(briefs[0]?.statements.map(({ statement }) => statement)).toEqual(['They sign in spring', 'Buyers | want to talk first, says P01']);
  const text = briefsMarkdown(scope, briefs);
  expect(text).toContain('We asked for forecasts,  \nnot for what you heard from P02.');
  expect(text).toContain('Nobody has written this down yet.');
  for (const kept of ['Ben', 'Differs', 'spoke to this', 'looked for the price']) expect(text).not.toContain(kept);
});
