// What the core answers about corrected texts.

/** Snippets of a source after a correction, by what became of them. */
export interface SnippetCounts {
  /** Where they were. */
  kept: number;
  /** The same words elsewhere. */
  moved: number;
  /** Their own text was edited. */
  changed: number;
  /** Not found for sure: a person decides. */
  unsure: number;
}

export interface TextComparison extends SnippetCounts {
  /** The revision that was compared. */
  revision: number;
  /** There is no difference at all. */
  sameText: boolean;
  /** Share of the old words that stand in the new text, in order (0 to 1). */
  wordsFound: number;
  turns: { before: number; after: number };
  words: { before: number; after: number };
  speakersGone: string[];
  speakersNew: string[];
}

export interface TextRevised extends SnippetCounts {
  /** Null when the text was the same and nothing was changed. */
  seq: number | null;
  /** The revision that is current now. */
  revision: number;
}
