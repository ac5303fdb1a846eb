// Eigenvalues and eigenvectors of a small symmetric matrix.

export interface SymmetricEigen {
  /** Largest first. */
  values: Float64Array;
  /** Row-major, size x size: column j belongs to values[j]. */
  vectors: Float64Array;
}

/** More sweeps than any matrix of a few hundred rows needs; the loop stops by itself long before. */
const MOST_SWEEPS = 60;

/**
 * Cyclic Jacobi rotations (Golub & Van Loan, "Matrix Computations", section 8.5); for sizes up to a few hundred.
 * @param matrix row-major, size x size, symmetric. It is not changed.
 */
export function symmetricEigen(matrix: Float64Array, size: number): SymmetricEigen {
  const work = matrix.slice();
  const vectors = new Float64Array(size * size);
  for (let index = 0; index < size; index += 1) vectors[index * size + index] = 1;
  const enough = 1e-22 * squareSum(work, size, true);
  for (let sweep = 0; sweep < MOST_SWEEPS && squareSum(work, size, false) > enough; sweep += 1) {
    for (let p = 0; p < size - 1; p += 1) {
      for (let q = p + 1; q < size; q += 1) rotate(work, vectors, size, p, q);
    }
  }
  return sorted(work, vectors, size);
}

function squareSum(matrix: Float64Array, size: number, withDiagonal: boolean): number {
  let sum = 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (withDiagonal || row !== column) sum += matrix[row * size + column]! ** 2;
    }
  }
  return sum;
}

function rotate(work: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const off = work[p * size + q]!;
  if (off === 0) return;
  const slope = (work[q * size + q]! - work[p * size + p]!) / (2 * off);
  const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.sqrt(slope * slope + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let k = 0; k < size; k += 1) turn(work, k * size + p, k * size + q, cosine, sine);
  for (let k = 0; k < size; k += 1) turn(work, p * size + k, q * size + k, cosine, sine);
  for (let k = 0; k < size; k += 1) turn(vectors, k * size + p, k * size + q, cosine, sine);
}

function turn(matrix: Float64Array, first: number, second: number, cosine: number, sine: number): void {
  const a = matrix[first]!;
  const b = matrix[second]!;
  matrix[first] = cosine * a - sine * b;
  matrix[second] = sine * a + cosine * b;
}

function sorted(work: Float64Array, vectors: Float64Array, size: number): SymmetricEigen {
  const order = Array.from({ length: size }, (_, index) => index);
  order.sort((a, b) => work[b * size + b]! - work[a * size + a]! || a - b);
  const values = Float64Array.from(order, (index) => work[index * size + index]!);
  const arranged = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    order.forEach((from, to) => {
      arranged[row * size + to] = vectors[row * size + from]!;
    });
  }
  return { values, vectors: arranged };
}
