// Latent semantic analysis: few dense dimensions that hold most of a sparse term matrix.
import { alongMainDirections, firstColumns, timesDense, turnedTimesDense, zeroMatrix } from './dense-matrix.ts';
import type { DenseMatrix } from './dense-matrix.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { SparseMatrix } from './tf-idf.ts';
import type { WorkSteps } from './work-steps.ts';

export interface LsaOptions {
  /** Dimensions to keep. Fewer come back when the matrix has a lower rank. */
  dimensions?: number;
  /** Subspace iterations: more are more exact and cost two passes over the matrix each. */
  iterations?: number;
}

/** Dimensions computed beyond those kept; Halko et al. advise 5 to 10. */
const OVERSAMPLING = 8;

/**
 * The rows of the matrix in the space of its strongest directions: U * S of the truncated singular value decomposition,
 * strongest direction first, rows not brought to unit length.
 * Randomised subspace iteration after Halko, Martinsson & Tropp (2011), "Finding structure with randomness", algorithm 4.4,
 * with random signs instead of normal numbers, and an orthonormal basis by the eigenvectors of the column products.
 */
export function latentSemanticAnalysis(
  matrix: SparseMatrix,
  random: SeededRandom,
  steps: WorkSteps,
  options: LsaOptions = {},
): DenseMatrix {
  const { dimensions = 64, iterations = 1 } = options;
  const width = Math.min(dimensions + OVERSAMPLING, matrix.rowCount, matrix.columnCount);
  if (width === 0) return zeroMatrix(matrix.rowCount, 0);
  let rows = timesDense(matrix, randomSigns(matrix.columnCount, width, random));
  steps.done(1 / (iterations + 2));
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    const basis = alongMainDirections(turnedTimesDense(matrix, alongMainDirections(rows, true)), true);
    rows = timesDense(matrix, basis);
    steps.done((iteration + 2) / (iterations + 2));
  }
  if (iterations === 0) rows = timesDense(matrix, alongMainDirections(turnedTimesDense(matrix, rows), true));
  const latent = firstColumns(alongMainDirections(rows, false), dimensions);
  steps.done(1);
  return latent;
}

function randomSigns(rowCount: number, columnCount: number, random: SeededRandom): DenseMatrix {
  const signs = zeroMatrix(rowCount, columnCount);
  for (let at = 0; at < signs.values.length; at += 1) signs.values[at] = random.sign();
  return signs;
}
