// Edits of the board: order inside clusters, giving way, dissolving in place, accepting proposals.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { mostRoom } from '#shared/domain/board/cluster-layout';
import { overlaps } from '#shared/domain/board/rectangle';
import { cardsOfTheme } from '#shared/edits/card-edits';
import { AppError } from '#shared/lib/app-error';
import { buildStudy, type StudyBuilder } from '#test/builders/study-builder';

function studyWith(count: number): { study: StudyBuilder; snippets: string[] } {
  const study = buildStudy();
  const person = study.participant({ pseudonym: 'P01' });
  const quotes = Array.from({ length: count }, (_, index) => `Saying number ${index} of many.`);
  const source = study.source({ speakers: { Ana: { participantId: person } }, turns: quotes.map((text) => ['Ana', text]) });
  return { study, snippets: quotes.map((quote) => study.snippet(source, quote)) };
}

const order = (study: StudyBuilder, themeId: string): string[] => cardsOfTheme(study.state, themeId).map((card) => card.id);

describe('moving cards into a theme', () => {
  it('keeps the order of many cards put between two others', () => {
    const { study, snippets } = studyWith(122);
    const themeId = study.theme({ snippets: snippets.slice(0, 2) });
    const [first, last] = order(study, themeId);
    const cardIds = [...study.edit('placeSnippets', { snippetIds: snippets.slice(2) }).cardIds];
    study.edit('moveCards', { cardIds, target: { themeId, beforeCardId: last ?? null } });
    expect(order(study, themeId)).toEqual([first, ...cardIds, last]);
  });

  it('keeps the order after hundreds of cards were put at the same place', () => {
    const { study, snippets } = studyWith(200);
    const themeId = study.theme({ snippets: snippets.slice(0, 2) });
    const [first, last] = order(study, themeId);
    const expected = [first, last];
    for (const snippetId of snippets.slice(2)) {
      const [cardId] = study.edit('placeSnippets', {
        snippetIds: [snippetId],
        target: { themeId, beforeCardId: expected[1] ?? null },
      }).cardIds;
      expected.splice(1, 0, cardId);
    }
    expect(order(study, themeId)).toEqual(expected);
  });

  it('gives the order of a plain list for any moves', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(7), fc.nat(8)), { maxLength: 30 }), (moves) => {
        const { study, snippets } = studyWith(8);
        const themeId = study.theme({ snippets });
        const expected = order(study, themeId);
        for (const [from, to] of moves) {
          const [moving] = expected.splice(from, 1);
          const before = expected[to] ?? null;
          study.edit('moveCards', { cardIds: [moving ?? ''], target: { themeId, beforeCardId: before } });
          expected.splice(before === null ? expected.length : to, 0, moving ?? '');
        }
        expect(order(study, themeId)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('has a snippet only once in a theme', () => {
    const { study, snippets } = studyWith(2);
    const themeId = study.theme({ snippets });
    const other = study.theme({});
    const again = study.edit('placeSnippets', { snippetIds: snippets, target: { themeId: other }, also: true }).cardIds;
    study.edit('moveCards', { cardIds: [...again], target: { themeId } });
    expect(order(study, themeId)).toHaveLength(2);
    expect(order(study, other)).toHaveLength(0);
  });

  it('moves what has to give way in the same step', () => {
    const { study, snippets } = studyWith(3);
    const themeId = study.theme({ snippets: snippets.slice(0, 1) });
    const below = study.edit('createTheme', { x: 0, y: 300 }).themeId;
    const [loose = ''] = study.edit('placeSnippets', { snippetIds: [snippets[1] ?? ''], target: { x: 0, y: 900 } }).cardIds;
    study.edit('placeSnippets', {
      snippetIds: [snippets[2] ?? ''],
      target: { themeId },
      room: { themes: [{ id: below, x: 0, y: 420 }], cards: [{ id: loose, x: 5, y: 950 }] },
    });
    expect(study.state.require('themes', below).y).toBe(420);
    expect(study.state.require('cards', loose)).toMatchObject({ x: 5, y: 950 });
  });
});

describe('dissolving a theme', () => {
  it('leaves its cards side by side as they were', () => {
    const { study, snippets } = studyWith(4);
    const themeId = study.edit('createTheme', { x: 100, y: 200, columns: 3, snippetIds: snippets }).themeId;
    study.edit('dissolveThemes', { themeIds: [themeId] });
    const cards = [...study.state.all('cards').values()];
    expect(cards.every((card) => card.themeId === null)).toBe(true);
    expect(new Set(cards.map((card) => card.y)).size).toBe(2);
    expect(Math.min(...cards.map((card) => card.x))).toBe(100);
  });
});

describe('accepting proposals', () => {
  it('takes only snippets that lie in no theme by now', () => {
    const { study, snippets } = studyWith(6);
    const kept = study.theme({ name: 'Mine', snippets: snippets.slice(0, 2) });
    const { themeIds } = study.edit('acceptThemeProposals', { proposals: [{ name: 'price, figure', snippetIds: snippets }] });
    expect(order(study, kept)).toHaveLength(2);
    expect(order(study, themeIds[0] ?? '')).toHaveLength(4);
  });

  it('refuses when nothing is free any more', () => {
    const { study, snippets } = studyWith(3);
    study.theme({ snippets });
    expect(() => study.edit('acceptThemeProposals', { proposals: [{ name: 'late', snippetIds: snippets }] })).toThrow(AppError);
  });

  it('covers nothing, neither what is there nor another proposal', () => {
    const { study, snippets } = studyWith(40);
    study.edit('createTheme', { x: -300, y: 50, columns: 5, snippetIds: snippets.slice(0, 6) });
    study.edit('placeSnippets', { snippetIds: snippets.slice(6, 8), target: { x: 1800, y: 10 } });
    const proposals = [5, 12, 3, 8].map((count, index, counts) => {
      const start = 8 + counts.slice(0, index).reduce((sum, value) => sum + value, 0);
      return { name: `proposal ${index}`, snippetIds: snippets.slice(start, start + count) };
    });
    study.edit('acceptThemeProposals', { proposals });
    const rooms = [...study.state.all('themes').values()].map((theme) => ({
      x: theme.x,
      y: theme.y,
      ...mostRoom(order(study, theme.id).length, theme.columns),
    }));
    for (const [index, room] of rooms.entries()) expect(rooms.slice(index + 1).filter((other) => overlaps(room, other))).toEqual([]);
  });
});
