// Weighs words by how much they tell: tf-idf vectors of all snippets in one sparse matrix.
import type { TermCorpus } from './term-corpus.ts';

/** Rows of unit length in compressed form: row r holds columns[rowStart[r]..rowStart[r + 1]) with their values. */
export interface SparseMatrix {
  rowCount: number;
  columnCount: number;
  rowStart: Int32Array;
  columns: Int32Array;
  values: Float32Array;
}

export interface TfIdf {
  matrix: SparseMatrix;
  /** Per column of the matrix: the term of the corpus. */
  termOfColumn: Int32Array;
}

export interface TfIdfOptions {
  /** Terms in fewer documents are left out: a word of one snippet binds nothing. */
  minDocuments?: number;
  /** Terms in a larger share of the documents are left out, in corpora of at least `COMMON_TERM_CORPUS` documents. */
  maxShare?: number;
}

/** Below this many documents a frequent term may be the theme itself. */
const COMMON_TERM_CORPUS = 40;

/**
 * Term weights (1 + ln tf) * (1 + ln((1 + N) / (1 + df))), each row at unit length: sublinear term frequency and smoothed
 * inverse document frequency, after Salton & Buckley (1988), "Term-weighting approaches in automatic text retrieval".
 * A document without any kept term is an empty row.
 */
export function weighTerms(corpus: TermCorpus, options: TfIdfOptions = {}): TfIdf {
  const counts = countTerms(corpus);
  const frequency = documentFrequency(counts.columns, corpus.termCount);
  const columnOfTerm = chooseColumns(counts, frequency, options);
  return weighted(counts, frequency, columnOfTerm);
}

/** Per term: in how many rows it occurs. Each row names a term at most once. */
export function documentFrequency(columns: Int32Array, termCount: number): Int32Array {
  const frequency = new Int32Array(termCount);
  for (const term of columns) frequency[term]! += 1;
  return frequency;
}

/** How often each document says each term: a sparse matrix of plain counts with terms as columns. */
export function countTerms(corpus: TermCorpus): SparseMatrix {
  const { documentCount, termOfSurface, wordStart, words } = corpus;
  const rowStart = new Int32Array(documentCount + 1);
  const columns = new Int32Array(words.length);
  const values = new Float32Array(words.length);
  const place = new Int32Array(corpus.termCount).fill(-1);
  let used = 0;
  for (let document = 0; document < documentCount; document += 1) {
    const first = used;
    for (let at = wordStart[document]!; at < wordStart[document + 1]!; at += 1) {
      const term = termOfSurface[words[at]!]!;
      if (place[term]! < first) {
        place[term] = used;
        columns[used] = term;
        used += 1;
      }
      values[place[term]!]! += 1;
    }
    rowStart[document + 1] = used;
  }
  const shape = { rowCount: documentCount, columnCount: corpus.termCount };
  return { ...shape, rowStart, columns: columns.slice(0, used), values: values.slice(0, used) };
}

// The upper cut would leave nothing where all snippets say the same; then it is not made.
function chooseColumns(counts: SparseMatrix, frequency: Int32Array, options: TfIdfOptions): Int32Array {
  const { minDocuments = 2, maxShare = 0.5 } = options;
  const most = counts.rowCount < COMMON_TERM_CORPUS ? counts.rowCount : maxShare * counts.rowCount;
  const chosen = columnsBetween(frequency, minDocuments, most);
  if (most === counts.rowCount || rowsTouched(counts, chosen) * 2 >= rowsTouched(counts, null)) return chosen;
  return columnsBetween(frequency, minDocuments, counts.rowCount);
}

function columnsBetween(frequency: Int32Array, least: number, most: number): Int32Array {
  let next = 0;
  return frequency.map((documents) => {
    if (documents < least || documents > most) return -1;
    next += 1;
    return next - 1;
  });
}

function rowsTouched(counts: SparseMatrix, columnOfTerm: Int32Array | null): number {
  let touched = 0;
  for (let row = 0; row < counts.rowCount; row += 1) {
    for (let at = counts.rowStart[row]!; at < counts.rowStart[row + 1]!; at += 1) {
      if (columnOfTerm !== null && columnOfTerm[counts.columns[at]!]! < 0) continue;
      touched += 1;
      break;
    }
  }
  return touched;
}

function weighted(counts: SparseMatrix, frequency: Int32Array, columnOfTerm: Int32Array): TfIdf {
  const { rowCount } = counts;
  const rowStart = new Int32Array(rowCount + 1);
  const columns = new Int32Array(counts.columns.length);
  const values = new Float32Array(counts.columns.length);
  let used = 0;
  for (let row = 0; row < rowCount; row += 1) {
    let squares = 0;
    for (let at = counts.rowStart[row]!; at < counts.rowStart[row + 1]!; at += 1) {
      const term = counts.columns[at]!;
      if (columnOfTerm[term]! < 0) continue;
      const weight = (1 + Math.log(counts.values[at]!)) * (1 + Math.log((1 + rowCount) / (1 + frequency[term]!)));
      columns[used] = columnOfTerm[term]!;
      values[used] = weight;
      squares += weight * weight;
      used += 1;
    }
    const length = Math.sqrt(squares);
    for (let at = rowStart[row]!; at < used; at += 1) values[at]! /= length;
    rowStart[row + 1] = used;
  }
  const termOfColumn = new Int32Array(columnOfTerm.reduce((most, column) => Math.max(most, column + 1), 0));
  columnOfTerm.forEach((column, term) => {
    if (column >= 0) termOfColumn[column] = term;
  });
  const matrix = { rowCount, columnCount: termOfColumn.length, rowStart, columns: columns.slice(0, used), values: values.slice(0, used) };
  return { matrix, termOfColumn };
}
