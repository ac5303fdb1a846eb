// The share of words of those who are heard and those who ask.
import { expect, test } from 'vitest';

import { listeningRatio, wordsBySpeaker } from '#shared/domain/transcript/listening-ratio';

const words = wordsBySpeaker([
  { speaker: 'Ann', text: 'How was it?' },
  { speaker: 'Bea', text: 'It was long and nobody came.' },
  { speaker: 'Ann', text: 'Nobody?' },
  { speaker: null, text: '(laughs) twice' },
  { speaker: 'Bea', text: 'Not one of them.' },
]);

test('counts the words of each speaker', () => {
  expect([...words]).toEqual([
    ['Ann', 4],
    ['Bea', 10],
    [null, 2],
  ]);
});

test('adds up to one, by role', () => {
  const ratio = listeningRatio(words, [
    { label: 'Ann', role: 'interviewer' },
    { label: 'Bea', role: 'participant' },
  ]);
  expect(ratio).toEqual({ participants: 10 / 16, interviewers: 4 / 16, others: 2 / 16 });
});

test('says nothing where nobody asks or nobody is heard', () => {
  expect(listeningRatio(words, [{ label: 'Bea', role: 'participant' }])).toBeNull();
  expect(listeningRatio(words, [{ label: 'Ann', role: 'interviewer' }])).toBeNull();
  expect(listeningRatio(new Map(), [])).toBeNull();
});
