// Splitting a snippet: the words, tags and what hung on it are where they are said to be, and joining makes one of it again.
import { expect, it } from 'vitest';

import { AppError } from '#shared/lib/app-error';
import { buildStudy } from '#test/builders/study-builder';

const TEXT = 'Finance does not approve a range. They want one number before any meeting.';
const PLACE = TEXT.indexOf('They');

function tagged() {
  const study = buildStudy();
  const person = study.participant({ pseudonym: 'P01' });
  const source = study.source({ speakers: { Ana: { participantId: person } }, turns: [['Ana', TEXT]] });
  const snippet = study.snippet(source, TEXT, { note: 'One', starred: true });
  const { tagIds } = study.edit('tagSnippets', { snippetIds: [snippet], newTag: { name: 'Price' } });
  return { study, source, snippet, tagId: tagIds[0] ?? '' };
}

it('makes two snippets with the same tags, and joining them makes the first one again', () => {
  const { study, snippet, tagId } = tagged();
  study.theme({ name: 'Prices', snippets: [snippet] });
  const before = study.state.require('snippets', snippet);
  const { snippetId: second } = study.edit('splitSnippet', { snippetId: snippet, turn: 0, offset: PLACE });
  expect(study.state.require('snippets', snippet)).toMatchObject({ quote: TEXT.slice(0, PLACE - 1), note: 'One', starred: true });
  expect(study.state.require('snippets', second)).toMatchObject({ quote: TEXT.slice(PLACE), note: '', starred: false });
  for (const id of [snippet, second])
    expect(study.state.referring('snippets', id, 'taggings').map((tagging) => tagging.tagId)).toEqual([tagId]);
  expect(study.state.referring('snippets', second, 'cards')).toEqual([]);
  study.edit('joinSnippets', { snippetId: snippet, otherId: second });
  expect(study.state.require('snippets', snippet)).toEqual(before);
});

it('tags the snippet that is there already, and refuses places that leave a part without words', () => {
  const { study, source, snippet, tagId } = tagged();
  const there = study.snippet(source, TEXT.slice(PLACE));
  for (const offset of [0, TEXT.length, 9999])
    expect(() => study.edit('splitSnippet', { snippetId: snippet, turn: 0, offset })).toThrow(AppError);
  expect(study.edit('splitSnippet', { snippetId: snippet, turn: 0, offset: PLACE })).toEqual({ snippetId: there });
  expect(study.state.referring('snippets', there, 'taggings')).toMatchObject([{ tagId }]);
  expect(study.state.all('snippets').size).toBe(2);
});
