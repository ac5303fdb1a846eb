// Early warnings and what to ask next.
import { expect, it } from 'vitest';

import { earlyWarnings, nextQuestions, notHeardYet } from '#shared/domain/evidence/ask-next';
import { allVerdicts } from '#shared/domain/evidence/verdict';
import type { EvidenceRelation } from '#shared/model/records/evidence-link';
import { buildStudy } from '#test/builders/study-builder';

function studyWith(said: Record<string, { importance: number; people: [EvidenceRelation, number][] }>) {
  const study = buildStudy();
  const department = study.department('Sales');
  for (const [id, { importance, people }] of Object.entries(said)) {
    const assumption = study.assumption(department, `Statement ${id}`, { id, importance });
    for (const [relation, count] of people) {
      for (let number = 0; number < count; number += 1) {
        const source = study.source({ participantId: study.participant(), turns: [[null, 'It was slow.']] });
        study.evidence(assumption, { snippet: study.snippet(source, 'slow') }, relation);
      }
    }
  }
  const assumptions = [...study.state.all('assumptions').values()];
  return { study, assumptions, verdicts: allVerdicts(study.state) };
}

it('warns as soon as two people contradict an assumption, the most important first', () => {
  const { assumptions, verdicts } = studyWith({
    one: { importance: 5, people: [['contradicts', 1]] },
    two: { importance: 3, people: [['contradicts', 2]] },
    many: { importance: 3, people: [['contradicts', 4]] },
    against: {
      importance: 4,
      people: [
        ['supports', 6],
        ['contradicts', 2],
      ],
    },
  });
  const warnings = earlyWarnings(assumptions, verdicts);
  expect(warnings.map(({ assumption, contradicting }) => [assumption.id, contradicting])).toEqual([
    ['against', 2],
    ['many', 4],
    ['two', 2],
  ]);
});

it('asks next for what is not decided, in open questions that never hold the statement', () => {
  const { assumptions, verdicts } = studyWith({
    decided: { importance: 5, people: [['supports', 4]] },
    open: { importance: 2, people: [] },
    thin: { importance: 4, people: [['supports', 1]] },
  });
  const next = nextQuestions(assumptions, verdicts);
  expect(next.map(({ assumption, verdict }) => [assumption.id, verdict])).toEqual([
    ['thin', 'thin'],
    ['open', 'not tested'],
  ]);
  for (const { questions } of next) for (const question of questions) expect(question).toMatch(/^(Tell|What|Could)[^]*[?.]$/);
});

it('names who could be asked: of the segment that matters most, when one is named', () => {
  const study = buildStudy();
  const segmentId = study.segment('Buyers');
  const heard = study.participant({ pseudonym: 'P1', segmentId });
  study.participant({ pseudonym: 'P3' });
  study.participant({ pseudonym: 'P2', segmentId });
  study.source({ participantId: heard, turns: [[null, 'It was slow.']] });
  expect(notHeardYet(study.state)).toEqual(['P2', 'P3']);
  study.edit('updateStudy', { targetSegmentId: segmentId });
  expect(notHeardYet(study.state)).toEqual(['P2']);
});
