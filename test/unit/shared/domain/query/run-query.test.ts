// Queries: what each condition finds, and the laws that hold for all of them on random studies.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseQuery } from '#shared/domain/query/parse-query';
import { runQuery } from '#shared/domain/query/run-query';
import { writeQuery } from '#shared/domain/query/write-query';
import { rangesOverlap } from '#shared/domain/transcript/anchor';
import { finishSteps } from '#shared/lib/steps';
import { type Condition, conditionSchema } from '#shared/model/records/query';
import type { Turn } from '#shared/model/transcript';
import { VaultState } from '#shared/model/vault-state';
import { buildStudy } from '#test/builders/study-builder';

const TEXT = 'one two three four five six seven eight';

function pricingStudy() {
  const study = buildStudy();
  const smb = study.segment('SMB');
  const ana = study.participant({ name: 'Ana Ruiz', pseudonym: 'P1', segmentId: smb });
  const ben = study.participant({ name: 'Ben', pseudonym: 'P2' });
  const turns: [string, string][] = [
    ['Ana', `${TEXT}.`],
    ['Int', 'Why is that?'],
    ['Ana', 'Because the café raised its price.'],
    ['Ana', 'Nothing else.'],
  ];
  const first = study.source({
    title: 'Ana in May',
    heldOn: '2026-05-12',
    turns,
    speakers: { Ana: { participantId: ana }, Int: 'interviewer' },
  });
  const second = study.source({
    title: 'Ben',
    kind: 'complaint',
    heldOn: '2026-06-01',
    turns: [[null as never, 'The price is too high.']],
    participantId: ben,
  });
  const tag = (name: string, parentId: string | null = null): string => study.edit('createTag', { name, parentId }).tagId;
  const price = tag('Price');
  const surprise = tag('Surprise', price);
  const trust = tag('Trust');
  const snippets = {
    two: study.snippet(first, 'two three'),
    three: study.snippet(first, 'three four'),
    six: study.snippet(first, 'six'),
    cafe: study.snippet(first, 'café raised its price', { starred: true }),
    ben: study.snippet(second, 'price is too high'),
  };
  const put = (tagId: string, ...snippetIds: string[]) => study.edit('tagSnippets', { snippetIds, tagIds: [tagId] });
  put(price, snippets.two, snippets.ben);
  put(surprise, snippets.cafe);
  put(trust, snippets.three, snippets.six);
  const turnsOf = (id: string): Turn[] =>
    (id === first ? turns : [[null, 'The price is too high.'] as const]).map(([speaker, text]) => ({
      speaker,
      text,
      startMs: null,
      endMs: null,
    }));
  const ask = (text: string) => {
    const where = parseQuery(study.state, text);
    const answer = finishSteps(runQuery(study.state, where, { turnSpeakers: study.turnSpeakers, turnsOf }));
    const names = Object.entries(snippets);
    return { people: answer.people.length, found: answer.snippets.map(({ id }) => names.find(([, own]) => own === id)?.[0]) };
  };
  return { study, ask, ids: { price, trust, ana, smb } };
}

