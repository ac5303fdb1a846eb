// What becomes of the recruitment list and of noted questions when a person is deleted for good.
import { expect, test } from 'vitest';

import { type Deletion, withoutPerson } from '#core/purge/without-person';
import { buildStudy } from '#test/builders/study-builder';

test('the person leaves the list, introduces nobody by name, and nothing is noted of their interview', () => {
  const study = buildStudy();
  for (const id of ['ana', 'ben']) study.edit('addRecruit', { newParticipant: { id, name: id } });
  study.edit('updateRecruit', { recruitId: 'ben', introducerId: 'ana', introducer: 'ana of sales', introduction: 'given' });
  study.edit('addQuestions', { questions: [{ id: 'q', text: 'What happened?' }] });
  const sources = ['ana', 'ben'].map((participantId) =>
    study.source({ id: `with-${participantId}`, participantId, turns: [[null, 'It was slow.']] }),
  );
  study.edit('recordAskings', { askings: sources.map((sourceId) => ({ questionId: 'q', sourceId, asked: true })) });
  const deletion: Deletion = {
    participantIds: new Set(['ana']),
    sourceIds: new Set(['with-ana']),
    redacted: new Map(),
    snippetIds: new Set(),
    mask: (text) => text.replaceAll('ana', '[deleted]'),
  };
  expect(withoutPerson('recruits', study.state.require('recruits', 'ana'), deletion)).toBeNull();
  expect(withoutPerson('recruits', study.state.require('recruits', 'ben'), deletion)).toMatchObject({
    introducerId: null,
    introducer: '[deleted] of sales',
    introduction: 'given',
  });
  const left = [...study.state.all('askings').values()].map((asking) => withoutPerson('askings', asking, deletion)?.sourceId ?? null);
  expect(left).toEqual([null, 'with-ben']);
});
