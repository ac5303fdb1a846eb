// The verdict rules beyond the plain count: second-hand, silence, say and do, target segment, age, counter-searches, by hand.
import { describe, expect, it } from 'vitest';

import { decideByRule, decideVerdict, type PeopleCounts } from '#shared/domain/evidence/decide-verdict';
import { freshnessOfDays } from '#shared/domain/evidence/freshness';
import { type VerdictOptions, verdictOf } from '#shared/domain/evidence/verdict';
import type { EvidenceRelation } from '#shared/model/records/evidence-link';
import type { SourceKind } from '#shared/model/records/source';
import { buildStudy } from '#test/builders/study-builder';

/** Something that a person said, once or several times, in a source of a kind. */
interface Heard {
  who: string;
  says: EvidenceRelation;
  times?: number;
  kind?: SourceKind;
  heldOn?: string | null;
  segment?: 'buyers' | 'users';
}

/** A study of one assumption, heard as told. `asked`: people in whose interviews it was asked and who said nothing of it. */
function studyOf(heard: readonly Heard[], asked = 0) {
  const study = buildStudy();
  const segments = { buyers: study.segment('Buyers'), users: study.segment('Users') };
  const assumption = study.assumption(study.department('Sales'), 'They want to talk first', { id: 'assumed' });
  const known = new Set<string>();
  for (const { who, says, times = 1, kind, heldOn, segment } of heard) {
    if (!known.has(who)) study.participant({ id: who, segmentId: segment ? segments[segment] : null });
    known.add(who);
    const words = Array.from({ length: times }, (_, index) => `word${index}.`);
    const source = study.source({
      participantId: who,
      turns: [[null, words.join(' ')]],
      ...(kind ? { kind } : {}),
      ...(heldOn === undefined ? {} : { heldOn }),
    });
    for (const word of words) study.evidence(assumption, { snippet: study.snippet(source, word) }, says);
  }
  const silent = Array.from({ length: asked }, (_, index) =>
    study.source({ participantId: study.participant({ id: `silent${index}` }), turns: [[null, 'Of other things.']] }),
  );
  const options: VerdictOptions = { today: '2026-06-30', sourcesAsked: () => silent };
  return { study, assumption, segments, answer: () => verdictOf(study.state, assumption, options) };
}

const people = (count: number, says: EvidenceRelation, more: Partial<Heard> = {}, name = says as string): Heard[] =>
  Array.from({ length: count }, (_, index) => ({ who: `${name}${index}`, says, ...more }));

describe('a table of cases', () => {
  const table: [string, Heard[], number, string][] = [
    ['8 excerpts of 1 person against 2 people', [{ who: 'a', says: 'supports', times: 8 }, ...people(2, 'contradicts')], 0, 'mixed'],
    ['8 excerpts of 1 person', people(1, 'supports', { times: 8 }), 0, 'thin'],
    ['8 excerpts of 1 person against 3 people', [{ who: 'a', says: 'supports', times: 8 }, ...people(3, 'contradicts')], 0, 'contradicted'],
    ['second-hand only, 6 of them', people(6, 'supports', { kind: 'second-hand' }), 0, 'thin'],
    ['stories of the frontline only', people(4, 'contradicts', { kind: 'frontline-story' }), 0, 'thin'],
    ['3 people against 9 second-hand', [...people(3, 'supports'), ...people(9, 'contradicts', { kind: 'second-hand' })], 0, 'supported'],
    ['asked 8 times and never raised', [], 8, 'asked but nobody raised it'],
    ['asked once and not raised', [], 1, 'asked but nobody raised it'],
    ['asked 8 times, retold by one', people(1, 'supports', { kind: 'second-hand' }), 8, 'asked but nobody raised it'],
    ['asked 8 times, raised by 3 others', people(3, 'supports'), 8, 'supported'],
    ['asked 8 times, raised by 1 other', people(1, 'supports'), 8, 'thin'],
    ['nothing at all', [], 0, 'not tested'],
    ['judged not relevant only', people(5, 'not-relevant'), 0, 'not tested'],
    ['6 say so, 2 were seen to do otherwise', [...people(6, 'supports'), ...people(2, 'contradicts', { kind: 'observation' })], 0, 'mixed'],
    [
      '6 say so, 1 was seen to do otherwise',
      [...people(6, 'supports'), ...people(1, 'contradicts', { kind: 'observation' })],
      0,
      'supported',
    ],
    ['3 were seen to do so', people(3, 'supports', { kind: 'observation' }), 0, 'supported'],
    [
      '3 of the segment that matters most are against, 6 others for',
      [...people(6, 'supports', { segment: 'users' }), ...people(3, 'contradicts', { segment: 'buyers' })],
      0,
      'mixed',
    ],
  ];
  it.each(table)('%s', (_name, heard, asked, expected) => {
    const { study, segments, answer } = studyOf(heard, asked);
    study.edit('updateStudy', { targetSegmentId: segments.buyers });
    expect(answer().verdict).toBe(expected);
    expect(answer().computed).toBe(expected);
  });

  it('names the rule that was met', () => {
    const counts: PeopleCounts = { supporting: 6, contradicting: 2, refining: 0, deciding: 8 };
    expect(decideByRule(counts)).toEqual({ verdict: 'supported', rule: 'carried' });
    expect(decideByRule({ ...counts, done: { supporting: 0, contradicting: 2 } }).rule).toBe('done otherwise');
    expect(decideByRule({ ...counts, done: { supporting: 2, contradicting: 2 } }).rule).toBe('carried');
    expect(decideByRule({ ...counts, target: { supporting: 1, contradicting: 2 } }).rule).toBe('carried');
    expect(decideVerdict({ ...counts, contradicting: 3, deciding: 9, target: { supporting: 0, contradicting: 3 } })).toBe('mixed');
  });
});

