// What can be found: documents, what is asked of them, and what comes back.

/** One thing that can be found, with the words in which it is found. */
export interface TextDocument {
  /** Names the document; the same key again replaces it. */
  key: string;
  /** Number of its kind, 0 to 31. Results are kept apart by kind. */
  kind: number;
  text: string;
  /** Labels to filter by. */
  labels: readonly string[];
  /** Kept for whoever shows it; not searched. */
  extra: string;
}

/** Words that must stand side by side, or one word. */
export interface SearchTerm {
  /** Folded, see `wordsAskedFor`. */
  words: readonly string[];
  /** The last word may go on: a prefix. Typing errors are forgiven in such a term when it is one word. */
  open: boolean;
}

export interface TextQuery {
  /** All of them must be found; one is enough when `any` is set, which is for terms of one word. */
  terms: readonly SearchTerm[];
  any?: boolean;
  /** None of these may stand in the document. */
  without: readonly SearchTerm[];
  /** Of each group one label at least. */
  labels: readonly (readonly string[])[];
  withoutLabels: readonly string[];
  /** Kinds that are wanted; null for all. */
  kinds: readonly number[] | null;
}

export interface FoundDocument {
  key: string;
  kind: number;
  text: string;
  extra: string;
  score: number;
}

export interface FoundKind {
  kind: number;
  /** How many fit. */
  total: number;
  /** Phrases were not looked for in all that hold their words: there may be more. */
  more: boolean;
  /** Best first. */
  documents: FoundDocument[];
}

export interface TextAnswer {
  kinds: FoundKind[];
  /** Words that stand in for one that was not found as typed. */
  corrections: { typed: string; words: string[] }[];
}
