// Commitments: counted in distinct people, sealed in a chain, opened only openly, and read against what was heard.
import { describe, expect, it } from 'vitest';

import { readForecasts } from '#shared/domain/commitments/forecasts';
import { commitmentSentence, missingForSeal, readCommitment } from '#shared/domain/commitments/read-commitment';
import { sealFaults, sealState } from '#shared/domain/commitments/seal';
import { createEvidenceScope } from '#shared/domain/evidence/evidence-scope';
import type { EditInput } from '#shared/edits/index';
import type { Commitment } from '#shared/model/records/commitment';

import { buildRenewalStudy, type RenewalStudy } from '../../../../builders/renewal-study.ts';

const TERMS = { owner: 'Dana', action: 'run the ranges pilot', dueOn: '2026-07-15' };

function add(study: RenewalStudy, told: Partial<EditInput<'addCommitment'>>): string {
  const about = { assumptionId: study.ids.talk, side: 'contradicts' as const };
  return study.edit('addCommitment', { statement: 'they need a number first', ...about, ...TERMS, ...told }).commitmentId;
}

const read = (study: RenewalStudy, id: string) => readCommitment(createEvidenceScope(study.state), study.state.require('commitments', id));

function sealedOne(study: RenewalStudy, told: Partial<EditInput<'addCommitment'>> = {}): string {
  const commitmentId = add(study, { atLeast: 5, of: 8, ...told });
  study.edit('signCommitment', { commitmentId, name: 'Dana' });
  study.edit('sealCommitments', { commitmentIds: [commitmentId] });
  return commitmentId;
}

describe('counting', () => {
  // Six of the eight people say it: three of sales-led (of four), three of trial (of four).
  it.each([
    [{ atLeast: 5, of: 8 }, 'triggered', 5, 8],
    [{ atLeast: 6, of: null }, 'triggered', 6, 8],
    [{ atLeast: 7, of: 8 }, 'not triggered', 7, 8],
    [{ atLeast: 7, of: 12 }, 'open', 7, 8],
    [{ atLeast: 7, of: null }, 'open', 7, 8],
    [{ atLeast: 2, of: 3 }, 'triggered', 6, 8],
    [{ atLeast: 4, of: 5 }, 'not triggered', 7, 8],
  ] as const)('%j is %s', (told, state, needed, heard) => {
    const study = buildRenewalStudy();
    expect(read(study, add(study, told))).toMatchObject({ state, needed, heard, byHand: false });
  });

  it('counts the segment alone where one is named', () => {
    const study = buildRenewalStudy();
    const segmentId = [...study.state.all('segments').keys()][0] ?? '';
    const id = add(study, { atLeast: 3, of: 4, segmentId });
    expect(read(study, id)).toMatchObject({ state: 'triggered', heard: 4, needed: 3 });
    expect(read(study, id).people).toHaveLength(3);
  });

  it('counts nothing before it is said what counts; themes may say so after the interviews', () => {
    const study = buildRenewalStudy();
    const commitmentId = add(study, { assumptionId: null, atLeast: 8, of: 8 });
    expect(read(study, commitmentId)).toMatchObject({ state: 'not linked', people: [] });
    study.edit('updateCommitment', { commitmentId, themeIds: [study.ids.opaque, study.ids.human] });
    expect(read(study, commitmentId)).toMatchObject({ state: 'triggered' });
    study.edit('dissolveThemes', { themeIds: [study.ids.human] });
    expect(read(study, commitmentId).people).toHaveLength(6);
  });

  it('lets a person judge, with a reason, and go back to the count', () => {
    const study = buildRenewalStudy();
    const commitmentId = add(study, { atLeast: 7, of: 8 });
    expect(() => study.edit('judgeCommitment', { commitmentId, triggered: true })).toThrow('needs its reason');
    study.edit('judgeCommitment', { commitmentId, triggered: true, reason: 'Two more said it off the record.' });
    expect(read(study, commitmentId)).toMatchObject({ state: 'triggered', counted: 'not triggered', byHand: true });
    study.edit('judgeCommitment', { commitmentId, triggered: null });
    expect(read(study, commitmentId)).toMatchObject({ state: 'not triggered', byHand: false });
  });
});

