// Verdicts: tables of people and quotes, and what must never change them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { allVerdicts, verdictOf } from '#shared/domain/evidence/verdict';
import type { EvidenceRelation } from '#shared/model/records/evidence-link';
import { buildStudy, type StudyBuilder } from '#test/builders/study-builder';

/** One quote of a person, as evidence by itself. */
type Said = [person: number, relation: EvidenceRelation];

const WORDS = Array.from({ length: 400 }, (_, index) => `word${index}.`);

/** A study with one assumption and the given quotes linked to it one by one. */
function studyOf(said: readonly Said[]): { study: StudyBuilder; assumption: string } {
  const study = buildStudy();
  const assumption = study.assumption(study.department('Sales'), 'They want to talk first', { id: 'assumed' });
  const sources = new Map<number, string>();
  for (const [index, [person, relation]] of said.entries()) {
    let source = sources.get(person);
    if (!source) {
      const participantId = study.participant({ id: `person${person}` });
      source = study.source({ participantId, turns: [[null, WORDS.join(' ')]] });
      sources.set(person, source);
    }
    study.evidence(assumption, { snippet: study.snippet(source, WORDS[index] ?? '') }, relation);
  }
  return { study, assumption };
}

function verdict(said: readonly Said[]) {
  const { study, assumption } = studyOf(said);
  return verdictOf(study.state, assumption, { turnSpeakers: study.turnSpeakers });
}

const people = (relation: EvidenceRelation, count: number, from = 0): Said[] =>
  Array.from({ length: count }, (_, index) => [from + index, relation]);
const quotes = (person: number, relation: EvidenceRelation, count: number): Said[] =>
  Array.from({ length: count }, () => [person, relation]);

describe('verdict by distinct people', () => {
  const supports = 'supports';
  const contradicts = 'contradicts';
  const table: [string, Said[], string][] = [
    ['nothing linked', [], 'not tested'],
    ['1 person, 1 quote', people(supports, 1), 'thin'],
    ['1 person, 20 quotes', quotes(0, contradicts, 20), 'thin'],
    ['2 people who agree', people(supports, 2), 'thin'],
    ['1 for, 1 against', [...people(supports, 1), ...people(contradicts, 1, 5)], 'thin'],
    ['3 for', people(supports, 3), 'supported'],
    ['3 against', people(contradicts, 3), 'contradicted'],
    ['3 for, 1 against', [...people(supports, 3), ...people(contradicts, 1, 5)], 'supported'],
    ['3 for, 2 against', [...people(supports, 3), ...people(contradicts, 2, 5)], 'mixed'],
    ['4 for, 2 against', [...people(supports, 4), ...people(contradicts, 2, 5)], 'supported'],
    ['2 for, 6 against', [...people(supports, 2), ...people(contradicts, 6, 5)], 'contradicted'],
    ['8 quotes of 1 person for, 2 people against', [...quotes(0, supports, 8), ...people(contradicts, 2, 5)], 'mixed'],
    ['20 quotes of 1 person for, 3 people against', [...quotes(0, supports, 20), ...people(contradicts, 3, 5)], 'contradicted'],
    ['the same 3 people on both sides', [...people(supports, 3), ...people(contradicts, 3)], 'mixed'],
    ['the same 2 people on both sides', [...people(supports, 2), ...people(contradicts, 2)], 'thin'],
    ['6 people refine it', people('refines', 6), 'thin'],
    ['3 for, 9 refine', [...people(supports, 3), ...people('refines', 9, 20)], 'supported'],
  ];
  it.each(table)('%s', (_name, said, expected) => {
    expect(verdict(said).verdict).toBe(expected);
  });

  it('says why in words that hold the counts', () => {
    const answer = verdict([...quotes(0, 'supports', 4), ...people('supports', 3), ...people('contradicts', 1, 2)]);
    expect(answer.reasons[0]).toBe('3 people support it (7 quotes), 1 person contradicts it (1 quote).');
    expect(answer.reasons.join(' ')).toContain('1 person is on both sides');
    expect(verdict(quotes(0, 'supports', 9)).reasons.join(' ')).toContain('One person is an anecdote');
    expect(verdict([]).reasons).toEqual(['No theme and no quote is linked to it yet.']);
  });
});