it('knows from notes by hand where it was asked, until the interview goes', () => {
  const { study, assumption } = studyOf([]);
  const sourceIds = Array.from({ length: 8 }, () =>
    study.source({ participantId: study.participant(), turns: [[null, 'Of other things.']] }),
  );
  study.edit('noteAskedIn', { assumptionId: assumption, sourceIds });
  expect(verdictOf(study.state, assumption)).toMatchObject({
    verdict: 'asked but nobody raised it',
    reasons: ['8 people were asked and nobody raised it.'],
  });
  study.edit('removeSources', { sourceIds: sourceIds.slice(1) });
  expect(verdictOf(study.state, assumption).asked.people).toHaveLength(1);
  study.edit('noteAskedIn', { assumptionId: assumption, sourceIds: [] });
  expect(verdictOf(study.state, assumption).verdict).toBe('not tested');
});

it('shows second-hand apart and counts nobody twice who was also heard', () => {
  const { answer } = studyOf([
    ...people(3, 'supports'),
    { who: 'supports0', says: 'supports', kind: 'second-hand' },
    { who: 'other', says: 'supports', kind: 'second-hand' },
  ]);
  expect(answer().participants.supporting).toEqual(['supports0', 'supports1', 'supports2']);
  expect(answer().retold.supporting).toEqual(['other']);
  expect(answer().reasons).toContain('Second-hand, shown apart and not counted: 1 for it.');
});

it('tells how many of the segment that matters most speak to it', () => {
  const { study, segments, answer } = studyOf([
    ...people(4, 'supports', { segment: 'buyers' }),
    ...people(1, 'contradicts', { segment: 'users' }),
  ]);
  for (let number = 0; number < 4; number += 1) study.participant({ segmentId: segments.buyers });
  expect(answer().target).toBeNull();
  study.edit('updateStudy', { targetSegmentId: segments.buyers });
  expect(answer().target).toMatchObject({ name: 'Buyers', spoke: 4, of: 8, supporting: 4, contradicting: 0 });
  expect(answer().reasons).toContain('Of the segment that matters most, 4 of 8 people speak to it: 4 for, 0 against.');
  study.edit('removeSegment', { segmentId: segments.buyers });
  expect(answer().target).toBeNull();
});

it('says who says one thing and does another', () => {
  const { answer } = studyOf([...people(3, 'supports'), { who: 'supports0', says: 'contradicts', kind: 'observation' }]);
  expect(answer().verdict).toBe('supported');
  expect(answer().reasons.join(' ')).toContain('1 person says one thing and does another.');
});

