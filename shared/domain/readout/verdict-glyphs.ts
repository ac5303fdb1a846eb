// The shapes that carry verdicts without colour, as small inline drawings.
import { markup, type Markup } from './markup.ts';
import type { GlyphName } from './stakeholder-words.ts';

const FILLED = markup`fill="currentColor"`;
const DRAWN = markup`fill="none" stroke="currentColor" stroke-width="1.5"`;

/** Drawn on 16 × 16 in the colour of the text around; hidden from screen readers, because the word stands beside it. */
const SHAPES: { readonly [G in GlyphName]: Markup } = {
  matches: markup`<circle cx="8" cy="8" r="5.5" ${FILLED}/>`,
  differs: markup`<path d="M8 1.5 14.5 8 8 14.5 1.5 8Z" ${FILLED}/>`,
  mixed: markup`<path d="M7.3 2.5a5.5 5.5 0 0 0 0 11Z" ${FILLED}/><path d="M8.9 2.2 14.7 8 8.9 13.8" ${DRAWN}/>`,
  adds: markup`<path d="M8 2.5v11M2.5 8h11" ${DRAWN}/>`,
  thin: markup`<circle cx="8" cy="8" r="5.5" ${DRAWN}/><path d="M8 8V2.5A5.5 5.5 0 0 1 13.5 8Z" ${FILLED}/>`,
  silent: markup`<path d="M2.5 8h11" ${DRAWN}/>`,
  apart: markup`<circle cx="8" cy="8" r="5.5" ${DRAWN}/><path d="M4 12 12 4" ${DRAWN}/>`,
  open: markup`<circle cx="8" cy="8" r="5.5" ${DRAWN} stroke-dasharray="2.2 2.1"/>`,
};

/** The drawn shape of a verdict or relation; its words stand beside it, so it is hidden from screen readers. */
export function glyph(name: GlyphName): Markup {
  return markup`<svg class="glyph" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">${SHAPES[name]}</svg>`;
}
