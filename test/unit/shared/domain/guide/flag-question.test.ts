// The wording of questions: a table of what is flagged, and of what must not be.
import { describe, expect, it } from 'vitest';

import { nextQuestions } from '#shared/domain/evidence/ask-next';
import { flagQuestion } from '#shared/domain/guide/flag-question';
import { buildStudy } from '#test/builders/study-builder';

const flagsOf = (text: string, statements: string[] = []): string[] => flagQuestion(text, statements).flags.map(({ flag }) => flag);

describe('flagged', () => {
  it.each([
    ['Do you like our product?', ['closed']],
    ['Did you look at the price first?', ['closed']],
    ['Is there anything I should know?', ['closed']],
    ['In the last year, have you changed suppliers?', ['closed']],
    ['Have you ever left a supplier?', ['closed']],
    ['Would you use a mobile app?', ['closed']],
    ['Do you prefer email or phone?', ['closed']],
    ['On a scale of 1 to 10, how was it?', ['closed']],
    ['Don’t you think that the price is too high?', ['leading', 'closed']],
    ["Isn't it annoying to wait?", ['leading', 'closed']],
    ['You looked at the price first, right?', ['leading']],
    ["The price is fair, isn't it?", ['leading']],
    ['How easy was it to sign up?', ['leading']],
    ['How much do you love the new board?', ['leading']],
    ['How frustrating was the wait?', ['leading']],
    ['What do you like about the board?', ['leading']],
    ['Why do you prefer our product?', ['leading']],
    ['What problems did you have with the trial?', ['leading']],
    ['Most people find it slow. What about you?', ['leading']],
    ['Would you agree that the support is good?', ['leading', 'closed']],
    ['So was it the price that made you leave?', ['leading', 'closed']],
    ['You left because of the price?', ['leading']],
    ['What do you think of our excellent support?', ['leading']],
    ['What do you think about the price and the support?', ['double']],
    ['How did you hear about us and why did you sign up?', ['double']],
    ['What did you do then, and what did you leave?', ['double']],
    ['What did that cost you or save you?', ['double']],
    ['What happened? And what did you do next?', ['double']],
    ['How satisfied are you with the price and the service?', ['leading', 'double']],
    ['Was the trial helpful and long enough?', ['double', 'closed']],
    ['Would you say our app is easy to use?', ['leading', 'closed']],
    ['Why is our product better than the competition?', ['leading']],
    ['What makes you love our product?', ['leading']],
    ['What do you find most frustrating about invoicing?', ['leading']],
    ['Did the slow checkout annoy you?', ['leading', 'closed']],
    ['How was the support, was it helpful?', ['double']],
    ['When you compared, did fuel come up?', ['closed']],
    ['If we built this, would you use it?', ['closed']],
    ['Is price important?', ['closed']],
    ['Did engineers or planners choose it?', ['closed']],
    ['Does your team use it daily?', ['closed']],
    ['I guess you found it through search?', ['leading']],
    ['When and how do you do your reporting?', ['double']],
  ])('%s', (text, expected) => {
    const found = flagQuestion(text);
    expect(found.checked).toBe(true);
    expect(found.flags.map(({ flag }) => flag)).toEqual(expected);
    for (const { reason } of found.flags) expect(reason).toMatch(/^[“A-Z].*[.]$/u);
  });
});

describe('not flagged', () => {
  it.each([
    'Tell me about the last time you looked for a new system.',
    'Tell me about the last time this came up for you. What happened, step by step?',
    'What did you do first?',
    'What happened next?',
    'How did you and your colleagues decide?',
    'Who else was in on the decision?',
    'Could you show me how you plan a day?',
    'Can you walk me through yesterday?',
    'May I ask how you found us?',
    'What went back and forth before you signed?',
    'What have I not asked about that mattered to you?',
    'How was it, easy or hard?',
    'What do you need in the morning?',
    'Take me back to the day when you first opened it and looked around.',
    'Why?',
    'What would you change, and why?',
    'Tell me about your onboarding and how it went.',
    'What did you like and dislike about the trial?',
    'How many people work in your team?',
    'Would you mind telling me how you do it?',
    'Please describe a typical day.',
    'What, if anything, would stop you from switching?',
    'What is the hardest part about planning a day?',
    'When did you switch over?',
    'You said you left in May. What happened then?',
    'What was the trial like?',
    'What is it like for you?',
    'What would you like to change first?',
    'And then?',
    'Describe your first week.',
    'How often do you open the board?',
    'What happened between the call and the quote?',
  ])('%s', (text) => {
    expect(flagsOf(text)).toEqual([]);
  });
});

it('says that other languages are not checked', () => {
  for (const text of [
    'Finden Sie das nicht auch gut?',
    'Avez-vous aimé le produit ?',
    '¿Le gusta el producto?',
    'Vond je het niet goed?',
    '価格はどうでしたか？',
    'Wie war die erste Woche?',
  ])
    expect(flagQuestion(text)).toEqual({ checked: false, flags: [] });
});

it('sees that a question gives away the assumption that it tests', () => {
  const statement = 'Buyers want to talk to us before they see a price';
  expect(flagsOf('What makes buyers want to talk before they see a price?', [statement])).toEqual(['leading']);
  expect(flagsOf('What happened before your first call with us?', [statement])).toEqual([]);
});

it('has nothing against the questions that Plumbline itself proposes', () => {
  const study = buildStudy();
  const departmentId = study.department('Sales');
  study.assumption(departmentId, 'They want to talk first');
  const assumptions = [...study.state.all('assumptions').values()];
  const verdicts = ['not tested', 'asked but nobody raised it', 'thin', 'mixed'] as const;
  for (const computed of verdicts) {
    const answers = new Map(assumptions.map(({ id }) => [id, { computed, override: null, verdict: computed } as never]));
    for (const { questions } of nextQuestions(assumptions, answers))
      for (const question of questions) expect([question, flagsOf(question)]).toEqual([question, []]);
  }
});