describe('evidence of themes', () => {
  it('speaks through every snippet of the theme; a snippet’s own link goes before its theme’s', () => {
    const { study, assumption } = studyOf([]);
    const snippets = [1, 2, 3, 4].map((number) => {
      const source = study.source({
        participantId: study.participant({ id: `p${number}` }),
        turns: [[null, 'It was slow.']],
      });
      return study.snippet(source, 'slow');
    });
    const theme = study.theme({ name: 'Slow', snippets });
    study.evidence(assumption, { theme }, 'supports');
    expect(verdictOf(study.state, assumption).participants.supporting).toEqual(['p1', 'p2', 'p3', 'p4']);
    study.evidence(assumption, { snippet: snippets[1] ?? '' }, 'contradicts');
    const answer = verdictOf(study.state, assumption);
    expect(answer.participants).toEqual({ supporting: ['p1', 'p3', 'p4'], contradicting: ['p2'], refining: [] });
    expect(answer.snippetIds.contradicting).toEqual([snippets[1]]);
    expect(answer.verdict).toBe('supported');
    expect(answer.reasons.join(' ')).toContain('judged on its own');
  });

  it('takes nested themes along, unless they are judged themselves', () => {
    const { study, assumption } = studyOf([]);
    const snippetOf = (id: string) => {
      const participantId = study.participant({ id });
      return study.snippet(study.source({ participantId, turns: [[null, 'It was slow.']] }), 'slow');
    };
    const parent = study.theme({ name: 'Speed', snippets: [snippetOf('a')] });
    study.theme({ name: 'At night', snippets: [snippetOf('b')], parentId: parent });
    const judged = study.theme({ name: 'On phones', snippets: [snippetOf('c')], parentId: parent });
    study.evidence(assumption, { theme: parent }, 'supports');
    study.evidence(assumption, { theme: judged }, 'contradicts');
    const answer = verdictOf(study.state, assumption);
    expect(answer.participants).toMatchObject({ supporting: ['a', 'b'], contradicting: ['c'] });
  });

  it('is not tested when a judgement has no quotes, or only an interviewer’s words, behind it', () => {
    const { study, assumption } = studyOf([]);
    const theme = study.theme({ name: 'Empty' });
    study.evidence(assumption, { theme }, 'supports');
    expect(verdictOf(study.state, assumption)).toMatchObject({
      verdict: 'not tested',
      reasons: ['It is judged, but no quotes stand behind the judgement.'],
    });
    const source = study.source({ speakers: { Host: 'interviewer' }, turns: [['Host', 'Surely you like it?']] });
    study.evidence(assumption, { snippet: study.snippet(source, 'Surely') }, 'supports');
    const answer = verdictOf(study.state, assumption, { turnSpeakers: study.turnSpeakers });
    expect(answer.verdict).toBe('not tested');
    expect(answer.reasons[0]).toContain('Nobody who was heard');
  });

  it('counts one unknown person a source and says so', () => {
    const { study, assumption } = studyOf([]);
    for (let number = 0; number < 3; number += 1) {
      const source = study.source({ turns: [[null, 'It was slow. It was dear.']] });
      study.evidence(assumption, { snippet: study.snippet(source, 'slow') }, 'supports');
      study.evidence(assumption, { snippet: study.snippet(source, 'dear') }, 'supports');
    }
    const answer = verdictOf(study.state, assumption);
    expect(answer.verdict).toBe('supported');
    expect(answer.participants.supporting).toHaveLength(3);
    expect(answer.reasons.join(' ')).toContain('3 sources have no known participant');
  });
});

describe('what never changes a verdict', () => {
  const relation = fc.constantFrom<EvidenceRelation>('supports', 'contradicts', 'refines');
  const evidence = fc.array(fc.tuple(fc.nat(7), relation), { maxLength: 14 }) as fc.Arbitrary<Said[]>;
  const runs = { numRuns: 60 };

  it('more quotes of the same people on the same side', () => {
    fc.assert(
      fc.property(evidence, fc.nat(), (said, pick) => {
        const again = said.length === 0 ? [] : Array.from({ length: 4 }, (_, index) => said[(pick + index) % said.length] as Said);
        const more = verdict([...said, ...again]);
        expect(more.verdict).toBe(verdict(said).verdict);
        expect(more.participants).toEqual(verdict(said).participants);
      }),
      runs,
    );
  });

  it('the order of the links', () => {
    fc.assert(
      fc.property(evidence, (said) => {
        const { snippetIds: _ids, ...forwards } = verdict(said);
        const { snippetIds: _other, ...backwards } = verdict([...said].reverse());
        expect(backwards).toEqual(forwards);
      }),
      runs,
    );
  });

  it('names of the sides: swapping for and against swaps the verdict', () => {
    const swapped = { supports: 'contradicts', contradicts: 'supports', refines: 'refines', 'not-relevant': 'not-relevant' } as const;
    const mirrored: Record<string, string> = { supported: 'contradicted', contradicted: 'supported' };
    fc.assert(
      fc.property(evidence, (said) => {
        const before = verdict(said).verdict;
        const after = verdict(said.map(([person, side]) => [person, swapped[side]])).verdict;
        expect(after).toBe(mirrored[before] ?? before);
      }),
      runs,
    );
  });

  it('one more person against never makes it supported, one more for never contradicted', () => {
    fc.assert(
      fc.property(evidence, fc.nat(9), (said, person) => {
        const before = verdict(said).verdict;
        const against = verdict([...said, [person, 'contradicts']]).verdict;
        const forIt = verdict([...said, [person, 'supports']]).verdict;
        if (before !== 'supported') expect(against).not.toBe('supported');
        if (before !== 'contradicted') expect(forIt).not.toBe('contradicted');
      }),
      runs,
    );
  });
});

it('gives all verdicts of a large study quickly, the same as one by one', () => {
  const study = buildStudy();
  const department = study.department('Sales');
  const assumptions = Array.from({ length: 30 }, (_, index) => study.assumption(department, `Statement ${index}`));
  const snippets = Array.from({ length: 40 }, (_, index) => {
    const source = study.source({ participantId: study.participant(), turns: [[null, WORDS.join(' ')]] });
    return WORDS.slice(0, 50).map((word) => study.snippet(source, word, { id: `q${index}-${word.slice(0, -1)}` }));
  }).flat();
  const themes = Array.from({ length: 100 }, (_, index) =>
    study.theme({ name: `Theme ${index}`, snippets: snippets.slice(index * 20, index * 20 + 20) }),
  );
  for (const [index, theme] of themes.entries()) {
    for (const [column, assumption] of assumptions.entries()) {
      if ((index + column) % 3 === 0) study.evidence(assumption, { theme }, column % 2 === 0 ? 'supports' : 'contradicts');
    }
  }
  const started = performance.now();
  const all = allVerdicts(study.state, { turnSpeakers: study.turnSpeakers });
  const took = performance.now() - started;
  console.info(`30 verdicts over 2,000 snippets and 1,000 links: ${took.toFixed(1)} ms`);
  expect(took).toBeLessThan(2000);
  const first = assumptions[0] ?? '';
  expect(all.get(first)).toEqual(verdictOf(study.state, first, { turnSpeakers: study.turnSpeakers }));
});
