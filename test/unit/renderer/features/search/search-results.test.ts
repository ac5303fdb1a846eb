// What the search shows: matches by interview with the words around them, and names that hold the words.
import { describe, expect, it, test } from 'vitest';

import { completionsOf, plainWords, withFilter } from '#renderer/features/search/complete-filter';
import { contextPieces, foundSections } from '#renderer/features/search/found-sections';
import { foundInWords, notesOf } from '#renderer/features/search/found-words';
import { matchNames } from '#renderer/features/search/name-matches';
import type { FoundPlace } from '#shared/rpc/search-answers';

import { buildStudy } from '../../../../builders/study-builder.ts';

const place = (kind: FoundPlace['kind'], id: string): FoundPlace => ({ kind, id, context: 'the price', marks: [[4, 9]], turn: null });

describe('what was found', () => {
  const names = [{ key: 'tag:t1', kind: 'tag', id: 't1', name: 'Price', colour: 1 } as const];
  const groups = [
    { kind: 'tag' as const, total: 2, more: false, places: [place('tag', 't1'), place('tag', 't2')] },
    { kind: 'snippet' as const, total: 40, more: true, places: [place('snippet', 's1'), place('snippet', 'gone')] },
    { kind: 'memo' as const, total: 1, more: false, places: [place('memo', 'gone')] },
  ];
  const sections = foundSections(names, groups, ({ id }) => id !== 'gone');

  it('stands by kind, each thing once, without what is gone', () => {
    expect(sections.map(({ title, total, rows }) => [title, total, rows.map(({ key }) => key)])).toEqual([
      ['Names', '1', ['tag:t1']],
      ['Tags', '1', ['tag:t2']],
      ['Snippets', '39+', ['snippet:s1']],
    ]);
    expect(foundInWords(sections, 1)).toBe('1 name, 1 tag, 39+ snippets');
    expect(foundInWords([], 0.4)).toBe('Reading the study: 40 %');
  });

  it('says what was corrected and what names nothing', () => {
    expect(
      notesOf({ groups: [], progress: 1, corrections: [{ typed: 'prcie', words: ['price'] }], unknown: [{ name: 'tag', value: 'x' }] }),
    ).toEqual(['‘prcie’ is rare here; also showing price.', 'No tag is called ‘x’.']);
  });

  it('keeps the marked words whole and the words before them short, from the beginning of a word', () => {
    const before = 'so when we sat down with finance the first thing they asked about was the ';
    const context = `${before}price again and price`;
    const start = before.length;
    const [lead, ...rest] = contextPieces({
      context,
      marks: [
        [start, start + 5],
        [context.length - 5, context.length],
      ],
    });
    expect(rest).toEqual([
      { text: 'price', marked: true },
      { text: ' again and ', marked: false },
      { text: 'price', marked: true },
    ]);
    expect(lead?.text.length).toBeLessThanOrEqual(37);
    expect(before.endsWith(` ${lead?.text.slice(1)}`)).toBe(true);
  });
});

describe('filters', () => {
  const names = { tag: ['Needs help', 'Price'], person: ['Amara'], source: [], segment: [] };

  test('are completed by name, in quotation marks where there is a space', () => {
    expect(completionsOf('price tag:need', names)).toEqual([{ label: 'Needs help', query: 'price tag:"Needs help" ' }]);
    expect(completionsOf('price -participant:', names)).toEqual([{ label: 'Amara', query: 'price -participant:Amara ' }]);
    expect(completionsOf('tag:"needs h', names)).toEqual([{ label: 'Needs help', query: 'tag:"Needs help" ' }]);
    expect(completionsOf('kind:sn', names).map(({ label }) => label)).toContain('snippets');
    expect(completionsOf('tag:Price ', names)).toEqual([]);
    expect(withFilter('price', 'tag')).toBe('price tag:');
  });

  test('and exclusions are no words to compare names with', () => {
    expect(plainWords('price tag:"Needs help" -slow "two words" person:A')).toBe('price two words');
  });
});

describe('names', () => {
  const study = buildStudy();
  study.edit('createTag', { name: 'Price' });
  study.edit('createTag', { name: 'Price fog' });
  study.edit('createTag', { name: 'Support' });
  study.participant({ name: 'Rene Price' });
  study.theme({ name: 'No price means too dear' });
  const { state } = study;
  const found = (query: string, hidden = false) =>
    matchNames(query, {
      tags: [...state.all('tags').values()],
      themes: [...state.all('themes').values()],
      participants: [...state.all('participants').values()],
      labelOf: (person) => (hidden ? person.pseudonym : person.name),
      sources: [],
      titleOf: ({ title }) => title,
    });

  test('are listed tags first, and only those that hold the words', () => {
    expect(found('price').map(({ name }) => name)).toEqual(['Price', 'Price fog', 'No price means too dear', 'Rene Price']);
    expect(found('prize').map(({ name }) => name)).toEqual(['Price', 'Price fog', 'No price means too dear', 'Rene Price']);
    expect(found('printer')).toEqual([]);
    expect(found(' ')).toEqual([]);
  });

  test('that are hidden cannot be found', () => {
    expect(found('rene', true)).toEqual([]);
    expect(found('rene')).toHaveLength(1);
  });
});
