// Who stands behind a snippet, with and without turn labels.
import { describe, expect, it } from 'vitest';

import { createPeopleOf, distinctPeople, peopleHeard } from '#shared/domain/evidence/participants-of';
import { newReadout } from '#shared/model/records/readout';
import type { Snippet } from '#shared/model/records/snippet';
import type { Source } from '#shared/model/records/source';
import { VaultState } from '#shared/model/vault-state';
import { buildStudy } from '#test/builders/study-builder';

function roundtable() {
  const study = buildStudy();
  const anna = study.participant({ id: 'anna' });
  const ben = study.participant({ id: 'ben' });
  const source = study.source({
    id: 'table',
    speakers: {
      Anna: { participantId: anna },
      Ben: { participantId: ben },
      Host: 'interviewer',
      Guest: 'unmapped',
      TV: 'other',
    },
    turns: [
      ['Host', 'What happened then?'],
      ['Anna', 'We waited for weeks.'],
      ['Ben', 'I gave up.'],
      ['Guest', 'Same here.'],
      [null, 'Nobody answered.'],
      ['TV', 'Breaking news.'],
    ],
  });
  const behind = (quote: string) => createPeopleOf(study.state)(study.state.require('snippets', study.snippet(source, quote)));
  return { study, behind };
}

describe('people behind a snippet', () => {
  it('is the speaker of its turn', () => {
    expect(roundtable().behind('We waited')).toEqual(['anna']);
  });

  it('is everybody who speaks in a snippet over several turns, interviewers left out', () => {
    expect(roundtable().behind('What happened then?\nWe waited for weeks.\nI gave up.')).toEqual(['anna', 'ben']);
  });

  it('is nobody when only an interviewer or another voice speaks', () => {
    expect(roundtable().behind('What happened')).toEqual([]);
    expect(roundtable().behind('Breaking')).toEqual([]);
  });

  it('is one unknown person a source for speakers that nobody has mapped', () => {
    expect(roundtable().behind('Same here')).toEqual(['unknown:table']);
  });

  it('is one of the conversation, not all of it, where the turn tells nothing', () => {
    expect(roundtable().behind('Nobody answered')).toEqual(['one-of:anna+ben+unknown:table']);
  });

  it('is found by the labels of the turns when the snippet keeps none, and is one of the conversation without either', () => {
    const { study } = roundtable();
    const snippet = { ...study.state.require('snippets', study.snippet('table', 'I gave up')), speakers: [] };
    expect(createPeopleOf(study.state, { turnSpeakers: study.turnSpeakers })(snippet)).toEqual(['ben']);
    expect(createPeopleOf(study.state)(snippet)).toEqual(['one-of:anna+ben+unknown:table']);
  });

  it('names nobody twice when a turn without a label stands beside a speaker', () => {
    expect(roundtable().behind('Same here.\nNobody answered.')).toEqual(['unknown:table']);
  });

  it('needs no turn labels when one participant speaks', () => {
    const study = buildStudy();
    const anna = study.participant({ id: 'anna' });
    const source = study.source({
      speakers: { Anna: { participantId: anna }, 'Anna (phone)': { participantId: anna }, Host: 'interviewer' },
      turns: [
        ['Anna', 'Hello.'],
        ['Anna (phone)', 'Still me.'],
      ],
    });
    const snippet = study.state.require('snippets', study.snippet(source, 'Still me'));
    expect(createPeopleOf(study.state)(snippet)).toEqual(['anna']);
  });

  it('is the source’s own participant where turns have no labels, and one unknown person without one', () => {
    const study = buildStudy();
    const anna = study.participant({ id: 'anna' });
    const told = study.source({ id: 'told', participantId: anna, turns: [[null, 'The bill was a surprise.']] });
    const unsaid = study.source({
      id: 'unsaid',
      turns: [
        [null, 'It broke.'],
        [null, 'Twice.'],
      ],
    });
    const behind = createPeopleOf(study.state, { turnSpeakers: study.turnSpeakers });
    expect(behind(study.state.require('snippets', study.snippet(told, 'a surprise')))).toEqual(['anna']);
    expect(behind(study.state.require('snippets', study.snippet(unsaid, 'It broke')))).toEqual(['unknown:unsaid']);
    expect(behind(study.state.require('snippets', study.snippet(unsaid, 'Twice')))).toEqual(['unknown:unsaid']);
  });
});

describe('distinct people', () => {
  it('drops “one of these” as soon as one of these is there by name', () => {
    expect(distinctPeople([['one-of:a+b'], ['b']])).toEqual(['b']);
    expect(distinctPeople([['one-of:a+b'], ['c'], ['one-of:a+b']])).toEqual(['c', 'one-of:a+b']);
  });

  it('counts everybody heard in the study once', () => {
    const { study } = roundtable();
    study.source({ id: 'again', participantId: 'ben', turns: [[null, 'Ben alone.']] });
    study.source({ id: 'nobody', turns: [[null, 'Somebody.']] });
    expect(peopleHeard(study.state)).toEqual(['anna', 'ben', 'unknown:nobody', 'unknown:table']);
  });
});

it('finds the people behind 50,000 snippets in well under a second', () => {
  const sources: Record<string, Source> = {};
  const snippets: Record<string, Snippet> = {};
  const labels = Array.from({ length: 200 }, (_, turn) => (turn % 2 === 0 ? 'Host' : 'Guest'));
  for (let number = 0; number < 500; number += 1) sources[`s${number}`] = plainSource(`s${number}`);
  for (let number = 0; number < 50_000; number += 1) {
    const startTurn = (number * 7) % 199;
    const range = { startTurn, startOffset: 0, endTurn: startTurn + (number % 2), endOffset: 4 };
    snippets[`q${number}`] = {
      id: `q${number}`,
      sourceId: `s${number % 500}`,
      revision: 1,
      range,
      quote: 'word',
      prefix: '',
      suffix: '',
      speakers: number % 3 === 0 ? [] : number % 2 === 0 ? ['Guest'] : ['Host', 'Guest'],
      note: '',
      starred: false,
      by: '',
      at: '2026-06-30T12:00:00.000Z',
    };
  }
  const state = new VaultState({ sources, snippets, readout: { readout: newReadout() } });
  const started = performance.now();
  const behind = createPeopleOf(state, { turnSpeakers: () => labels });
  let people = 0;
  for (const snippet of state.all('snippets').values()) people += behind(snippet).length;
  const took = performance.now() - started;
  console.info(`people behind 50,000 snippets: ${took.toFixed(1)} ms`);
  expect(people).toBeGreaterThan(25_000);
  expect(took).toBeLessThan(1000);
});

function plainSource(id: string): Source {
  return {
    id,
    kind: 'interview',
    title: id,
    heldOn: null,
    fileName: '',
    format: 'text',
    encoding: 'utf-8',
    participantId: null,
    importedAt: '2026-06-30T12:00:00.000Z',
    speakers: [
      { label: 'Host', role: 'interviewer', participantId: null },
      { label: 'Guest', role: 'participant', participantId: null },
    ],
    transcript: { revision: 1, sha256: '0'.repeat(64), turns: 200, words: 200, startMs: null, endMs: null },
  };
}
