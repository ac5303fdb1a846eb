// Names in transcripts: what is proposed, what is not, and that replacing leaves none behind.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { findContacts } from '#shared/domain/names/find-contacts';
import { findNames } from '#shared/domain/names/find-names';
import { createReplaceNames, replaceInTurns } from '#shared/domain/names/replace-names';
import { finishSteps } from '#shared/lib/steps';

const turnsOf = (...texts: string[]) => texts.map((text) => ({ speaker: null, startMs: null, endMs: null, text }));
const found = (texts: string[], people: { name: string; pseudonym: string }[] = []) =>
  finishSteps(findNames([{ id: 's', turns: turnsOf(...texts) }], people)).map(({ kind, text, replacement, places }) => [
    kind,
    text,
    replacement,
    places.length,
  ]);

describe('names', () => {
  test('people of the study by their whole name and by each word of it, companies, others, mail and phone', () => {
    const texts = [
      'I asked Ana Okoro, and Ana rang Bexley Ltd about it. Write to ana.o@bexley.co.uk or +44 20 7946 0958.',
      'Then my boss Kofi said no. Kofi knows. We met on Monday in our CRM.',
    ];
    expect(found(texts, [{ name: 'Ana Okoro', pseudonym: 'P07' }])).toEqual([
      ['person', 'Ana', 'P07', 1],
      ['person', 'Ana Okoro', 'P07', 1],
      ['company', 'Bexley Ltd', '[company 1]', 1],
      ['name', 'Kofi', '[name 1]', 2],
      ['e-mail', 'ana.o@bexley.co.uk', '[e-mail 1]', 1],
      ['phone', '+44 20 7946 0958', '[phone 1]', 1],
    ]);
  });

  test('a capital at the beginning of a sentence, or a word that stands somewhere without one, names nobody', () => {
    expect(found(['Board and price. Nobody asked. It was the Board, said the board.'])).toEqual([]);
  });

  test('where nouns are written with capitals, only runs of them are proposed', () => {
    const german = Array.from({ length: 40 }, () => 'Wir haben das Angebot gelesen und der Preis war für die Firma zu hoch.');
    expect(found([...german, 'Dann rief Frau Anneliese Brandt bei uns an.'])).toEqual([['name', 'Frau Anneliese Brandt', '[name 1]', 1]]);
  });
});

test.each([
  ['Call 020 7946 0958 now', ['020 7946 0958']],
  ['on 2026-05-12 at 10', []],
  ['12345678 pieces', []],
  ['a@b, a@b.c, me@site.org.', ['me@site.org']],
])('contacts in “%s”', (text, wanted) => {
  expect(findContacts(text).map(({ start, end }) => text.slice(start, end))).toEqual(wanted);
});

test('every place holds the name, and after replacing it stands nowhere as a word', () => {
  const word = fc.constantFrom('Ana', 'Okoro', 'Kofi', 'said', 'the', 'price', 'Analog', 'kofi', '.', 'me@site.org', 'é');
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 20 }), { maxLength: 6 }), (lines) => {
      const turns = turnsOf(...lines.map((line) => line.join(' ')));
      const names = finishSteps(findNames([{ id: 's', turns }], [{ name: 'Ana Okoro', pseudonym: 'P1' }]));
      for (const { text, places } of names)
        for (const place of places) expect(turns[place.turn]?.text.slice(place.start, place.end)).toBe(text);
      if (names.length === 0) return;
      const next = replaceInTurns(turns, createReplaceNames(names));
      for (const { text } of names) for (const turn of next) expect(` ${turn.text} `).not.toContain(` ${text} `);
    }),
  );
});

test('choices that cannot be are refused', () => {
  expect(() => createReplaceNames([])).toThrow(/at least one/);
  expect(() => createReplaceNames([{ text: 'Ana', replacement: ' ' }])).toThrow(/in the place/);
  expect(() => createReplaceNames([{ text: 'Ana', replacement: 'Ana B' }])).toThrow(/holds a name/);
});
