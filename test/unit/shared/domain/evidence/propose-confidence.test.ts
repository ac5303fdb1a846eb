// CERQual-style confidence: concerns from counts, the level they leave, and the facts read from a study.
import { describe, expect, it } from 'vitest';

import { factsOfTheme, factsOfVerdict } from '#shared/domain/evidence/confidence-facts';
import { createEvidenceScope } from '#shared/domain/evidence/evidence-scope';
import { type ConfidenceFacts, overallConfidence, proposeConfidence } from '#shared/domain/evidence/propose-confidence';
import { verdictOf } from '#shared/domain/evidence/verdict';
import type { Concern } from '#shared/model/records/confidence';
import { buildStudy } from '#test/builders/study-builder';

const sound: ConfidenceFacts = {
  people: 9,
  retold: 0,
  unknown: 0,
  advocates: 2,
  leading: 9,
  other: 0,
  doneOtherwise: false,
  dominated: false,
  inTarget: 6,
  stale: false,
  searched: true,
};

describe('concerns', () => {
  const table: [string, Partial<ConfidenceFacts>, keyof ReturnType<typeof proposeConfidence>, Concern][] = [
    ['nothing to say against it', {}, 'methodological', 'none'],
    ['one unknown person', { unknown: 1 }, 'methodological', 'minor'],
    ['mostly unknown people', { unknown: 6 }, 'methodological', 'moderate'],
    ['mostly advocates', { advocates: 5 }, 'methodological', 'moderate'],
    ['no counter-search', { searched: false }, 'methodological', 'minor'],
    ['retold only', { people: 0, retold: 4, leading: 0 }, 'methodological', 'serious'],
    ['1 of 9 otherwise', { leading: 8, other: 1 }, 'coherence', 'minor'],
    ['3 of 9 otherwise', { leading: 6, other: 3 }, 'coherence', 'moderate'],
    ['4 of 9 otherwise', { leading: 5, other: 4 }, 'coherence', 'serious'],
    ['done otherwise', { doneOtherwise: true }, 'coherence', 'moderate'],
    ['8 people', { people: 8, leading: 8 }, 'adequacy', 'none'],
    ['5 people', { people: 5, leading: 5 }, 'adequacy', 'minor'],
    ['3 people', { people: 3, leading: 3 }, 'adequacy', 'moderate'],
    ['2 people', { people: 2, leading: 2 }, 'adequacy', 'serious'],
    ['one voice has most quotes', { dominated: true }, 'adequacy', 'moderate'],
    ['no segment named', { inTarget: null }, 'relevance', 'minor'],
    ['few of the segment', { inTarget: 2 }, 'relevance', 'minor'],
    ['nobody of the segment', { inTarget: 0 }, 'relevance', 'serious'],
    ['stale', { stale: true }, 'relevance', 'moderate'],
  ];
  it.each(table)('%s', (_name, facts, component, expected) => {
    const proposed = proposeConfidence({ ...sound, ...facts })[component];
    expect(proposed).toMatchObject({ concern: expected });
    expect(proposed).toHaveProperty('reason', expect.stringMatching(/^[A-Z0-9].*\.$/));
  });
});

it.each<[Concern[], string]>([
  [['none', 'none', 'none', 'none'], 'high'],
  [['minor', 'minor', 'none', 'none'], 'high'],
  [['minor', 'minor', 'minor', 'none'], 'moderate'],
  [['none', 'moderate', 'none', 'none'], 'moderate'],
  [['none', 'moderate', 'moderate', 'none'], 'low'],
  [['serious', 'none', 'none', 'none'], 'low'],
  [['serious', 'moderate', 'none', 'none'], 'very-low'],
  [['serious', 'serious', 'serious', 'serious'], 'very-low'],
])('%j leaves %s', (concerns, level) => {
  expect(overallConfidence(concerns)).toBe(level);
});

it('reads the facts of a verdict and of a theme, and keeps what a person confirms', () => {
  const study = buildStudy();
  const buyers = study.segment('Buyers');
  study.edit('updateStudy', { targetSegmentId: buyers });
  const assumptionId = study.assumption(study.department('Sales'), 'They want to talk');
  const snippets = [0, 1, 2, 3].map((number) => {
    const participantId = study.participant({ reached: number === 0 ? 'advocate' : 'cold', segmentId: number < 3 ? buyers : null });
    return study.snippet(study.source({ participantId, turns: [[null, 'Just talk.']] }), 'talk');
  });
  const themeId = study.theme({ name: 'Talk', snippets });
  study.evidence(assumptionId, { theme: themeId }, 'supports');
  study.evidence(assumptionId, { snippet: snippets[3] ?? '' }, 'contradicts');
  const scope = createEvidenceScope(study.state);
  const expected = { people: 4, advocates: 1, leading: 3, other: 1, inTarget: 3, stale: false };
  const answer = verdictOf(study.state, assumptionId, { scope, today: '2026-06-30' });
  expect(factsOfVerdict(scope, answer)).toMatchObject({ ...expected, searched: false });
  expect(factsOfTheme(scope, themeId, '2026-06-30')).toMatchObject({ ...expected, searched: true });
  expect(factsOfTheme(scope, themeId, '2028-06-30').stale).toBe(true);
  const { overall, ...components } = proposeConfidence(factsOfVerdict(scope, answer));
  expect(overall).toBe('low');
  const { confidenceId } = study.edit('setConfidence', { assumptionId, ...components, overall: 'moderate' });
  expect(study.edit('setConfidence', { assumptionId, ...components, overall: 'high' }).confidenceId).toBe(confidenceId);
  expect(() => study.edit('setConfidence', { assumptionId, themeId, ...components, overall: 'high' })).toThrow(/exactly one/);
  study.edit('removeAssumption', { assumptionId });
  expect(study.state.all('confidences').size).toBe(0);
});
