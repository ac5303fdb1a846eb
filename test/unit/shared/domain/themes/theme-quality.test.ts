// How well grouping agrees with real coding, against plain tf-idf k-means on the same texts.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { sphericalKMeans } from '#shared/domain/themes/k-means';
import { createSeededRandom } from '#shared/domain/themes/seeded-random';
import { snippetVectors } from '#shared/domain/themes/snippet-vectors';
import { readTermCorpus } from '#shared/domain/themes/term-corpus';
import { tokenise } from '#shared/domain/themes/tokenise';
import { unwatchedSteps } from '#shared/domain/themes/work-steps';
import { adjustedRandIndex, median, vMeasure } from '#test/builders/cluster-quality';
import { plainTfIdfKMeans } from '#test/builders/plain-tf-idf-k-means';
import { SHARED_DATA_FOLDER, sharedData } from '#test/builders/shared-data';

const SEEDS = [1, 2, 3, 4, 5, 6, 7];

interface LabelledSet {
  name: string;
  texts: string[];
  labels: string[];
  groupCount: number;
}

/** Texts with exactly one label, of labels with at least five such texts. */
function labelledSet(name: string, file: string, wanted: (record: { question_id?: string }) => boolean): LabelledSet {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const records = lines.map((line) => JSON.parse(line) as { text: string; labels: string[]; question_id?: string });
  const single = records.filter((record) => record.labels.length === 1 && wanted(record));
  const uses = Map.groupBy(single, ({ labels }) => labels[0] ?? '');
  const kept = single.filter(({ labels }) => (uses.get(labels[0] ?? '')?.length ?? 0) >= 5);
  const labels = kept.map((record) => record.labels[0] ?? '');
  return { name, texts: kept.map(({ text }) => text), labels, groupCount: new Set(labels).size };
}

function ours({ texts, groupCount }: LabelledSet, seed: number): number[] {
  const random = createSeededRandom(seed);
  const vectors = snippetVectors(readTermCorpus(texts, unwatchedSteps()), random, unwatchedSteps());
  return [...sphericalKMeans(vectors, groupCount, random, unwatchedSteps()).groups];
}

// Two yardsticks, because leaving out stop words helps on some sets and hurts on others.
function plainWithoutStopWords({ texts, groupCount }: LabelledSet, seed: number): number[] {
  return plainTfIdfKMeans(texts, groupCount, tokenise, createSeededRandom(seed).next);
}

function plainWithAllWords({ texts, groupCount }: LabelledSet, seed: number): number[] {
  const allWords = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return plainTfIdfKMeans(texts, groupCount, allWords, createSeededRandom(seed).next);
}

function measure(set: LabelledSet, group: (set: LabelledSet, seed: number) => number[]): { v: number; ari: number } {
  const groupings = SEEDS.map((seed) => group(set, seed));
  return {
    v: median(groupings.map((groups) => vMeasure(set.labels, groups))),
    ari: median(groupings.map((groups) => adjustedRandIndex(set.labels, groups))),
  };
}

describe('the measures themselves', () => {
  it('agree with worked examples', () => {
    expect(vMeasure([0, 0, 1, 1], [0, 0, 1, 2])).toBeCloseTo(0.8, 10);
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 0, 1, 2])).toBeCloseTo(4 / 7, 10);
    expect(vMeasure(['a', 'a', 'b'], [5, 5, 9])).toBe(1);
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 10);
    expect(median([3, 1, 2, 10])).toBe(2.5);
  });
});

const usability = sharedData('labelled/serdif_usability_highlights.jsonl');
const answers = sharedData('labelled/exam_proctoring_open_answers.jsonl');
const missing = usability === null || answers === null ? ` (skipped: no labelled sets in ${SHARED_DATA_FOLDER}/labelled)` : '';

describe.skipIf(missing !== '')(`agreement with researchers' coding${missing}`, () => {
  it('is not below 0.95 of plain tf-idf k-means on sets of 500 or more texts', { timeout: 240_000 }, () => {
    const sets = [
      labelledSet('usability', usability ?? '', () => true),
      labelledSet('exam Q5', answers ?? '', ({ question_id }) => question_id === 'Q5'),
      labelledSet('exam N3', answers ?? '', ({ question_id }) => question_id === 'N3'),
    ];
    for (const set of sets) {
      const found = measure(set, ours);
      const yardsticks = [measure(set, plainWithoutStopWords), measure(set, plainWithAllWords)];
      const figures = [found, ...yardsticks].map(({ v, ari }) => `${v.toFixed(3)}/${ari.toFixed(3)}`);
      console.info(
        `${set.name} (n ${set.texts.length}, k ${set.groupCount}), V/ARI: ours, plain, plain with all words: ${figures.join(', ')}`,
      );
      if (set.texts.length < 500) continue;
      for (const yardstick of yardsticks) {
        expect(found.v).toBeGreaterThanOrEqual(0.95 * yardstick.v);
        expect(found.ari).toBeGreaterThanOrEqual(0.95 * yardstick.ari);
      }
    }
    expect(sets.some(({ texts }) => texts.length >= 500)).toBe(true);
  });
});
