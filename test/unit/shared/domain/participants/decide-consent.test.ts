// Whose words may go out: decisions by status, scope and day, and the snippets that follow from them.
import { describe, expect, it } from 'vitest';

import { decideConsent } from '#shared/domain/participants/decide-consent';
import { withheldReport } from '#shared/domain/participants/withheld-report';
import { whyWithheld, withheldWords } from '#shared/domain/participants/withheld-words';
import type { Consent, Purpose } from '#shared/model/records/consent';
import { buildStudy } from '#test/builders/study-builder';

const given = (fields: Partial<Consent> = {}): Consent => ({
  status: 'given',
  scope: 'stakeholders',
  givenOn: '2026-05-01',
  expiresOn: '2026-06-30',
  note: '',
  ...fields,
});

describe('a decision', () => {
  it.each<[string, Consent | undefined, Purpose, string, boolean, RegExp]>([
    ['nothing recorded', undefined, 'outside', '2026-06-30', true, /^Nothing is recorded of what P07 agreed to\.$/],
    ['given, in time', given(), 'stakeholders', '2026-06-15', true, /^$/],
    ['the first day', given(), 'stakeholders', '2026-05-01', true, /^$/],
    ['the day before', given(), 'stakeholders', '2026-04-30', false, /counts from 2026-05-01 only\.$/],
    ['the last day', given(), 'stakeholders', '2026-06-30', true, /^$/],
    ['the day after', given(), 'stakeholders', '2026-07-01', false, /ended on 2026-06-30\.$/],
    ['no end', given({ expiresOn: null }), 'stakeholders', '2099-01-01', true, /^$/],
    ['no beginning', given({ givenOn: null }), 'stakeholders', '1999-01-01', true, /^$/],
    ['a narrower use', given(), 'team', '2026-06-15', true, /^$/],
    ['a wider use', given(), 'outside', '2026-06-15', false, /read by stakeholders, not by people outside the company\.$/],
    ['the team alone', given({ scope: 'team' }), 'stakeholders', '2026-06-15', false, /read by the team, not by stakeholders\.$/],
    ['the team for the team', given({ scope: 'team' }), 'team', '2026-06-15', true, /^$/],
    ['outside for all', given({ scope: 'outside' }), 'outside', '2026-06-15', true, /^$/],
    ['asked', given({ status: 'asked', scope: 'outside' }), 'team', '2026-06-15', false, /asked for consent and has not given it yet\.$/],
    [
      'withdrawn',
      given({ status: 'withdrawn', scope: 'outside', expiresOn: null }),
      'team',
      '2026-06-15',
      false,
      /has withdrawn consent\.$/,
    ],
  ])('%s', (_, consent, purpose, day, allowed, why) => {
    const decision = decideConsent({ pseudonym: 'P07', consent }, purpose, day);
    expect(decision).toMatchObject({ allowed, recorded: consent !== undefined });
    expect(decision.why).toMatch(why);
  });
});

describe('withheld words', () => {
  const OUT = { purpose: 'stakeholders', day: '2026-06-30' } as const;

  it('are those of every voice that may be the blocked person, and of nobody else', () => {
    const study = buildStudy();
    const [ana, ben] = [study.participant({ name: 'Ana' }), study.participant({ name: 'Ben' })];
    const talk = study.source({
      speakers: { Ana: { participantId: ana }, Ben: { participantId: ben }, Ina: 'interviewer' },
      turns: [
        ['Ana', 'We pay too much.'],
        ['Ben', 'I never pay.'],
        ['Ina', 'Who pays?'],
        [null, 'Somebody pays.'],
      ],
    });
    const alone = study.source({ participantId: ben, turns: [[null, 'Only me here.']] });
    const [both, hers, his, asked, anybodys] = [
      study.snippet(talk, 'pay too much.\nI never pay'),
      study.snippet(talk, 'We pay'),
      study.snippet(talk, 'I never'),
      study.snippet(talk, 'Who pays'),
      study.snippet(talk, 'Somebody'),
    ];
    const free = study.snippet(alone, 'Only me');
    expect(withheldWords(study.state, OUT, study).snippetIds.size).toBe(0);
    study.edit('recordConsent', { participantId: ana, consent: given({ status: 'withdrawn' }) });
    const withheld = withheldWords(study.state, OUT, study);
    expect([...withheld.snippetIds].sort()).toEqual([both, hers, anybodys].sort());
    for (const id of [his, asked, free]) expect(withheld.whyOf(id)).toBeNull();
    expect(withheld.whyOf(hers)).toBe('P01 has withdrawn consent.');
    const stretch = (startTurn: number, endTurn: number, speakers: (string | null)[]) =>
      whyWithheld(study.state, OUT, { sourceId: talk, speakers, range: { startTurn, startOffset: 0, endTurn, endOffset: 1 } }, study);
    expect(stretch(0, 1, ['Ana', 'Ben'])).toBe('P01 has withdrawn consent.');
    expect(stretch(3, 3, [null])).toBe('P01 has withdrawn consent.');
    expect(stretch(1, 2, ['Ben', 'Ina'])).toBeNull();
    expect([...withheld.sourceIds]).toEqual([talk]);
    study.edit('createTag', { name: 'We pay too much.  I never pay' });
    expect(withheldReport(study.state, withheld)).toMatchObject({
      people: 1,
      quotes: 3,
      sentences: [
        expect.stringContaining('1 person are withheld (3 quotes)'),
        'P01 has withdrawn consent.',
        expect.stringContaining('1 text of yours'),
      ],
    });
  });

  it('come free again when nothing is recorded any more', () => {
    const study = buildStudy();
    const person = study.participant();
    study.snippet(study.source({ participantId: person, turns: [[null, 'Words.']] }), 'Words');
    study.edit('recordConsent', { participantId: person, consent: given({ status: 'asked' }) });
    expect(withheldWords(study.state, OUT).snippetIds.size).toBe(1);
    study.edit('recordConsent', { participantId: person, consent: null });
    expect(withheldWords(study.state, OUT).snippetIds.size).toBe(0);
    expect('consent' in study.state.require('participants', person)).toBe(false);
  });
});
