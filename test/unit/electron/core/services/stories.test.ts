// Stories in a real study: one step, known people recognised, speakers read where names stand, and nothing left of what was stopped.
import { readdirSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { addStories } from '#core/services/stories';
import { peopleInSource } from '#shared/domain/evidence/participants-of';
import type { Story } from '#shared/model/story';

import { temporaryVault } from '#test/builders/temporary-vault';

const story = (more: Partial<Story>): Story => ({
  kind: 'complaint',
  title: 'A complaint',
  heldOn: null,
  who: '',
  words: 'It is slow.',
  facts: {},
  ...more,
});

function ids(prefix = 's'): () => string {
  let next = 0;
  return () => `${prefix}${(next += 1)}`;
}

test('a named person that is known is that participant; one undo takes all of them back', async () => {
  const { vault } = await temporaryVault();
  const { result } = await vault.edit('addParticipant', { pseudonym: 'P07', name: 'Ana Okoro' });
  const known = (result as { participantId: string }).participantId;
  const before = vault.seq;
  const added = await addStories(
    vault,
    [
      story({ who: 'ana okoro', facts: { Channel: 'phone' }, words: 'One.\n\nTwo.' }),
      story({ who: 'P07' }),
      story({ who: 'Ben' }),
      story({}),
    ],
    { fileName: 'tickets.csv', newId: ids() },
  );
  expect(vault.seq).toBe(before + 1);
  const sources = added.map((id) => vault.state.require('sources', id));
  expect(sources.map(({ speakers }) => speakers[0]?.participantId ?? null)).toEqual([known, known, expect.any(String), null]);
  expect(sources[0]).toMatchObject({ kind: 'complaint', fileName: 'tickets.csv', facts: { Channel: 'phone' }, transcript: { turns: 2 } });
  expect(sources[1]?.facts).toBeUndefined();
  expect((await vault.turns(added[0] ?? '')).map(({ speaker, text }) => [speaker, text])).toEqual([
    ['ana okoro', 'One.'],
    ['ana okoro', 'Two.'],
  ]);
  await vault.undo();
  expect(vault.state.all('sources').size).toBe(0);
});

test('what was said by several is read line by line when nobody is named', async () => {
  const { vault } = await temporaryVault();
  const [id = ''] = await addStories(
    vault,
    [story({ kind: 'advisory-board', words: 'Ana: The price is late.\nBen: Ours was early.\nAna: Lucky you.\nBen: I know.' })],
    { fileName: '', newId: ids() },
  );
  expect(vault.state.require('sources', id).speakers.map(({ label }) => label)).toEqual(['Ana', 'Ben']);
});

test('answers are turns below their questions; nobody is called what questions are called, and nobody named is one unknown person', async () => {
  const { vault } = await temporaryVault();
  const answers = [
    { question: 'What is missing?', words: 'An undo.\n\nAnd a net.' },
    { question: '', words: 'Thanks!' },
  ];
  const [asked = '', unnamed = ''] = await addStories(
    vault,
    [story({ kind: 'survey-answers', who: 'Question', words: '', answers }), story({ kind: 'survey-answers', words: '', answers })],
    { fileName: '', newId: ids() },
  );
  expect((await vault.turns(asked)).map(({ speaker, text }) => [speaker, text])).toEqual([
    ['Question', 'What is missing?'],
    ['Question (2)', 'An undo.'],
    ['Question (2)', 'And a net.'],
    ['Question (2)', 'Thanks!'],
  ]);
  const { speakers } = vault.state.require('sources', unnamed);
  expect(speakers).toEqual([{ label: 'Question', role: 'interviewer', participantId: null }]);
  expect(peopleInSource(vault.state.require('sources', unnamed))).toEqual([`unknown:${unnamed}`]);
  await expect(
    addStories(vault, [story({ words: '', answers: [{ question: 'Why?', words: ' ' }] })], { fileName: '', newId: ids('x') }),
  ).rejects.toMatchObject({ code: 'bad-input' });
});

test('a row without words, or a stop, leaves nothing behind', async () => {
  const { vault, folder } = await temporaryVault();
  const origin = { fileName: '', newId: ids() };
  await expect(addStories(vault, [story({}), story({ words: ' \n ' })], origin)).rejects.toMatchObject({ code: 'bad-input' });
  const stop = new AbortController();
  const job = { signal: stop.signal, report: () => stop.abort() };
  await expect(addStories(vault, [story({}), story({})], origin, job)).rejects.toMatchObject({ code: 'cancelled' });
  expect(vault.state.all('sources').size).toBe(0);
  expect(readdirSync(path.join(folder, 'transcripts'))).toEqual([]);
});