describe('a query', () => {
  const { study, ask, ids } = pricingStudy();

  it.each([
    ['', ['two', 'three', 'six', 'cafe', 'ben']],
    ['tag:Price', ['two', 'cafe', 'ben']],
    ['tag-alone:price', ['two', 'ben']],
    ['tag:"Price > Surprise"', ['cafe']],
    ['tag:Price or tag:Trust and segment:SMB', ['two', 'three', 'six', 'cafe', 'ben']],
    ['(tag:Price or tag:Trust) segment:SMB', ['two', 'three', 'six', 'cafe']],
    ['not tag:Price', ['three', 'six']],
    ['tag:Price and overlapping(tag:Trust)', ['two']],
    ['tag:Trust and overlapping(tag:Price)', ['three']],
    ['tag:Price near:1word(tag:Trust)', ['two']],
    ['tag:Trust near:1word(tag:Price)', ['three']],
    ['tag:Trust near:2words(tag:Price)', ['three', 'six']],
    ['tag:Trust near:1turn(tag:Surprise)', []],
    ['tag:Trust near:2turns(tag:Surprise)', ['three', 'six']],
    ['speaker:ana', ['two', 'three', 'six', 'cafe']],
    ['speaker:Int', []],
    ['participant:P2', ['ben']],
    ['participant:"Ana Ruiz" starred', ['cafe']],
    ['segment:none', ['ben']],
    ['source:Ben', ['ben']],
    ['kind:complaint', ['ben']],
    ['from:2026-05-13', ['ben']],
    ['to:2026-05-31 text:"PRICE"', ['cafe']],
    ['CAFE', ['cafe']],
    ['not ()', []],
  ])('%s', (text, found) => expect(ask(text).found).toEqual(found));

  it('counts people first, each once', () => {
    expect(ask('tag:Price').people).toBe(2);
    expect(ask('tag:Trust').people).toBe(1);
  });

  it.each([
    'tag:Nowhere',
    '(tag:Price',
    'tag:Price)',
    'and',
    'near:3(tag:Price)',
    'near:3turns',
    'kind:gossip',
    'from:soon',
    'shoe:1',
    '"open',
    '{"is":"tag"}',
    '{',
  ])('is refused with a sentence: %s', (text) => expect(() => ask(text)).toThrow(/\.$/));

  it('needs transcripts only to count words', () => {
    const run = (text: string) => finishSteps(runQuery(study.state, parseQuery(study.state, text)));
    expect(run('near:1turn(tag:Trust)').snippets).toHaveLength(3);
    expect(() => run('near:1word(tag:Trust)')).toThrow('turns instead of words');
  });

  it('is refused when it is nested without end, before it is read', () => {
    let deep: unknown = { is: 'starred' };
    for (let depth = 0; depth < 50_000; depth += 1) deep = { is: 'not', of: deep };
    expect(conditionSchema.safeParse(deep).success).toBe(false);
  });

  it('asks for the tag that is left after a merge', () => {
    const { queryId } = study.edit('addQuery', { name: 'Trust', where: { is: 'not', of: { is: 'tag', tagId: ids.trust } } });
    const fresh = study.edit('createTag', { name: 'Fresh', parentId: null }).tagId;
    study.edit('mergeTags', { tagIds: [ids.trust], intoTagId: fresh });
    expect(study.state.require('queries', queryId).where).toEqual({ is: 'not', of: { is: 'tag', tagId: fresh } });
  });
});

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom('t0', 't1', 't2', 'gone').chain((tagId) => fc.boolean().map((alone) => ({ is: 'tag', tagId, alone }) as const)),
  fc.constantFrom<Condition>(
    { is: 'starred' },
    { is: 'source', sourceId: 's0' },
    { is: 'text', text: 'a" \\(b' },
    { is: 'speaker', label: 'not' },
    { is: 'segment', segmentId: null },
    { is: 'kind', kind: 'interview' },
    { is: 'held', from: '2026-01-01', to: null },
    { is: 'held', from: '2026-01-01', to: '2026-02-01' },
  ),
);
const condition = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.tuple(fc.constantFrom('and', 'or'), fc.array(tie('condition'), { maxLength: 3 })).map(([is, of]) => ({ is, of }) as Condition),
    fc.tuple(fc.constantFrom('not', 'overlapping'), tie('condition')).map(([is, of]) => ({ is, of }) as Condition),
    fc.tuple(fc.nat(3), tie('condition')).map(([within, of]) => ({ is: 'near', within, unit: 'turns', of }) as Condition),
  ),
})).condition;

