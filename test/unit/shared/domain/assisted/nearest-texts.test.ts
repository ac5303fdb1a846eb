// The index of tagged snippets: the same whatever way it came about, and good enough on coded interviews to be worth asking.
import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { NearestTexts } from '#shared/domain/assisted/nearest-texts';
import { proposeTags } from '#shared/domain/assisted/propose-tags';

import { sharedData } from '../../../../builders/shared-data.ts';

const words = fc.array(fc.constantFrom('price', 'invoice', 'support', 'phone', 'late', 'app', 'engineer', 'bill'), { maxLength: 8 });
const text = words.map((each) => each.join(' '));

describe('NearestTexts', () => {
  it('answers as an index made at once does, whatever was added, replaced and removed before', () => {
    const step = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), text: fc.option(text) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), text, (steps, asked) => {
        const grown = new NearestTexts();
        const left = new Map<string, string>();
        for (const { id, text: given } of steps) {
          if (given === null) {
            grown.remove(id);
            left.delete(id);
          } else {
            grown.set(id, given);
            left.delete(id);
            left.set(id, given);
          }
        }
        const fresh = new NearestTexts();
        for (const [id, given] of left) fresh.set(id, given);
        expect(grown.nearest(asked, 9)).toEqual(fresh.nearest(asked, 9));
        expect(grown.size).toBe(left.size);
      }),
    );
  });

  it('puts the text itself first and names the words that it shares', () => {
    const index = new NearestTexts();
    index.set('bill', 'The second invoice came without any warning');
    index.set('help', 'Support picked up the phone at once');
    const [first, second] = index.nearest('The second invoice came without any warning', 5);
    expect(first).toMatchObject({ id: 'bill' });
    expect(first?.words).toContain('invoice');
    expect(second).toBeUndefined();
  });
});

describe('proposeTags', () => {
  const file = sharedData('labelled/serdif_usability_highlights.jsonl');

  it.skipIf(file === null)(
    'finds one of the researchers’ own tags among three for at least 65 of 100 quotes, from 30 of 100 that are tagged (skipped without ../shared/data/labelled)',
    () => {
      const rows = readFileSync(file ?? '', 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { id: number; text: string; labels: string[] });
      const shares = [1, 2, 3].map((seed) => {
        const isTagged = (place: number): boolean => (place * 7919 + seed * 104_729) % 1000 < 300;
        const tagged = new NearestTexts();
        const labels = new Map<string, string[]>();
        for (const [place, row] of rows.entries()) {
          if (!isTagged(place)) continue;
          tagged.set(String(row.id), row.text);
          labels.set(String(row.id), row.labels);
        }
        const asked = rows.filter((row, place) => !isTagged(place) && row.labels.length > 0);
        const hits = asked.filter((row) =>
          proposeTags(tagged, (id) => labels.get(id) ?? [], row.text, 3).some(({ tagId }) => row.labels.includes(tagId)),
        );
        return hits.length / asked.length;
      });
      const median = shares.sort((left, right) => left - right)[1] ?? 0;
      process.stdout.write(`a right tag among three: ${shares.map((share) => share.toFixed(3)).join(', ')}\n`);
      expect(median).toBeGreaterThanOrEqual(0.65);
    },
  );

  it('says nothing where nothing is like it', () => {
    const tagged = new NearestTexts();
    tagged.set('s1', 'invoice');
    expect(proposeTags(tagged, () => ['t1'], 'the weather in March', 3)).toEqual([]);
  });
});
