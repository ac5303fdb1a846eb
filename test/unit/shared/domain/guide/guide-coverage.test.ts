// What the transcripts show of the guide, what people confirm, and how that reaches the verdicts.
import { expect, it } from 'vitest';

import { guideAsMarkdown } from '#shared/domain/guide/guide-text';
import { createNameMask } from '#shared/domain/readout/name-mask';
import { guideCoverage, openProposals } from '#shared/domain/guide/guide-coverage';
import { askingTurns, proposeAskings } from '#shared/domain/guide/propose-askings';
import { verdictOf } from '#shared/domain/evidence/verdict';
import { finishSteps } from '#shared/lib/steps';
import { buildStudy } from '#test/builders/study-builder';

function guide() {
  const study = buildStudy();
  const assumption = study.assumption(study.department('Sales'), 'Engineers report fuel use every week', { id: 'fuel' });
  study.edit('addQuestions', {
    questions: [
      { id: 'q-fuel', text: 'What do you do about fuel and emissions?', assumptionIds: [assumption] },
      { id: 'q-last', text: 'Tell me about the last system you chose.' },
    ],
  });
  const interviews = ['Ana', 'Ben', 'Cleo'].map((name, index) => {
    const participantId = study.participant({ name });
    const turns: [string, string][] = [
      ['Nadia', index === 1 ? 'How was the week?' : 'And fuel, emissions: what do you do there?'],
      [name, 'Fuel and emissions? Nothing, what do you do?'],
      ['Nadia', 'Thank you.'],
    ];
    const sourceId = study.source({ turns, speakers: { Nadia: 'interviewer', [name]: { participantId } } });
    const { speakers } = study.state.require('sources', sourceId);
    return { sourceId, speakers, turns: turns.map(([speaker, text]) => ({ speaker, text, startMs: null, endMs: null })) };
  });
  const questions = [...study.state.all('questions').values()];
  return { study, assumption, interviews, questions, proposals: finishSteps(proposeAskings(questions, interviews.flatMap(askingTurns))) };
}

it('proposes the turn of the interviewer that says what the question says, and no other', () => {
  const { interviews, proposals } = guide();
  expect(proposals.map(({ questionId, sourceId, turn }) => [questionId, sourceId, turn])).toEqual([
    ['q-fuel', interviews[0]?.sourceId, 0],
    ['q-fuel', interviews[2]?.sourceId, 0],
  ]);
  expect(proposals[0]).toMatchObject({ words: expect.arrayContaining(['fuel', 'emissions']), said: expect.stringContaining('And fuel') });
});

it('counts nothing before a person confirms it; then everybody heard there was asked', () => {
  const { study, assumption, interviews, proposals } = guide();
  const coverage = () => guideCoverage(study.state, proposals);
  expect(coverage().questions[0]?.counts).toEqual({ asked: 0, 'not asked': 0, proposed: 2, open: 1 });
  expect(verdictOf(study.state, assumption).verdict).toBe('not tested');
  study.edit('recordAskings', {
    askings: openProposals(coverage()).map(({ questionId, sourceId, turn }) => ({ questionId, sourceId, turn, asked: true })),
  });
  expect(coverage().questions[0]?.counts).toEqual({ asked: 2, 'not asked': 0, proposed: 0, open: 1 });
  expect(verdictOf(study.state, assumption)).toMatchObject({
    verdict: 'asked but nobody raised it',
    asked: { people: { length: 2 }, silent: { length: 2 } },
  });
  study.edit('recordAskings', { askings: interviews.map(({ sourceId }) => ({ questionId: 'q-fuel', sourceId, asked: false })) });
  expect(verdictOf(study.state, assumption).verdict).toBe('not tested');
  study.edit('recordAskings', { askings: [{ questionId: 'q-fuel', sourceId: interviews[0]?.sourceId ?? '', asked: null }] });
  expect(coverage().questions[0]?.counts).toEqual({ asked: 0, 'not asked': 2, proposed: 1, open: 0 });
});

it('what was asked goes with question, interview and assumption', () => {
  const { study, assumption, interviews } = guide();
  const noted = interviews.map(({ sourceId }) => ({ questionId: 'q-fuel', sourceId, asked: true, turn: 0 }));
  study.edit('recordAskings', { askings: noted });
  expect([...study.state.all('askings').values()][0]).toMatchObject({ place: { revision: 1, turn: 0 } });
  study.edit('removeSources', { sourceIds: [interviews[0]?.sourceId ?? ''] });
  expect(study.state.all('askings').size).toBe(2);
  study.edit('removeAssumption', { assumptionId: assumption });
  expect(study.state.require('questions', 'q-fuel').assumptionIds).toEqual([]);
  study.edit('removeQuestion', { questionId: 'q-fuel' });
  expect(study.state.all('askings').size).toBe(0);
});

it('the guide to take along holds no assumption and no name', () => {
  const { study } = guide();
  study.edit('updateGuide', { opening: 'Thank Ana.\n\nAsk to record.' });
  study.edit('updateQuestion', { questionId: 'q-fuel', probes: 'Where?\n\n*Who* else?' });
  const text = guideAsMarkdown(study.state, createNameMask(study.state).mask);
  expect(text).not.toMatch(/Ana|report fuel use/);
  expect(text).toContain('Ask to record.\n\n1. What do you do about fuel and emissions?\n   - Where?\n   - \\*Who\\* else?\n2. Tell me');
});

it('questions move to any place of the guide', () => {
  const { study } = guide();
  study.edit('addQuestions', { questions: [{ id: 'q-third', text: 'What else?' }] });
  const order = (): string[] => guideCoverage(study.state).questions.map(({ question }) => question.id);
  study.edit('moveQuestion', { questionId: 'q-third', beforeQuestionId: 'q-fuel' });
  expect(order()).toEqual(['q-third', 'q-fuel', 'q-last']);
  for (let turn = 0; turn < 60; turn += 1)
    study.edit('moveQuestion', { questionId: turn % 2 ? 'q-third' : 'q-last', beforeQuestionId: 'q-fuel' });
  study.edit('moveQuestion', { questionId: 'q-third', beforeQuestionId: null });
  expect(order()).toEqual(['q-last', 'q-fuel', 'q-third']);
  expect(guideCoverage(study.state).untested).toEqual([]);
});
