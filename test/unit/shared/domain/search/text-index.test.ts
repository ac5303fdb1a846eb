// The text index against a plain scan of every document, after any mixture of additions, replacements, removals and compactings.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { findDocuments } from '#shared/domain/search/find-documents';
import { parseSearch } from '#shared/domain/search/parse-search';
import type { TextDocument, TextQuery } from '#shared/domain/search/text-document';
import { TextIndex } from '#shared/domain/search/text-index';
import { wordsOf } from '#shared/domain/search/words';
import { finishSteps } from '#shared/lib/steps';

const VOCABULARY = [
  'price',
  'Pricing',
  'café',
  'CAFE',
  'renewal',
  'a',
  'in',
  'the',
  'don’t',
  '価格表',
  '顧客',
  'e-mail',
  'naïve',
  '12',
  'цена',
  'हिन्दी',
];

const textOf = fc.array(fc.constantFrom(...VOCABULARY), { maxLength: 8 }).map((words) => words.join(' '));
const documentOf = fc.record({
  key: fc.integer({ min: 0, max: 12 }).map((number) => `d${number}`),
  kind: fc.constantFrom(0, 1),
  text: textOf,
  labels: fc.subarray(['tag:x', 'tag:y']),
  extra: fc.constant(''),
});
const change = fc.oneof(
  documentOf.map((document) => ({ put: document })),
  fc.integer({ min: 0, max: 12 }).map((number) => ({ remove: `d${number}` })),
  fc.constant({ compact: true as const }),
);

function after(changes: readonly ({ put: TextDocument } | { remove: string } | { compact: true })[]) {
  let index = new TextIndex();
  const plain = new Map<string, TextDocument>();
  for (const step of changes) {
    if ('put' in step) {
      index.put(step.put);
      plain.set(step.put.key, step.put);
    } else if ('remove' in step) {
      index.remove(step.remove);
      plain.delete(step.remove);
    } else index = new TextIndex(finishSteps(index.compacted()));
  }
  return { index, plain };
}

const query = (typed: string, more: Partial<TextQuery> = {}): TextQuery => {
  const { terms, without } = parseSearch(typed);
  return { terms, without, labels: [], withoutLabels: [], kinds: null, ...more };
};
const keysOf = (index: TextIndex, asked: TextQuery): string[] =>
  findDocuments(index, asked, 100)
    .kinds.flatMap(({ documents }) => documents.map(({ key }) => key))
    .sort();

const scanned = (plain: ReadonlyMap<string, TextDocument>, fits: (document: TextDocument) => boolean): string[] =>
  [...plain.values()]
    .filter(fits)
    .map(({ key }) => key)
    .sort();

