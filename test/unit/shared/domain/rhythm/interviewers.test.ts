// Who lets people talk, and how it is asked.
import { expect, it } from 'vitest';

import { countQuestions } from '#shared/domain/rhythm/count-questions';
import { byInterviewer, listeningOf } from '#shared/domain/rhythm/interviewers';

it('tells open questions from closed and leading ones, and says what it cannot tell', () => {
  expect(countQuestions('Thanks. What happened next? Did you call them? Really? And how did that feel for you?')).toEqual({
    open: 2,
    closed: 1,
    unclear: 1,
  });
  expect(countQuestions('Was haben Sie dann mit der Rechnung gemacht?')).toEqual({ open: 0, closed: 0, unclear: 1 });
  expect(countQuestions('?? No question here.')).toEqual({ open: 0, closed: 0, unclear: 0 });
});

it('adds the interviews of one person under any spelling, those who let people talk least first', () => {
  const speakers = (asks: string) => [
    { label: asks, role: 'interviewer' as const, participantId: null },
    { label: 'Karim', role: 'participant' as const, participantId: 'p' },
  ];
  const interview = (id: string, asks: string, asked: string, said: string) =>
    listeningOf({ id, speakers: speakers(asks) }, [
      { speaker: asks, text: asked },
      { speaker: 'Karim', text: said },
    ]);
  const list = [
    interview('a', 'Rosa', 'What happened then?', 'one two three four five six seven'),
    interview('b', 'rosa ', 'Did you like it?', 'yes'),
    interview('c', 'Imre', 'one two three', 'one'),
  ];
  expect(byInterviewer(list)).toEqual([
    { name: 'Imre', interviews: 1, words: 3, participantWords: 1, share: 0.25, questions: { open: 0, closed: 0, unclear: 0 } },
    { name: 'Rosa', interviews: 2, words: 7, participantWords: 8, share: 8 / 15, questions: { open: 1, closed: 1, unclear: 0 } },
  ]);
  expect(byInterviewer([listeningOf({ id: 'd', speakers: speakers('Rosa') }, [{ speaker: 'Rosa', text: 'Hello' }])])).toEqual([]);
});
