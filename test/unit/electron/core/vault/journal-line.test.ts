// Lines of the journal: the short way of putting one together gives the same bytes as the long way, and every line reads back.
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { firstChain, formatJournalLine, lineOf, nextChain, parseJournalLine } from '#core/vault/journal-line';
import { plainContent } from '#core/vault/crypto/content-cipher';
import type { JournalEntry } from '#shared/model/journal-entry';

const entryWith = (label: string, seq = 1): JournalEntry => ({
  seq,
  at: '2026-11-23T10:00:00.000Z',
  by: 'researcher',
  kind: 'edit',
  edit: 'createTag',
  label,
  changes: [],
});

function check(label: string, previous: string): string {
  const entry = entryWith(label);
  const { line, chain } = formatJournalLine(entry, previous);
  const json = Buffer.from(JSON.stringify(entry), 'utf8');
  expect(chain).toBe(nextChain(previous, json));
  expect(line.equals(lineOf(json, chain, plainContent))).toBe(true);
  expect(parseJournalLine(line.subarray(0, -1))).toMatchObject({ chain, entry: JSON.parse(json.toString('utf8')) as object });
  return chain;
}

test('any text, one line after the other, gives the bytes of the long way and reads back', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { minLength: 1, maxLength: 8 }), (labels) => {
      labels.reduce((chain, label) => check(label, chain), firstChain('study'));
    }),
  );
});

test('lines around the length from which they are put together elsewhere', () => {
  const around = [9_000, 9_860, 9_861, 9_862, 9_900, 10_000, 10_001, 30_000];
  for (const letter of ['a', 'é', '顧', '"', '\ud800', '🙂'])
    for (const length of around) check(letter.repeat(length), firstChain('study'));
});
