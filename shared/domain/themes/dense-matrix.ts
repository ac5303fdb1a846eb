// Row-major matrices on typed arrays, and the products that the theme sums need.
import { symmetricEigen } from './symmetric-eigen.ts';
import type { SparseMatrix } from './tf-idf.ts';

export interface DenseMatrix {
  rowCount: number;
  columnCount: number;
  /** Row-major. */
  values: Float32Array;
}

/** Directions whose share of the largest squared length is smaller are rounding noise of 32-bit numbers. */
const NOISE_SHARE = 1e-9;

/** A matrix of this size filled with zeros. */
export function zeroMatrix(rowCount: number, columnCount: number): DenseMatrix {
  return { rowCount, columnCount, values: new Float32Array(rowCount * columnCount) };
}

/** sparse x dense. */
export function timesDense(sparse: SparseMatrix, dense: DenseMatrix): DenseMatrix {
  const width = dense.columnCount;
  const product = zeroMatrix(sparse.rowCount, width);
  for (let row = 0; row < sparse.rowCount; row += 1) {
    const to = row * width;
    for (let at = sparse.rowStart[row]!; at < sparse.rowStart[row + 1]!; at += 1) {
      addScaled(product.values, to, dense.values, sparse.columns[at]! * width, sparse.values[at]!, width);
    }
  }
  return product;
}

/** (sparse turned over) x dense. */
export function turnedTimesDense(sparse: SparseMatrix, dense: DenseMatrix): DenseMatrix {
  const width = dense.columnCount;
  const product = zeroMatrix(sparse.columnCount, width);
  for (let row = 0; row < sparse.rowCount; row += 1) {
    for (let at = sparse.rowStart[row]!; at < sparse.rowStart[row + 1]!; at += 1) {
      addScaled(product.values, sparse.columns[at]! * width, dense.values, row * width, sparse.values[at]!, width);
    }
  }
  return product;
}

function addScaled(target: Float32Array, to: number, source: Float32Array, from: number, scale: number, width: number): void {
  for (let k = 0; k < width; k += 1) target[to + k]! += scale * source[from + k]!;
}

/** Inner product of two runs of `width` numbers. Four sums at once: they do not wait for each other, which halves the time. */
export function dot(left: Float32Array, leftStart: number, right: Float32Array, rightStart: number, width: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let k = 0;
  for (; k + 3 < width; k += 4) {
    a += left[leftStart + k]! * right[rightStart + k]!;
    b += left[leftStart + k + 1]! * right[rightStart + k + 1]!;
    c += left[leftStart + k + 2]! * right[rightStart + k + 2]!;
    d += left[leftStart + k + 3]! * right[rightStart + k + 3]!;
  }
  for (; k < width; k += 1) a += left[leftStart + k]! * right[rightStart + k]!;
  return a + b + c + d;
}

/** (dense turned over) x dense: the inner products of its columns, row-major, in 64-bit numbers. */
export function columnProducts(dense: DenseMatrix): Float64Array {
  const { rowCount, columnCount: width, values } = dense;
  const products = new Float64Array(width * width);
  for (let row = 0; row < rowCount; row += 1) {
    const from = row * width;
    for (let i = 0; i < width; i += 1) {
      const left = values[from + i]!;
      if (left === 0) continue;
      for (let j = i; j < width; j += 1) products[i * width + j]! += left * values[from + j]!;
    }
  }
  for (let i = 0; i < width; i += 1) {
    for (let j = 0; j < i; j += 1) products[i * width + j] = products[j * width + i]!;
  }
  return products;
}

/** dense x a small row-major matrix of `width` columns. */
export function timesSmall(dense: DenseMatrix, small: Float64Array, width: number): DenseMatrix {
  const { rowCount, columnCount, values } = dense;
  const product = zeroMatrix(rowCount, width);
  const sums = new Float64Array(width);
  for (let row = 0; row < rowCount; row += 1) {
    sums.fill(0);
    for (let i = 0; i < columnCount; i += 1) {
      const left = values[row * columnCount + i]!;
      if (left === 0) continue;
      for (let j = 0; j < width; j += 1) sums[j]! += left * small[i * width + j]!;
    }
    product.values.set(sums, row * width);
  }
  return product;
}

/**
 * Turns the columns along their own main directions, largest first, and leaves out directions that are only noise.
 * @param unit true: each direction gets length 1 (an orthonormal basis of the columns); false: lengths stay (singular values).
 */
export function alongMainDirections(dense: DenseMatrix, unit: boolean): DenseMatrix {
  const size = dense.columnCount;
  const { values, vectors } = symmetricEigen(columnProducts(dense), size);
  const width = values.filter((value) => value > NOISE_SHARE * (values[0] ?? 0)).length;
  const turning = new Float64Array(size * width);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < width; j += 1) turning[i * width + j] = vectors[i * size + j]! / (unit ? Math.sqrt(values[j]!) : 1);
  }
  return timesSmall(dense, turning, width);
}

/** The first columns of a matrix. */
export function firstColumns(dense: DenseMatrix, width: number): DenseMatrix {
  if (width >= dense.columnCount) return dense;
  const cut = zeroMatrix(dense.rowCount, width);
  for (let row = 0; row < dense.rowCount; row += 1) {
    const from = row * dense.columnCount;
    cut.values.set(dense.values.subarray(from, from + width), row * width);
  }
  return cut;
}

/** The chosen rows as a matrix of their own. */
export function pickRows(dense: DenseMatrix, picked: Int32Array): DenseMatrix {
  const width = dense.columnCount;
  const rows = zeroMatrix(picked.length, width);
  picked.forEach((from, to) => rows.values.set(dense.values.subarray(from * width, (from + 1) * width), to * width));
  return rows;
}

/** Brings each row to length 1, in place. Rows of zeros stay. */
export function normaliseRows(dense: DenseMatrix): void {
  const { rowCount, columnCount, values } = dense;
  for (let row = 0; row < rowCount; row += 1) {
    let squares = 0;
    for (let at = row * columnCount; at < (row + 1) * columnCount; at += 1) squares += values[at]! ** 2;
    if (squares === 0) continue;
    const length = Math.sqrt(squares);
    for (let at = row * columnCount; at < (row + 1) * columnCount; at += 1) values[at]! /= length;
  }
}
