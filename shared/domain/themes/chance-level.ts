// What groups of these snippets would reach if their words were dealt out at random.
import { sphericalKMeans } from './k-means.ts';
import type { SeededRandom } from './seeded-random.ts';
import { silhouettes } from './silhouette.ts';
import { snippetVectors } from './snippet-vectors.ts';
import type { TermCorpus } from './term-corpus.ts';
import type { WorkSteps } from './work-steps.ts';

/**
 * The mean silhouette of `groupCount` groups of the same corpus with its words shuffled over all documents (each keeps its length).
 * Comparing with shuffled data is the idea of the gap statistic (Tibshirani, Walther & Hastie 2001). It matters for small corpora:
 * thirty short texts about nothing in common still fall into neat groups by chance.
 */
export function chanceLevel(corpus: TermCorpus, groupCount: number, random: SeededRandom, steps: WorkSteps): number {
  const shuffled = { ...corpus, words: shuffledCopy(corpus.words, random) };
  const vectors = snippetVectors(shuffled, random, steps.part(0, 0.6));
  const { groups, centres } = sphericalKMeans(vectors, groupCount, random, steps.part(0.6, 1));
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
