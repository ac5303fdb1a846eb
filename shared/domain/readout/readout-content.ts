// The readout as plain data: pages and blocks, before it becomes Markdown or HTML.
import type { CellRelation } from '#shared/domain/evidence/matrix';
import type { Verdict } from '#shared/domain/evidence/decide-verdict';
import type { WithheldPerson } from '#shared/domain/participants/withheld-words';
import type { Purpose } from '#shared/model/records/consent';

/**
 * A stretch of a sentence. `said` marks words that people of the study wrote or spoke: they are shown as they are, isolated
 * from the direction of the text around them, and never as markup. `to` is the anchor of a section or quote it leads to.
 */
export interface Span {
  text: string;
  said?: true;
  to?: string;
}

export type Sentence = readonly Span[];

/** What stands behind a claim, word for word. */
export interface ReadoutQuote {
  /** Unique in the document, counted in order of appearance: Q1, Q2, … The same snippet keeps its number everywhere. */
  number: number;
  /** For the app's own preview; never written into an export. */
  snippetId: string;
  /** One line a turn; `speaker` only where the snippet holds turns of several voices. */
  lines: readonly { speaker: string | null; text: string }[];
  /** `P07 · sales-led · May 2026`. */
  citation: string;
  /** Names of the people in it, as in citations; for checks. */
  people: readonly string[];
  side: 'for' | 'against' | null;
  /** Anchor of this quote, set in the one place where it is at home; null in the others, which link there. */
  anchor: string | null;
}

/** Anchor of a quote's home. */
export function quoteAnchor(number: number): string {
  return `q${number}`;
}

/** Anchor of the n-th department's page, counted from 0. */
export function departmentAnchor(index: number): string {
  return `department-${index + 1}`;
}

/** One judgement in a cell of the printed matrix. */
export interface MatrixMark {
  relation: CellRelation;
  /** In stakeholder words: "Differs". */
  word: string;
  /** Code of the assumption: `S2`. */
  code: string;
  /** `1 for, 6 against`. */
  people: string;
}

export type Block =
  | { type: 'heading'; level: 2 | 3; text: Sentence }
  | { type: 'paragraph'; role: 'plain' | 'answer' | 'note' | 'missing'; text: Sentence }
  | { type: 'facts'; items: readonly { label: string; value: Sentence; missing: boolean }[] }
  | { type: 'bullets'; items: readonly Sentence[] }
  /** Quotes under one another, or two beside each other at equal size. */
  | { type: 'quotes'; beside: boolean; quotes: readonly ReadoutQuote[] }
  /** A headline finding of page 1. */
  | { type: 'claim'; number: number; text: Sentence; people: Sentence; quote: ReadoutQuote | null }
  /** A statement of a department with its verdict: glyph, word and people, never colour alone. */
  | { type: 'verdict'; verdict: Verdict; code: string; statement: Sentence; word: string; people: Sentence }
  | { type: 'matrix'; caption: string; departments: readonly MatrixColumn[]; rows: readonly MatrixLine[] }
  | { type: 'table'; caption: string; head: readonly string[]; rows: readonly (readonly Sentence[])[] };

export interface MatrixColumn {
  name: string;
  protects: string;
}

export interface MatrixLine {
  claim: Sentence;
  people: string;
  /** One list of marks for each department, in the order of the columns. */
  cells: readonly (readonly MatrixMark[])[];
}

export type SectionKind = 'one-page' | 'agreed' | 'customer' | 'matrix' | 'department' | 'finding' | 'appendix';

/** One printed section; each begins a page and has its own running head. */
export interface ReadoutSection {
  kind: SectionKind;
  /** Unique in the document; made of kind and number, never of record ids or names. */
  anchor: string;
  title: string;
  /** The record it is about (department, theme), for the preview; never written into an export. */
  recordId: string | null;
  blocks: readonly Block[];
}

export interface ReadoutContent {
  /** Name of the study. */
  title: string;
  /** Day it was built, as given. */
  today: string;
  names: 'pseudonyms' | 'names';
  /** People heard and quotes shown. */
  people: number;
  quotes: number;
  /** Who reads it, and whose words are therefore counted and not shown; never written into an export. */
  purpose: Purpose;
  withheld: { people: readonly WithheldPerson[]; snippetIds: readonly string[] };
  sections: readonly ReadoutSection[];
}