describe('sealing', () => {
  it('asks for owner, action, date and the owner’s signature', () => {
    const study = buildRenewalStudy();
    const commitmentId = add(study, { owner: '', action: '', dueOn: null });
    expect(missingForSeal(study.state.require('commitments', commitmentId))).toEqual(['an owner', 'what the owner will do', 'a date']);
    study.edit('updateCommitment', { commitmentId, ...TERMS });
    study.edit('signCommitment', { commitmentId, name: 'Omar' });
    expect(() => study.edit('sealCommitments', { commitmentIds: [commitmentId] })).toThrow('It needs Dana’s signature.');
    expect(() => study.edit('signCommitment', { commitmentId, name: ' omar ' })).toThrow('has signed this commitment already');
    expect(() => study.edit('updateCommitment', { commitmentId, atLeast: 9, of: 8 })).toThrow('cannot happen');
  });

  it('takes the signatures off terms that nobody signed', () => {
    const study = buildRenewalStudy();
    const commitmentId = add(study, {});
    study.edit('signCommitment', { commitmentId, name: 'Dana' });
    study.edit('updateCommitment', { commitmentId, themeIds: [study.ids.opaque] });
    expect(study.state.require('commitments', commitmentId).signatures).toHaveLength(1);
    study.edit('updateCommitment', { commitmentId, atLeast: 2 });
    expect(study.state.require('commitments', commitmentId).signatures).toEqual([]);
  });

  it('stands as long as the terms do, and says so openly when they are edited', () => {
    const study = buildRenewalStudy();
    const commitmentId = sealedOne(study);
    const commitment = () => study.state.require('commitments', commitmentId);
    study.edit('amendCommitment', { commitmentId, text: 'The pilot starts with ten firms.' });
    study.edit('setCommitmentOutcome', { commitmentId, outcome: 'kept' });
    study.edit('updateCommitment', { commitmentId, themeIds: [study.ids.opaque] });
    expect(sealState(commitment())).toBe('sealed');
    expect(commitment()).toMatchObject({ outcomeOn: '2026-06-30', seal: { number: 1, previous: '', sources: 8 } });
    expect(() => study.edit('signCommitment', { commitmentId, name: 'Omar' })).toThrow('is sealed and cannot be signed');
    expect(() => study.edit('removeCommitment', { commitmentId })).toThrow('stays in the study');
    study.edit('updateCommitment', { commitmentId, atLeast: 4 });
    expect(sealState(commitment())).toBe('unsealed');
    expect(commitment()).toMatchObject({ seal: null, signatures: [], broken: [{ why: 'edited', signed: ['Dana'], seal: { number: 1 } }] });
    expect(sealFaults([commitment()])).toEqual([]);
    expect(() => study.edit('removeCommitment', { commitmentId })).toThrow('stays in the study');
  });

  it('breaks openly when the assumption or the segment of the terms is removed', () => {
    const study = buildRenewalStudy();
    const segmentId = [...study.state.all('segments').keys()][0] ?? '';
    const commitmentId = sealedOne(study, { segmentId });
    study.edit('giveForecast', { assumptionId: study.ids.talk, person: 'Omar', probability: 60 });
    study.edit('removeSegment', { segmentId });
    study.edit('removeAssumption', { assumptionId: study.ids.talk });
    expect(study.state.require('commitments', commitmentId)).toMatchObject({
      segmentId: null,
      assumptionId: null,
      broken: [{ why: 'removed' }],
    });
    expect(study.state.all('forecasts').size).toBe(0);
  });

  it.each([
    ['statement', 'they like our prices'],
    ['atLeast', 1],
    ['owner', 'Somebody'],
    ['action', 'do nothing'],
    ['dueOn', '2027-07-15'],
    ['signatures', [{ name: 'Omar', at: '2026-06-30T12:00:00.000Z' }]],
  ] as [keyof Commitment, unknown][])('notices %s changed by hand', (field, value) => {
    const study = buildRenewalStudy();
    const commitment = study.state.require('commitments', sealedOne(study));
    expect(sealFaults([commitment])).toEqual([]);
    const altered = { ...commitment, [field]: value } as Commitment;
    expect([sealState(altered), sealFaults([altered])[0]?.kind]).toEqual(['changed', 'changed']);
    const seal = commitment.seal ?? null;
    const backdated = { ...commitment, seal: seal && { ...seal, at: '2026-01-01T00:00:00.000Z' } };
    expect(sealState(backdated)).toBe('changed');
  });

  it('chains seals: one that is gone or sealed anew is noticed by the next', () => {
    const study = buildRenewalStudy();
    const [first, second] = [sealedOne(study), sealedOne(study, { statement: 'they ask for ranges' })].map((id) =>
      study.state.require('commitments', id),
    ) as [Commitment, Commitment];
    expect(second.seal).toMatchObject({ number: 2, previous: first.seal?.hash });
    expect(sealFaults([first, second])).toEqual([]);
    expect(sealFaults([second])).toMatchObject([{ kind: 'gap', commitmentId: second.id }]);
    study.edit('updateCommitment', { commitmentId: first.id, atLeast: 2 });
    expect(sealFaults(study.state.all('commitments').values())).toEqual([]);
  });

  it('says itself in one sentence', () => {
    const study = buildRenewalStudy();
    const commitment = study.state.require('commitments', add(study, { atLeast: 5, of: 8 }));
    expect(commitmentSentence(study.state, commitment)).toBe(
      'If at least 5 of 8 people say: they need a number first, then Dana will run the ranges pilot by 2026-07-15.',
    );
  });
});

describe('forecasts', () => {
  it('are kept back, revealed together, and resolved by the evidence', () => {
    const study = buildRenewalStudy();
    const commitmentId = add(study, { atLeast: 5, of: 8 });
    study.edit('giveForecast', { commitmentId, person: 'Omar', probability: 20 });
    study.edit('giveForecast', { commitmentId, person: 'Dana', probability: 70 });
    study.edit('giveForecast', { commitmentId, person: ' omar', probability: 35 });
    const about = { assumptionId: study.ids.talk };
    study.edit('giveForecast', { ...about, person: 'Omar', probability: 90 });
    const readings = () => readForecasts(createEvidenceScope(study.state));
    expect(readings().map(({ probability }) => probability)).toEqual([null, null, null]);
    expect(study.edit('revealForecasts', { commitmentId })).toEqual({ revealed: 2 });
    expect(readings()).toMatchObject([
      { person: 'omar', probability: 35, happened: true },
      { person: 'Dana', probability: 70, happened: true },
      { person: 'Omar', probability: null },
    ]);
    const known = new Map([[study.ids.talk, { verdict: 'supported' as const }]]);
    expect(readForecasts(createEvidenceScope(study.state), known).at(-1)).toMatchObject({ person: 'Omar', happened: true });
    expect(() => study.edit('giveForecast', { commitmentId, person: 'Eve', probability: 99 })).toThrow('would not be a forecast');
    expect(() => study.edit('removeForecast', { forecastId: readings()[0]?.forecastId ?? '' })).toThrow('stays in the study');
    expect(() => study.edit('revealForecasts', { commitmentId })).toThrow('no forecast here that is kept back');
    expect(() => study.edit('giveForecast', { person: 'Eve', probability: 1 })).toThrow('one commitment or about one assumption');
  });
});
