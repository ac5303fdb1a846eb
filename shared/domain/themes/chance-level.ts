// What groups of these snippets would reach if their words were dealt out at random.
import { sphericalKMeans } from './k-means.ts';
import { sampleIndexes } from './seeded-random.ts';
import type { SeededRandom } from './seeded-random.ts';
import { silhouettes } from './silhouette.ts';
import { snippetVectors } from './snippet-vectors.ts';
import { corpusOf } from './term-corpus.ts';
import type { TermCorpus } from './term-corpus.ts';
import type { WorkSteps } from './work-steps.ts';

/** Small corpora differ from shuffle to shuffle, and shuffling them is cheap. */
const SMALL_CORPUS = 300;
const SHUFFLES_OF_SMALL = 5;
/** From about this many documents on the level was measured to stay the same, so larger corpora are judged by a sample. */
const SAMPLE_SIZE = 1000;
/** Groups that agree fully stand, even where any dealing of the words would give the same. */
const HIGHEST_LEVEL = 0.8;

/**
 * The mean silhouette of `groupCount` groups of the same corpus with its words shuffled over all documents (each keeps its length).
 * Comparing with shuffled data is the idea of the gap statistic (Tibshirani, Walther & Hastie 2001). It matters for small corpora:
 * thirty short texts about nothing in common still fall into neat groups by chance.
 */
export function chanceLevel(corpus: TermCorpus, groupCount: number, random: SeededRandom, steps: WorkSteps): number {
  const sample = corpusOf(corpus, sampleIndexes(corpus.documentCount, SAMPLE_SIZE, random));
  const shuffles = sample.documentCount <= SMALL_CORPUS ? SHUFFLES_OF_SMALL : 1;
  let sum = 0;
  for (let shuffle = 0; shuffle < shuffles; shuffle += 1) {
    sum += shuffledLevel(sample, groupCount, random, steps.part(shuffle / shuffles, (shuffle + 1) / shuffles));
  }
  return Math.min(HIGHEST_LEVEL, sum / shuffles);
}

function shuffledLevel(corpus: TermCorpus, groupCount: number, random: SeededRandom, steps: WorkSteps): number {
  const shuffled = { ...corpus, words: shuffledCopy(corpus.words, random) };
  const vectors = snippetVectors(shuffled, random, steps.part(0, 0.6));
  const { groups, centres } = sphericalKMeans(vectors, groupCount, random, steps.part(0.6, 1), { restarts: 2 });
  return silhouettes(vectors, groups, centres.rowCount).mean;
}

function shuffledCopy(words: Int32Array, random: SeededRandom): Int32Array {
  const copy = words.slice();
  for (let place = copy.length - 1; place > 0; place -= 1) {
    const other = random.below(place + 1);
    const kept = copy[place]!;
    copy[place] = copy[other]!;
    copy[other] = kept;
  }
  return copy;
}
