// The customer, as heard: parts as written, people counted, departments sorted by verdict, the definitive test unanswered without quotes.
import { describe, expect, test } from 'vitest';

import { buildReadout } from '#shared/domain/readout/build-readout';
import { customerAsHeard } from '#shared/domain/readout/customer-as-heard';
import { UNANSWERED } from '#shared/domain/readout/customer-page';
import { createReadoutScope } from '#shared/domain/readout/readout-scope';
import { readoutMarkdown } from '#shared/domain/readout/readout-markdown';
import { spokenWords } from '#shared/domain/readout/spoken-words';

import { buildRenewalStudy, REAL_NAMES, type RenewalStudy } from '../../../../builders/renewal-study.ts';

const OPTIONS = { names: 'pseudonyms', today: '2026-06-30' } as const;
const heardIn = (study: RenewalStudy) => customerAsHeard(createReadoutScope(study.state, OPTIONS));
const firstQuote = (study: RenewalStudy): string => study.state.all('snippets').keys().next().value ?? '';

describe('the page', () => {
  test('is empty and unanswered before anything is written, and says where departments stand all the same', () => {
    const study = buildRenewalStudy();
    const { parts, answered, departments } = heardIn(study);
    expect(parts.map(({ part, text, themes, snippetIds }) => [part, text, themes.length, snippetIds.length])).toEqual(
      ['who', 'tries', 'obstacles', 'words', 'experience'].map((part) => [part, '', 0, 0]),
    );
    expect(answered).toBe(false);
    const sales = departments.find(({ department }) => department.id === study.ids.sales);
    expect(sales?.different.map(({ id }) => id)).toEqual([study.ids.talk]);
    expect(sales?.open).toHaveLength(1);
    expect(readoutMarkdown(buildReadout(study.state, OPTIONS))).toContain('Not answered yet');
  });

  test('counts the people behind its themes, and a quote answers the definitive test', () => {
    const study = buildRenewalStudy();
    study.edit('updateCustomer', { part: 'obstacles', text: 'No number, says Sarah.', themeIds: [study.ids.opaque, study.ids.opaque] });
    study.edit('updateCustomer', { part: 'experience', text: 'Weeks of waiting.' });
    expect(heardIn(study).answered).toBe(false);
    study.edit('updateCustomer', { part: 'experience', snippetIds: [firstQuote(study)] });
    const { parts, answered } = heardIn(study);
    expect(answered).toBe(true);
    expect(parts[2]?.themes.map(({ people }) => people)).toEqual([6]);
    expect(parts[4]?.text).toBe('Weeks of waiting.');
    const text = readoutMarkdown(buildReadout(study.state, OPTIONS));
    expect(text).toContain('6 of 8 people');
    expect(text).not.toContain(UNANSWERED);
    for (const name of REAL_NAMES) expect(text).not.toContain(name);
    expect(text).not.toContain('Sarah');
  });

  test('lets go of themes and quotes that go', () => {
    const study = buildRenewalStudy();
    const quote = firstQuote(study);
    study.edit('updateCustomer', { part: 'tries', themeIds: [study.ids.opaque, study.ids.human], snippetIds: [quote] });
    study.edit('dissolveThemes', { themeIds: [study.ids.opaque] });
    study.edit('removeSnippets', { snippetIds: [quote] });
    expect(study.state.get('customer', 'customer')).toMatchObject({ themes: { tries: [study.ids.human] }, quotes: { tries: [] } });
  });
});

test('words count from three people on, by people, with their forms together and the plainest left out', () => {
  const snippet = (id: string, quote: string, ...people: string[]) => ({ id, quote, people });
  const words = spokenWords(
    [
      snippet('a', 'The price, the prices and the day', 'p1'),
      snippet('b', 'A price each day', 'p2'),
      snippet('c', 'Prices every day', 'p3'),
      snippet('d', 'The invoice, the invoice, the invoice', 'p1'),
      snippet('e', 'An invoice', 'p2'),
      snippet('f', 'Their price and an invoice'),
    ],
    10,
  );
  expect(words).toEqual([{ word: 'price', people: 3, snippetIds: ['a', 'b', 'c'] }]);
});
