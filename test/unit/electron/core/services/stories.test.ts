// Stories in a real study: one step, known people recognised, speakers read where names stand, and nothing left of what was stopped.
import { readdirSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { addStories } from '#core/services/stories';
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
