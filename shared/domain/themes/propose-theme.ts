// Turns one group of snippets into a proposal, or into nothing when it does not hold together.
import { bindingWords } from './binding-words.ts';
import { dot } from './dense-matrix.ts';
import type { DenseMatrix } from './dense-matrix.ts';
import type { TermCorpus } from './term-corpus.ts';
import type { SparseMatrix } from './tf-idf.ts';

/** Fewer snippets are no pattern. */
export const FEWEST_SNIPPETS = 3;
/** A snippet below this silhouette lies between two groups: a stray. */
export const LEAST_SNIPPET_SILHOUETTE = 0.05;
/** Mean cosine between two members below which they are not alike. */
const LEAST_COHESION = 0.2;
const MOST_WORDS = 8;

/** One group, judged. Snippets are document numbers of the corpus. */
export interface ThemeDraft {
  words: string[];
  /** How strongly each word binds, beside `words`. */
  weights: number[];
  /** Most central first. */
  members: number[];
  /** Nearest to this group but not clearly so; least far first. */
  strays: number[];
  cohesion: number;
}

/** What all groups are judged against. */
export interface ProposalGround {
  corpus: TermCorpus;
  counts: SparseMatrix;
  /** Per term: in how many documents. */
  frequency: Int32Array;
  /** Rows of length 1, one a document. */
  vectors: DenseMatrix;
  /** Per document. */
  silhouettes: Float32Array;
  /** The mean silhouette that a group needs to count as set apart. */
  leastGroupSilhouette: number;
}

/** The draft of a group, or null: too few clear members, not set apart, not alike, or no word that two of them share. */
export function proposeTheme(ground: ProposalGround, group: readonly number[]): ThemeDraft | null {
  const silhouetteOf = (document: number): number => ground.silhouettes[document]!;
  const members = group.filter((document) => silhouetteOf(document) >= LEAST_SNIPPET_SILHOUETTE);
  if (members.length < FEWEST_SNIPPETS) return null;
  if (group.reduce((sum, document) => sum + silhouetteOf(document), 0) < ground.leastGroupSilhouette * group.length) return null;
  const sum = sumOfRows(ground.vectors, members);
  const cohesion = meanCosine(sum, members.length);
  if (cohesion < LEAST_COHESION) return null;
  const binding = bindingWords(ground.corpus, ground.counts, ground.frequency, members, MOST_WORDS);
  if (binding.length === 0) return null;
  const strays = group.filter((document) => silhouetteOf(document) < LEAST_SNIPPET_SILHOUETTE);
  return {
    words: binding.map(({ word }) => word),
    weights: binding.map(({ weight }) => weight),
    members: nearestFirst(ground.vectors, sum, members),
    strays: nearestFirst(ground.vectors, sum, strays),
    cohesion,
  };
}

function sumOfRows(vectors: DenseMatrix, documents: readonly number[]): Float32Array {
  const width = vectors.columnCount;
  const sum = new Float32Array(width);
  for (const document of documents) {
    for (let k = 0; k < width; k += 1) sum[k]! += vectors.values[document * width + k]!;
  }
  return sum;
}

// The squared length of the sum counts each pair twice and each row once with itself.
function meanCosine(sum: Float32Array, count: number): number {
  const pairs = dot(sum, 0, sum, 0, sum.length) - count;
  return Math.min(1, Math.max(0, pairs / (count * (count - 1))));
}

function nearestFirst(vectors: DenseMatrix, centre: Float32Array, documents: readonly number[]): number[] {
  const width = vectors.columnCount;
  const closeness = documents.map((document) => ({ document, cosine: dot(vectors.values, document * width, centre, 0, width) }));
  closeness.sort((a, b) => b.cosine - a.cosine || a.document - b.document);
  return closeness.map(({ document }) => document);
}