/** Snippets of two sources at random places, with random tags: a tree of three. */
const study = fc
  .array(
    fc.record({
      source: fc.nat(1),
      turn: fc.nat(4),
      offset: fc.nat(6),
      turns: fc.nat(2),
      length: fc.integer({ min: 1, max: 5 }),
      tags: fc.nat(7),
      starred: fc.boolean(),
    }),
    {
      maxLength: 25,
    },
  )
  .map((parts) => {
    const state = new VaultState();
    const tags = ['t0', 't1', 't2'].map((id, order) => ({
      id,
      name: id,
      definition: '',
      whenToUse: '',
      whenNotToUse: '',
      colour: 1,
      parentId: order === 1 ? 't0' : null,
      order,
      favourite: null,
    }));
    state.load('tags', tags);
    const snippets = parts.map(({ source, turn, offset, turns, length, starred }, index) => ({
      id: `n${index}`,
      sourceId: `s${source}`,
      revision: 1,
      range: { startTurn: turn, startOffset: offset, endTurn: turn + turns, endOffset: offset + length },
      quote: index % 2 ? 'A" \\(b' : 'x',
      prefix: '',
      suffix: '',
      speakers: [],
      note: '',
      starred,
      by: '',
      at: '2026-01-01T00:00:00.000Z',
    }));
    state.load('snippets', snippets);
    state.load(
      'taggings',
      parts.flatMap(({ tags: bits }, index) =>
        tags.flatMap(({ id: tagId }, bit) =>
          bits & (1 << bit)
            ? [{ id: `n${index}.${tagId}`, snippetId: `n${index}`, tagId, by: '', at: '2026-01-01T00:00:00.000Z' } as never]
            : [],
        ),
      ),
    );
    return state;
  });

const ids = (state: VaultState, where: Condition): string[] => finishSteps(runQuery(state, where)).snippets.map(({ id }) => id);

describe('for every study and condition', () => {
  const check = (holds: (state: VaultState, left: Condition, right: Condition) => void) =>
    fc.assert(fc.property(study, condition, condition, holds), { numRuns: 150 });
  const not = (of: Condition): Condition => ({ is: 'not', of });

  it('de Morgan holds', () =>
    check((state, left, right) => {
      expect(ids(state, not({ is: 'and', of: [left, right] }))).toEqual(ids(state, { is: 'or', of: [not(left), not(right)] }));
      expect(ids(state, not({ is: 'or', of: [left, right] }))).toEqual(ids(state, { is: 'and', of: [not(left), not(right)] }));
    }));

  it('not not is nothing, and either holds or its opposite', () =>
    check((state, left) => {
      expect(ids(state, not(not(left)))).toEqual(ids(state, left));
      expect(ids(state, left).length + ids(state, not(left)).length).toBe(state.all('snippets').size);
    }));

  it('overlapping is what comparing all pairs gives, hence symmetric', () =>
    check((state, left, right) => {
      const all = [...state.all('snippets').values()];
      const within = new Set(ids(state, right));
      const expected = all.filter((snippet) =>
        all.some((other) => within.has(other.id) && other.sourceId === snippet.sourceId && rangesOverlap(other.range, snippet.range)),
      );
      expect(new Set(ids(state, { is: 'overlapping', of: right }))).toEqual(new Set(expected.map(({ id }) => id)));
      const one = ids(state, { is: 'and', of: [left, { is: 'overlapping', of: right }] });
      const other = ids(state, { is: 'and', of: [right, { is: 'overlapping', of: left }] });
      expect(one.length > 0).toBe(other.length > 0);
    }));

  it('near is what comparing all pairs gives, and wider is more', () =>
    check((state, left) => {
      const all = [...state.all('snippets').values()];
      const within = new Set(ids(state, left));
      const near = (reach: number): string[] => ids(state, { is: 'near', of: left, within: reach, unit: 'turns' });
      const apart = (a: (typeof all)[number]['range'], b: typeof a): number =>
        Math.max(0, a.startTurn - b.endTurn, b.startTurn - a.endTurn);
      const expected = all.filter((snippet) =>
        all.some((other) => within.has(other.id) && other.sourceId === snippet.sourceId && apart(other.range, snippet.range) <= 1),
      );
      expect(new Set(near(1))).toEqual(new Set(expected.map(({ id }) => id)));
      expect(near(2)).toEqual(expect.arrayContaining(near(1)));
    }));

  it('the short form finds the same when it is read again', () =>
    check((state, left) => {
      expect(conditionSchema.parse(left)).toEqual(left);
      const known = JSON.parse(JSON.stringify(left).replaceAll('"gone"', '"t2"').replaceAll('"s0"', '"s0"')) as Condition;
      state.load('sources', [
        { id: 's0', kind: 'interview', title: 'S (0)', heldOn: '2026-01-15', speakers: [], participantId: null } as never,
      ]);
      const written = writeQuery(state, known);
      expect(ids(state, parseQuery(state, written))).toEqual(ids(state, known));
    }));
});
