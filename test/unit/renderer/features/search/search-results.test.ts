// What the search shows: matches by interview with the words around them, and names that hold the words.
import { describe, expect, it, test } from 'vitest';

import { contextParts, groupMatches } from '#renderer/features/search/match-groups';
import { matchNames, namesInWords } from '#renderer/features/search/name-matches';
import type { SearchMatch } from '#shared/rpc/answers';

import { buildStudy } from '../../../../builders/study-builder.ts';

const match = (sourceId: string, turn: number, context = 'the price', contextStart = 4): SearchMatch => ({
  sourceId,
  turn,
  startOffset: 10,
  endOffset: 15,
  speaker: null,
  startMs: null,
  context,
  contextStart,
});

describe('matches', () => {
  it('stand under their interview in the order in which they came; those of interviews that are gone are left out', () => {
    const groups = groupMatches(
      [match('b', 1), match('a', 2), match('b', 3), match('gone', 1)],
      (id) => ({ a: 'Amara', b: 'Beatriz' })[id] ?? null,
    );
    expect(groups.map(({ title, rows }) => [title, rows.map(({ turn }) => turn)])).toEqual([
      ['Beatriz', [1, 3]],
      ['Amara', [2]],
    ]);
  });

  it('keep the match itself whole and the words before it short, from the beginning of a word', () => {
    const before = 'so when we sat down with finance the first thing they asked about was the ';
    const [lead, words, rest] = contextParts(match('a', 1, `${before}price again`, before.length));
    expect(words).toBe('price');
    expect(rest).toBe(' again');
    expect(lead.length).toBeLessThanOrEqual(37);
    expect(lead.startsWith('…')).toBe(true);
    expect(before.endsWith(` ${lead.slice(1)}`)).toBe(true);
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
    });

  test('are listed tags first, and only those that hold the words', () => {
    expect(found('price').map(({ name }) => name)).toEqual(['Price', 'Price fog', 'No price means too dear', 'Rene Price']);
    expect(found('prize')).toEqual([]);
    expect(found(' ')).toEqual([]);
  });

  test('that are hidden cannot be found', () => {
    expect(found('rene', true)).toEqual([]);
    expect(found('rene')).toHaveLength(1);
  });

  test('are counted in words', () => {
    expect(namesInWords(found('price'))).toBe('2 tags, 1 theme and 1 participant do.');
    expect(namesInWords(found('support'))).toBe('1 tag does.');
    expect(namesInWords([])).toBe('');
  });
});
