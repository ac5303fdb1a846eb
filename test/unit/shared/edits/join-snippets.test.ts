// Joining two overlapping snippets: nothing that hung on either is lost, and nothing is there twice.
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/lib/app-error';
import { buildStudy } from '#test/builders/study-builder';

const TEXT = 'Finance does not approve a range. They want one number before any meeting.';

function overlapping() {
  const study = buildStudy();
  const person = study.participant({ pseudonym: 'P01' });
  const source = study.source({ speakers: { Ana: { participantId: person } }, turns: [['Ana', TEXT]] });
  const first = study.snippet(source, 'Finance does not approve a range. They', { note: 'One' });
  const second = study.snippet(source, 'a range. They want one number', { note: 'Two', starred: true });
  const { tagId } = study.edit('createTag', { name: 'Price' });
  return { study, source, first, second, tagId };
}

describe('joining snippets', () => {
  it('keeps the words, tags, notes, star, card, judgements and quotes of both', () => {
    const { study, first, second, tagId } = overlapping();
    study.edit('tagSnippets', { snippetIds: [first, second], tagIds: [tagId] });
    const { tagIds } = study.edit('tagSnippets', { snippetIds: [second], newTag: { name: 'Numbers' } });
    const theme = study.theme({ name: 'Prices', snippets: [second] });
    const department = study.department('Sales');
    const [one, two] = [study.assumption(department, 'They like to talk.'), study.assumption(department, 'A range will do.')];
    study.evidence(one, { snippet: first }, 'supports');
    study.evidence(one, { snippet: second }, 'contradicts');
    study.evidence(two, { snippet: second }, 'contradicts');
    study.edit('chooseQuotes', { themeId: theme, snippetIds: [second] });

    study.edit('joinSnippets', { snippetId: first, otherId: second });

    expect(study.state.get('snippets', second)).toBeUndefined();
    expect(study.state.require('snippets', first)).toMatchObject({
      quote: 'Finance does not approve a range. They want one number',
      note: 'One\nTwo',
      starred: true,
    });
    const of = <T extends 'taggings' | 'cards' | 'evidenceLinks'>(collection: T) => study.state.referring('snippets', first, collection);
    expect(new Set(of('taggings').map((tagging) => tagging.tagId))).toEqual(new Set([tagId, ...tagIds]));
    expect(of('cards')).toMatchObject([{ themeId: theme }]);
    expect(new Map(of('evidenceLinks').map((link) => [link.assumptionId, link.relation]))).toEqual(
      new Map([
        [one, 'supports'],
        [two, 'contradicts'],
      ]),
    );
    expect(Object.values(study.state.all('readout').values().next().value?.quotes ?? {})).toEqual([[first]]);
    expect([...study.state.all('cards').values()]).toHaveLength(1);
  });

  it('joins snippets that touch or share no tag, and refuses those with words between them', () => {
    const { study, source, first, second, tagId } = overlapping();
    const join = (otherId: string) => () => study.edit('joinSnippets', { snippetId: first, otherId });
    const apart = study.snippet(source, 'any meeting');
    study.edit('tagSnippets', { snippetIds: [first, second, apart], tagIds: [tagId] });
    expect(join(apart)).toThrow(AppError);
    expect(join(first)).toThrow(AppError);
    join(second)();
    const touching = study.snippet(source, 'before');
    study.edit('joinSnippets', { snippetId: touching, otherId: first });
    expect(study.state.require('snippets', touching).quote).toBe('Finance does not approve a range. They want one number before');
    expect(study.state.referring('snippets', touching, 'taggings').map((tagging) => tagging.tagId)).toEqual([tagId]);
  });
});
