// The words in which stakeholders read verdicts and judgements: about the statement, never about the department (ux.md 4.4).
import type { Verdict } from '#shared/domain/evidence/decide-verdict';
import type { CellRelation } from '#shared/domain/evidence/matrix';

export const VERDICT_WORDS: { readonly [V in Verdict]: string } = {
  supported: 'Matches what we heard',
  contradicted: 'Differs from what we heard',
  mixed: 'True for some',
  thin: 'Too few people to say',
  'asked but nobody raised it': 'Asked; nobody brought it up',
  'not tested': 'Not compared yet',
};

/** In the cells of the printed matrix, where there is room for one or two words. */
export const RELATION_WORDS: { readonly [R in CellRelation]: string } = {
  supports: 'Matches',
  contradicts: 'Differs',
  mixed: 'True for some',
  refines: 'Adds to it',
  'not-relevant': 'Not about it',
  open: 'Not compared',
};

/** Shapes that carry a verdict without colour. */
export type GlyphName = 'matches' | 'differs' | 'mixed' | 'adds' | 'thin' | 'silent' | 'apart' | 'open';

export const VERDICT_GLYPHS: { readonly [V in Verdict]: GlyphName } = {
  supported: 'matches',
  contradicted: 'differs',
  mixed: 'mixed',
  thin: 'thin',
  'asked but nobody raised it': 'silent',
  'not tested': 'open',
};

export const RELATION_GLYPHS: { readonly [R in CellRelation]: GlyphName } = {
  supports: 'matches',
  contradicts: 'differs',
  mixed: 'mixed',
  refines: 'adds',
  'not-relevant': 'apart',
  open: 'open',
};

/** The glyphs as characters, for Markdown. */
export const GLYPH_CHARACTERS: { readonly [G in GlyphName]: string } = {
  matches: '●',
  differs: '◆',
  mixed: '◐',
  adds: '✚',
  thin: '◔',
  silent: '–',
  apart: '⊘',
  open: '◌',
};

/** What rests on an assumption, in words for its importance of 1 to 5. */
export const IMPORTANCE_WORDS: readonly string[] = ['', 'very little', 'little', 'something', 'much', 'very much'];
