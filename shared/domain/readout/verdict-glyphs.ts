// The shapes that carry verdicts without colour, as small inline drawings.
import { html, type Markup } from './html-template.ts';
import type { GlyphName } from './stakeholder-words.ts';

/** Drawn on 16 × 16 in the colour of the text around; hidden from screen readers, because the word stands beside it. */
const SHAPES: { readonly [G in GlyphName]: Markup } = {
  matches: html`<circle cx="8" cy="8" r="5.5" fill="currentColor" />`,
  differs: html`<path d="M8 1.5 14.5 8 8 14.5 1.5 8Z" fill="currentColor" />`,
  mixed: html`<path d="M7.3 2.5a5.5 5.5 0 0 0 0 11Z" fill="currentColor" /><path
      d="M8.9 2.2 14.7 8 8.9 13.8"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
    />`,
  adds: html`<path d="M8 2.5v11M2.5 8h11" fill="none" stroke="currentColor" stroke-width="2" />`,
  thin: html`<circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="1.5" /><path
      d="M8 8V2.5A5.5 5.5 0 0 1 13.5 8Z"
      fill="currentColor"
    />`,
  open: html`<circle
    cx="8"
    cy="8"
    r="5.5"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-dasharray="2.2 2.1"
  />`,
};

export function glyph(name: GlyphName): Markup {
  return html`<svg class="glyph" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
    ${SHAPES[name]}
  </svg>`;
}