describe('against a plain scan', () => {
  test('every document with words that begin as typed is found, and without typing errors nothing else', () => {
    const typed = fc.array(fc.constantFrom('p', 'pri', 'price', 'caf', 'cafe', 're', 'a', 'the', '顧', '価格', '格', 'цен', '1'), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), typed, (changes, words) => {
        const { index, plain } = after(changes);
        const wanted = scanned(plain, ({ text }) => words.every((word) => wordsOf(text).some((there) => there.startsWith(word))));
        const { kinds, corrections } = findDocuments(index, query(words.join(' ')), 100);
        const found = kinds.flatMap(({ documents }) => documents.map(({ key }) => key)).sort();
        if (corrections.length === 0) expect(found).toEqual(wanted);
        else expect(found).toEqual(expect.arrayContaining(wanted));
        expect(kinds.reduce((sum, { total }) => sum + total, 0)).toBe(found.length);
      }),
    );
  });

  test('phrases, exclusions, labels and kinds', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const { index, plain } = after(changes);
        const stands = (text: string, words: string): boolean => ` ${wordsOf(text).join(' ')} `.includes(` ${words} `);
        expect(keysOf(index, query('"cafe price"'))).toEqual(scanned(plain, ({ text }) => stands(text, 'cafe price')));
        expect(keysOf(index, query('the -price -"a in"'))).toEqual(
          scanned(plain, ({ text }) => stands(text, 'the') && !stands(text, 'price') && !stands(text, 'a in')),
        );
        expect(keysOf(index, query('', { labels: [['tag:x', 'tag:z']], withoutLabels: ['tag:y'], kinds: [1] }))).toEqual(
          scanned(plain, ({ labels, kind }) => kind === 1 && labels.includes('tag:x') && !labels.includes('tag:y')),
        );
      }),
    );
  });

  test('an index after any changes answers as one that is built from what is left', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const { index, plain } = after(changes);
        const fresh = new TextIndex();
        for (const document of plain.values()) fresh.put(document);
        expect([...index.keys()].sort()).toEqual([...fresh.keys()].sort());
        for (const typed of ['price', 'prcie', 'cafe renewal', '"e-mail"', '価格表', 'don’t']) {
          expect(keysOf(index, query(typed))).toEqual(keysOf(fresh, query(typed)));
        }
        const data = finishSteps(index.compacted());
        const data2 = finishSteps(fresh.compacted());
        expect(data.words.words).toEqual(data2.words.words);
      }),
    );
  });

  test('what was removed leaves nothing behind in the data that is stored', () => {
    const index = new TextIndex();
    index.put({ key: 'a', kind: 0, text: 'Farida said secret', labels: ['who:Farida'], extra: 'Farida' });
    index.put({ key: 'b', kind: 0, text: 'other', labels: [], extra: '' });
    index.remove('a');
    expect(JSON.stringify(finishSteps(index.compacted()))).not.toMatch(/farida|secret/i);
  });
});

describe('what is forgiven', () => {
  const index = new TextIndex();
  for (const [number, text] of ['the customer left', 'customers stay', 'a custom part', 'experience matters', 'naïve Café'].entries()) {
    index.put({ key: String(number), kind: 0, text, labels: [], extra: '' });
  }

  test.each([
    ['cusotmer left', ['0']],
    ['ustomer left', ['0']],
    ['xperience', ['3']],
    ['experiemce', ['3']],
    ['experi', ['3']],
    ['esperi', ['3']],
    ['NAIVE cafe', ['4']],
    ['"cusotmer"', []],
  ])('%s', (typed, wanted) => expect(keysOf(index, query(typed))).toEqual(wanted));

  test('nothing is put in the place of a word that is there often enough', () => {
    const many = new TextIndex();
    for (let number = 0; number < 20; number += 1)
      many.put({ key: `${number}`, kind: 0, text: number < 12 ? 'fort' : 'forty sort', labels: [], extra: '' });
    expect(findDocuments(many, query('fort'), 50).corrections).toEqual([]);
    expect(keysOf(many, query('fort'))).toHaveLength(20);
  });

  test('words side by side come before words apart', () => {
    const near = new TextIndex();
    for (const [key, text] of [
      ['apart', 'price of the tag'],
      ['near', 'the tag price tag in the long end'],
      ['swapped', 'tag and price'],
    ] as const) {
      near.put({ key, kind: 0, text, labels: [], extra: '' });
    }
    expect(findDocuments(near, query('price tag'), 5).kinds[0]?.documents[0]?.key).toBe('near');
  });
});

test('what is typed is read as words, phrases, exclusions and filters', () => {
  expect(parseSearch('price "two words" -not -"that one" tag:"needs help" -person:P01 kind: http://x "open en')).toEqual({
    terms: [
      { words: ['price'], open: true },
      { words: ['two', 'words'], open: false },
      { words: ['http', 'x'], open: true },
      { words: ['open', 'en'], open: true },
    ],
    without: [
      { words: ['not'], open: false },
      { words: ['that', 'one'], open: false },
    ],
    filters: [
      { name: 'tag', value: 'needs help', exclude: false },
      { name: 'participant', value: 'P01', exclude: true },
      { name: 'kind', value: '', exclude: false },
    ],
  });
});
