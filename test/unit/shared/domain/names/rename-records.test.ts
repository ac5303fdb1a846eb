// Snippets whose text gets other names: each has exactly the words of its place afterwards, whatever stood there, and no name is left.
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { renamedRecord, type Renaming } from '#shared/domain/names/rename-records';
import { createNameReplacement, offsetAfter, replaceInTurns } from '#shared/domain/names/replace-names';
import { anchorOf } from '#shared/domain/transcript/anchor';
import type { Snippet } from '#shared/model/records/snippet';
import type { Turn } from '#shared/model/transcript';

const CHOICES = [
  { text: 'Ana', replacement: 'P01' },
  { text: 'Ana Maria Lopez', replacement: '[x]' },
  { text: 'Bo', replacement: 'somebody at the company' },
];
const names = createNameReplacement(CHOICES);

const words = fc.array(fc.constantFrom('Ana', 'Ana Maria Lopez', 'Bo', 'Anas', 'was', 'here', 'né', '👋', ',', '  '), { maxLength: 12 });
const text = words.map((list) => list.join(' '));
const turn = fc
  .record({ speaker: fc.constantFrom('Ana', 'Ann', null), text })
  .map((told): Turn => ({ ...told, startMs: null, endMs: null }));

function renamingOf(before: readonly Turn[]): Renaming {
  const after = replaceInTurns(before, names.replace);
  return { names, textOf: (_, revision) => (revision === 3 ? { before, after } : undefined), numberOf: (_, revision) => revision + 10 };
}

/** Offsets of the ends of a snippet, in order, from two that are not. */
function snippetOf(turns: readonly Turn[], [first, second]: readonly [number, number]): Snippet {
  const flat = turns.flatMap(({ text: told }, index) => [...Array(told.length + 1).keys()].map((offset) => ({ index, offset })));
  const at = [first, second].map((part) => Math.floor(part * (flat.length - 1))).sort((left, right) => left - right);
  const [start, end] = at.map((place) => flat[place] ?? { index: 0, offset: 0 });
  const range = { startTurn: start?.index ?? 0, startOffset: start?.offset ?? 0, endTurn: end?.index ?? 0, endOffset: end?.offset ?? 0 };
  const given = { id: 's', sourceId: 'talk', revision: 3, note: '', starred: false, by: '', at: '2026-01-01T00:00:00.000Z' };
  return { ...given, range, ...anchorOf(turns, range) };
}

/** Names that share a letter with the snippet. */
function touched(turns: readonly Turn[], { range }: Snippet) {
  return turns.flatMap(({ text: told }, index) => {
    const from = index === range.startTurn ? range.startOffset : 0;
    const to = index === range.endTurn ? range.endOffset : told.length;
    if (index < range.startTurn || index > range.endTurn) return [];
    return names.places(told).filter(({ start, end }) => start < to && end > from);
  });
}

const part = fc.double({ min: 0, max: 1, noNaN: true });

test('quote, surroundings and speakers are those of the new text at the new place, and the text holds no name', () => {
  fc.assert(
    fc.property(fc.array(turn, { minLength: 1, maxLength: 4 }), fc.tuple(part, part), (turns, ends) => {
      const renaming = renamingOf(turns);
      const snippet = snippetOf(turns, ends);
      const after = replaceInTurns(turns, names.replace);
      const moved = renamedRecord('snippets', snippet, renaming);
      expect(moved.revision).toBe(13);
      expect(moved).toMatchObject(anchorOf(after, moved.range));
      for (const { text: told } of after) expect(names.places(told)).toEqual([]);
      // Where no name is touched the words are the very same.
      if (touched(turns, snippet).length === 0) expect(moved.quote).toBe(snippet.quote);
    }),
  );
});

test('offsets keep their order, and lie where the text before them ends', () => {
  fc.assert(
    fc.property(text, part, part, (told, first, second) => {
      const places = names.places(told);
      const [low = 0, high = 0] = [first, second].map((each) => Math.floor(each * told.length)).sort((left, right) => left - right);
      expect(offsetAfter(places, low, 'start')).toBeLessThanOrEqual(offsetAfter(places, high, 'end'));
      const inside = places.some(({ start, end }) => low > start && low < end);
      const before = places
        .filter(({ end }) => end <= low)
        .reduce((sum, { start, end, replacement }) => sum + replacement.length - (end - start), 0);
      if (!inside) expect(offsetAfter(places, low, 'start')).toBe(low + before);
      expect(offsetAfter(places, told.length, 'end')).toBe(names.replace(told).length);
    }),
  );
});

test('voices that are called the same afterwards are one, and keep the person that is known', () => {
  const transcript = { revision: 3, sha256: '0'.repeat(64), turns: 0, words: 0, startMs: null, endMs: null };
  const speakers = [
    { label: 'P01', role: 'participant' as const, participantId: null },
    { label: 'Ana', role: 'participant' as const, participantId: 'p' },
  ];
  const source = {
    id: 'talk',
    kind: 'interview' as const,
    title: 'With Ana',
    heldOn: null,
    fileName: 'Ana.txt',
    format: 'text' as const,
    encoding: 'utf-8' as const,
    speakers,
    participantId: null,
    transcript,
    importedAt: '2026-01-01T00:00:00.000Z',
  };
  expect(renamedRecord('sources', source, renamingOf([]))).toMatchObject({
    title: 'With P01',
    fileName: 'P01.txt',
    speakers: [{ label: 'P01', role: 'participant', participantId: 'p' }],
    transcript: { revision: 13 },
  });
});
