// Finding one's way in a transcript: places that are typed, snippets in order and under the cursor, filters.
import { describe, expect, test } from 'vitest';

import { citedQuote } from '#shared/domain/coding/cited-quote';
import { parsePlace, turnAtPlace } from '#shared/domain/coding/parse-place';
import {
  cycledSnippet,
  joinedRange,
  neighbourSnippet,
  overlappingSnippets,
  snippetsAt,
  snippetsInOrder,
} from '#shared/domain/coding/snippet-order';
import { filterTranscript, type TranscriptFilter } from '#shared/domain/coding/transcript-filter';
import { buildStudy } from '#test/builders/study-builder';

describe('places', () => {
  const turns = [null, 0, 5000, null, 65_000].map((startMs) => ({ startMs }));

  test('turns and times are read, with or without the colon', () => {
    expect(parsePlace(':214')).toEqual({ turn: 214 });
    expect(parsePlace(' 12:41')).toEqual({ ms: 761_000 });
    expect(parsePlace(':1:02:03')).toEqual({ ms: 3_723_000 });
    expect(['', 'twelve', '1:2:3:4', '-4', '12:'].map(parsePlace)).toEqual([null, null, null, null, null]);
  });

  test('a time is the turn being spoken, a turn too far is the last one', () => {
    expect(turnAtPlace(turns, { ms: 64_000 })).toBe(2);
    expect(turnAtPlace(turns, { ms: 999_000 })).toBe(4);
    expect(turnAtPlace(turns, { turn: 99 })).toBe(4);
    expect(turnAtPlace(turns, { turn: 0 })).toBe(0);
    expect(turnAtPlace([{ startMs: null }], { ms: 1 })).toBeNull();
    expect(turnAtPlace([], { turn: 1 })).toBeNull();
  });

  test('a copied quote says where it stands', () => {
    expect(citedQuote(' We left. ', { who: 'P07', turn: 214, time: '00:12:41', source: 'Renewal' })).toBe(
      '“We left.” (P07 · 214 · 00:12:41 · Renewal)',
    );
    expect(citedQuote('We left.', { who: '', turn: 3, time: null, source: 'Notes' })).toBe('“We left.” (3 · Notes)');
  });
});

const study = buildStudy();
const source = study.source({
  turns: [
    ['Ida', 'What did you do?'],
    ['Karim', 'I called her. She knew what to say.'],
    ['Karim', 'We left.'],
  ],
});
const called = study.snippet(source, 'I called her.');
const wide = study.snippet(source, 'called her. She knew');
const left = study.snippet(source, 'We left.');
const parent = study.edit('createTag', { name: 'Support' }).tagId;
const child = study.edit('createTag', { name: 'Support as sales', parentId: parent }).tagId;
study.edit('tagSnippets', { snippetIds: [called], tagIds: [child] });
const ordered = snippetsInOrder([...study.state.all('snippets').values()]);
const idOf = (snippet: { id: string } | null): string | null => snippet?.id ?? null;

describe('snippets', () => {
  test('next and previous, from a snippet and from a place', () => {
    expect(ordered.map(({ id }) => id)).toEqual([called, wide, left]);
    expect(idOf(neighbourSnippet(ordered, { snippetId: called }, 1))).toBe(wide);
    expect(idOf(neighbourSnippet(ordered, { snippetId: called }, -1))).toBeNull();
    expect(idOf(neighbourSnippet(ordered, { turn: 1, offset: 5 }, 1))).toBe(left);
    expect(idOf(neighbourSnippet(ordered, { turn: 1, offset: 5 }, -1))).toBe(wide);
    expect(idOf(neighbourSnippet(ordered, { snippetId: called }, 1, ({ id }) => id === left))).toBe(left);
  });

  test('under a place: the shortest first, and around them', () => {
    const under = snippetsAt(ordered, { turn: 1, offset: 6 });
    expect(under.map(({ id }) => id)).toEqual([called, wide]);
    expect(idOf(cycledSnippet(under, called))).toBe(wide);
    expect(idOf(cycledSnippet(under, wide))).toBe(called);
    expect(cycledSnippet([], null)).toBeNull();
  });

  test('overlapping ones can be joined to one stretch', () => {
    const [first, second] = ordered;
    if (!first || !second) throw new Error('the builder made no snippets');
    expect(overlappingSnippets(ordered, first).map(({ id }) => id)).toEqual([wide]);
    expect(joinedRange(second, first)).toEqual({ startTurn: 1, startOffset: 0, endTurn: 1, endOffset: 22 });
  });
});

describe('filterTranscript', () => {
  const turns = [['Ida'], ['Karim'], ['Karim']].map(([speaker], index) => ({
    speaker: speaker ?? null,
    startMs: null,
    endMs: null,
    text: `turn ${index}`,
  }));
  const answer = (filter: TranscriptFilter) => {
    const { turns: shown, snippetIds } = filterTranscript(
      filter,
      turns,
      ordered,
      (id) => study.state.referring('snippets', id, 'taggings').map(({ tagId }) => tagId),
      (tagId) => new Set([tagId, ...study.state.referring('tags', tagId, 'tags').map(({ id }) => id)]),
    );
    return { turns: [...shown], snippets: [...snippetIds] };
  };

  test('by tag with what is inside it, by speaker, untagged and bare', () => {
    expect(answer({ kind: 'tag', tagId: parent })).toEqual({ turns: [1], snippets: [called] });
    expect(answer({ kind: 'speaker', label: 'Karim' })).toEqual({ turns: [1, 2], snippets: [called, wide, left] });
    expect(answer({ kind: 'untagged' })).toEqual({ turns: [0, 2], snippets: [wide, left] });
    expect(answer({ kind: 'bare' })).toEqual({ turns: [1, 2], snippets: [wide, left] });
  });
});