it('tells the median and the newest day, and calls old evidence stale without changing the verdict', () => {
  const days = ['2024-01-10', '2024-06-01', '2025-03-05', null];
  const { answer } = studyOf(days.map((heldOn, index) => ({ who: `p${index}`, says: 'contradicts', heldOn })));
  expect(answer().verdict).toBe('contradicted');
  expect(answer().freshness).toEqual({
    newest: '2025-03-05',
    median: '2024-06-01',
    newestDays: 482,
    medianDays: 759,
    stale: true,
    undated: 1,
  });
  expect(answer().reasons.join(' ')).toContain('may no longer hold');
  expect(freshnessOfDays(['2026-06-01', '2020-01-01'], '2026-06-30')).toMatchObject({ stale: false, newestDays: 29, median: '2020-01-01' });
  expect(freshnessOfDays([null], '2026-06-30')).toBeNull();
  expect(freshnessOfDays(['2026-07-02'], '2026-06-30')?.newestDays).toBe(0);
});

it('is supported only so far until a search for counter-evidence is logged', () => {
  const { study, assumption, answer } = studyOf(people(4, 'supports'));
  expect(answer()).toMatchObject({ verdict: 'supported', provisional: true, counterSearches: 0 });
  expect(answer().reasons.at(-1)).toContain('Supported so far');
  const { counterSearchId } = study.edit('logCounterSearch', { assumptionId: assumption, lookedFor: 'never, not once, no call' });
  expect(answer()).toMatchObject({ verdict: 'supported', provisional: false, counterSearches: 1 });
  study.edit('removeCounterSearch', { counterSearchId });
  expect(answer().provisional).toBe(true);
  expect(studyOf(people(4, 'contradicts')).answer().provisional).toBe(false);
});

it('takes a verdict by hand with its reason, keeps the counted one beside it, and gives it back', () => {
  const { study, assumption, answer } = studyOf(people(4, 'contradicts'));
  expect(() => study.edit('overrideVerdict', { assumptionId: assumption, verdict: 'mixed', reason: '  ' })).toThrow('must not be blank');
  study.edit('overrideVerdict', { assumptionId: assumption, verdict: 'mixed', reason: 'All four left before the change.' });
  expect(answer()).toMatchObject({
    verdict: 'mixed',
    computed: 'contradicted',
    override: { verdict: 'mixed', reason: 'All four left before the change.', by: 'Researcher' },
  });
  expect(answer().reasons.at(-1)).toContain('Set by hand by Researcher: mixed.');
  study.edit('useCountedVerdict', { assumptionId: assumption });
  expect(answer()).toMatchObject({ verdict: 'contradicted', override: null });
  expect(() => study.edit('useCountedVerdict', { assumptionId: assumption })).toThrow(/no verdict by hand/);
});

it('keeps the strength of a judgement while it stays the same', () => {
  const { study, assumption } = studyOf([]);
  const themeId = study.theme({ name: 'Fog' });
  const link = () => study.state.referring('assumptions', assumption, 'evidenceLinks')[0];
  study.edit('setEvidence', { assumptionId: assumption, themeId, relation: 'supports', strength: 'strong' });
  study.edit('setEvidence', { assumptionId: assumption, themeId, relation: 'supports', reason: 'They said so.' });
  expect(link()).toMatchObject({ strength: 'strong', reason: 'They said so.' });
  study.edit('setEvidence', { assumptionId: assumption, themeId, relation: 'contradicts' });
  expect(link()).not.toHaveProperty('strength');
});

it('takes snippets and nested themes that are not relevant out of what a theme says', () => {
  const { study, assumption, answer } = studyOf([]);
  const snippetOf = (id: string) =>
    study.snippet(study.source({ participantId: study.participant({ id }), turns: [[null, 'Slow.']] }), 'Slow');
  const snippets = ['a', 'b', 'c', 'd'].map(snippetOf);
  const theme = study.theme({ name: 'Speed', snippets });
  const nested = study.theme({ name: 'At night', snippets: [snippetOf('e')], parentId: theme });
  study.evidence(assumption, { theme }, 'supports');
  study.evidence(assumption, { theme: nested }, 'not-relevant');
  study.evidence(assumption, { snippet: snippets[0] ?? '' }, 'not-relevant');
  expect(answer().participants).toEqual({ supporting: ['b', 'c', 'd'], contradicting: [], refining: [] });
});
