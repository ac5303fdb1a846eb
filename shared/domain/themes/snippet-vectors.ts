// The vector step: gives each snippet a place in a space where texts on one topic lie close together.
import { normaliseRows } from './dense-matrix.ts';
import type { DenseMatrix } from './dense-matrix.ts';
import { latentSemanticAnalysis } from './lsa.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { TermCorpus } from './term-corpus.ts';
import { weighTerms } from './tf-idf.ts';
import type { WorkSteps } from './work-steps.ts';

const MOST_DIMENSIONS = 64;
const FEWEST_DIMENSIONS = 4;
/** Few snippets have few topics: with as many dimensions as snippets nothing is brought together. */
const SNIPPETS_PER_DIMENSION = 4;
/** A snippet of which less than this share (of its length) lies in the kept dimensions has no place worth naming. */
const LEAST_KEPT_LENGTH = 0.01;

/**
 * One row of length 1 per document of the corpus; a row of zeros where nothing is known (no words, or only words of its own).
 * Today tf-idf and latent semantic analysis. Further vectors (of words learned elsewhere) belong here, as more columns beside
 * these, each part at unit length and weighed before the whole row is brought to unit length again.
 */
export function snippetVectors(corpus: TermCorpus, random: SeededRandom, steps: WorkSteps): DenseMatrix {
  const { matrix } = weighTerms(corpus);
  steps.done(0.1);
  const wanted = Math.round(corpus.documentCount / SNIPPETS_PER_DIMENSION);
  const dimensions = Math.min(MOST_DIMENSIONS, Math.max(FEWEST_DIMENSIONS, wanted));
  const vectors = latentSemanticAnalysis(matrix, random, steps.part(0.1, 1), { dimensions });
  clearWeakRows(vectors);
  normaliseRows(vectors);
  return vectors;
}

function clearWeakRows(vectors: DenseMatrix): void {
  const { rowCount, columnCount, values } = vectors;
  for (let row = 0; row < rowCount; row += 1) {
    const part = values.subarray(row * columnCount, (row + 1) * columnCount);
    let squares = 0;
    for (const value of part) squares += value * value;
    if (squares < LEAST_KEPT_LENGTH ** 2) part.fill(0);
  }
}
