// Answers of the search over everything in a study.
import type { SearchKind } from '#shared/model/search-kinds';

/** One thing that was found, with the words around. */
export interface FoundPlace {
  kind: SearchKind;
  /** Of the record; of a turn: of its source. */
  id: string;
  /** One line of its text; the marked stretches of it are what was found. */
  context: string;
  marks: [start: number, end: number][];
  /** Where in its transcript, for a turn. */
  turn: { turn: number; speaker: string | null; startMs: number | null; startOffset: number; endOffset: number } | null;
}

export interface SearchEverythingAnswer {
  /** By kind, best first; kinds with nothing are left out. */
  groups: { kind: SearchKind; total: number; more: boolean; places: FoundPlace[] }[];
  /** Nothing holds all the words: what holds any of them is shown instead. */
  anyWord?: boolean;
  /** Words that were looked for in the place of a mistyped one. */
  corrections: { typed: string; words: string[] }[];
  /** Filters that name nothing in this study. */
  unknown: { name: string; value: string }[];
  /** Share of the study that is searched so far, below 1 while the index is being built. */
  progress: number;
}
