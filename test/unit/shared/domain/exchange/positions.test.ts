// Positions of other tools in any text: into turns and out again to the character.
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { choosePositions } from '#shared/domain/exchange/choose-reading';
import { codePointsOf } from '#shared/domain/exchange/code-points';
import type { ExchangeProject, ProjectSelection, ProjectSource } from '#shared/domain/exchange/project';
import { planImport } from '#shared/domain/exchange/project-records';
import { sourceTextOf } from '#shared/domain/exchange/source-text';
import { splitSource } from '#shared/domain/exchange/split-source';
import { VaultState } from '#shared/model/vault-state';

const WORDS = [
  'price',
  'Yes.',
  'ja',
  '🙂',
  'e\u0301t\u00e9',
  'Ana',
  '10:30',
  '[00:10]',
  '한글',
  '\u1112\u1161\u11ab',
  'well —',
  'Sam: no',
  '…',
  '\u00a0',
  '👩‍👩‍👧',
];
const LABELS = ['Ana: ', 'Sam: ', 'Interviewer: ', 'Zoe\u0301: ', '', '', '\t', 'Ana [00:01:02]: ', 'Break: [12:30]', '**Ana:** '];
const ENDS = ['\n', '\n\n', '\n\n\n\n', '\r\n', '\r\n\r\n', ' \n'];

const anyText = fc
  .array(fc.tuple(fc.constantFrom(...LABELS), fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }), fc.constantFrom(...ENDS)), {
    maxLength: 14,
  })
  .map((lines) => lines.map(([label, words, end]) => `${label}${words.join(' ')}${end}`).join(''));

function projectOf(selections: ProjectSelection[]): ExchangeProject {
  const source: ProjectSource = {
    key: 's',
    guid: 's',
    kind: 'text',
    name: 'S',
    description: '',
    path: 's.txt',
    otherPath: null,
    content: null,
    selections,
    areas: [],
    codings: [],
    notes: [],
    at: null,
    variables: [],
  };
  return {
    kind: 'project',
    name: 'P',
    origin: '',
    description: '',
    users: [],
    codes: [],
    variables: new Map(),
    cases: [],
    sources: [{ ...source, codings: [], notes: [], variables: [] }],
    notes: [],
    projectNotes: [],
    sets: [],
    links: 0,
    graphs: 0,
    otherSelections: { picture: 0, audio: 0, video: 0, transcript: 0 },
    oddities: [],
  };
}

const selection = (number: number, start: number, end: number): ProjectSelection => ({
  key: `k${number}`,
  guid: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  name: '',
  description: '',
  start,
  end,
  codings: [],
  notes: [],
  user: null,
  at: null,
});

test('every selection of any text goes out at the place where it came in', () => {
  fc.assert(
    fc.property(anyText, fc.array(fc.tuple(fc.nat(400), fc.nat(60)), { minLength: 1, maxLength: 8 }), (written, places) => {
      const raw = written.replace(/\r\n/g, '\n');
      const length = [...raw].length;
      const selections = places.map(([start, size], index) => selection(index, Math.min(start, length), Math.min(start + size, length)));
      // Places chosen at random may by chance look like those of a tool that counts otherwise.
      fc.pre(choosePositions(raw, selections).reading.unit === 'code points');
      let ids = 0;
      const plan = planImport(projectOf(selections), new VaultState(), () => ({ raw, encoding: 'utf-8' }), {
        newId: () => `n${(ids += 1)}`,
        now: '2026-01-01T00:00:00.000Z',
        by: 'me',
      });
      const transcript = plan.transcripts[0];
      const out = sourceTextOf({ turns: transcript?.turns ?? [], kept: transcript?.kept ?? undefined });
      if (raw.trim() === '') return;
      expect(out.text).toBe(raw);
      expect(plan.records.snippets).toHaveLength(selections.length);
      for (const snippet of plan.records.snippets) {
        const wanted = selections.find((each) => each.guid === snippet.id);
        expect(out.placeOf(snippet)).toEqual({ start: wanted?.start, end: wanted?.end });
      }
    }),
    { numRuns: 400 },
  );
});

test('every visible character of a turn is found in the text, and the way back leads to the turn', () => {
  fc.assert(
    fc.property(anyText, (written) => {
      const raw = written.replace(/\r\n?/g, '\n');
      const { turns, places } = splitSource(raw);
      for (const [turn, { text }] of turns.entries()) {
        for (let offset = 0; offset < text.length; offset += 1) {
          if (/\s/.test(text.charAt(offset)) || /[\p{M}\u1100-\u11ff\ud800-\udfff]/u.test(text.slice(offset, offset + 2))) continue;
          const range = { startTurn: turn, startOffset: offset, endTurn: turn, endOffset: offset + 1 };
          const found = places.toText(range);
          expect(found).not.toBeNull();
          if (found) expect(raw.slice(found.start, found.end).normalize('NFC')).toContain(text.charAt(offset));
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('positions are read in the way that fits the names of selections', () => {
  const file = 'One 🙂 two\r\nthree four\r\nfive six';
  const lf = file.replaceAll('\r\n', '\n');
  const points = [...lf];
  const at = (word: string): { start: number; end: number; name: string; description: string } => {
    const start = [...lf.slice(0, lf.indexOf(word))].length;
    return { start, end: start + word.length, name: word, description: '' };
  };
  const one = choosePositions(file, [at('three'), at('five')]);
  expect(one.reading).toEqual({ lineEnds: 'one', mark: false, unit: 'code points' });
  expect(one.text.slice(one.place(at('five').start) ?? 0, one.place(at('five').end) ?? 0)).toBe('five');
  const shifted = [at('three'), at('five')].map((each, index) => ({ ...each, start: each.start + index + 1, end: each.end + index + 1 }));
  const two = choosePositions(file, shifted);
  expect(two.reading.lineEnds).toBe('two');
  expect(two.text.slice(two.place(shifted[1]?.start ?? 0) ?? 0, two.place(shifted[1]?.end ?? 0) ?? 0)).toBe('five');
  const units = choosePositions(file, [{ start: lf.indexOf('five'), end: lf.indexOf('five') + 4, name: 'five', description: '' }]);
  expect(units.reading.unit).toBe('utf-16');
  const marked = choosePositions(`\ufeff${lf}`, [{ ...at('three'), start: at('three').start + 1, end: at('three').end + 1 }]);
  expect(marked.reading.mark).toBe(true);
  expect(marked.text).toBe(lf);
  expect(points).toHaveLength(codePointsOf(lf).length);
});

test('code points and units lead to each other at every place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const points = codePointsOf(text);
      const letters = [...text];
      expect(points.length).toBe(letters.length);
      let unit = 0;
      for (let point = 0; point <= letters.length; point += 1) {
        expect(points.toUnits(point)).toBe(unit);
        expect(points.toPoints(unit)).toBe(point);
        unit += letters[point]?.length ?? 0;
      }
    }),
  );
});
