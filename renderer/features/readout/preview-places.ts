// Where sections and quotes of the content stand among the nodes of the preview.
import { quotesOf } from '#shared/domain/readout/quote-book';
import type { ReadoutContent, ReadoutSection } from '#shared/domain/readout/readout-content';

export interface PlacedQuote {
  /** `anchor index`: stays the same when the document is built again. */
  key: string;
  element: HTMLElement;
  snippetId: string;
  /** The theme whose quote it is, and its place among that theme's chosen quotes; null where the rules alone choose. */
  swap: { themeId: string; index: number } | null;
}

/**
 * Marks the headings of sections with their anchors and finds the quotes. The preview is made of the same content, section by
 * section; where the numbers of quotes differ (the window still lacks a transcript's labels) that section's quotes are left alone.
 */
export function placePreview(root: HTMLElement, content: ReadoutContent): PlacedQuote[] {
  const found: PlacedQuote[] = [];
  for (const table of root.querySelectorAll('table')) frame(table);
  const parts = splitAtSections(root);
  for (const [index, section] of content.sections.entries()) {
    const part = parts[index];
    if (!part) break;
    part.heading.dataset.anchor = section.anchor;
    part.heading.tabIndex = -1;
    found.push(...placeQuotes(content, section, part.quotes));
  }
  return found;
}

/** A wide table scrolls inside a frame, which takes the focus so that it can be scrolled by keyboard. */
function frame(table: HTMLTableElement): void {
  const around = document.createElement('div');
  around.dataset.tableFrame = '';
  around.tabIndex = 0;
  around.setAttribute('role', 'region');
  around.setAttribute('aria-label', `Table: ${table.querySelector('th')?.textContent ?? ''}`);
  table.replaceWith(around);
  around.append(table);
}

interface Part {
  heading: HTMLElement;
  quotes: HTMLElement[];
}

function splitAtSections(root: HTMLElement): Part[] {
  const parts: Part[] = [];
  for (const node of root.children) {
    if (!(node instanceof HTMLElement)) continue;
    if (node.tagName === 'H2') parts.push({ heading: node, quotes: [] });
    else if (node.tagName === 'BLOCKQUOTE') parts.at(-1)?.quotes.push(node);
  }
  return parts;
}

function placeQuotes(content: ReadoutContent, section: ReadoutSection, elements: readonly HTMLElement[]): PlacedQuote[] {
  const quotes = quotesOf(section);
  if (quotes.length !== elements.length) return [];
  let own = 0;
  return quotes.map((quote, index) => {
    const element = elements[index] as HTMLElement;
    markCitation(element);
    const swap = swapOf(content, section, index, quote.side === null ? own++ : null);
    return { key: `${section.anchor} ${index}`, element, snippetId: quote.snippetId, swap };
  });
}

/** On page 1 each claim shows the first quote of its finding; a finding shows its own; elsewhere the rules choose. */
function swapOf(content: ReadoutContent, section: ReadoutSection, index: number, own: number | null): PlacedQuote['swap'] {
  if (own === null) return null;
  if (section.kind === 'finding') return section.recordId === null ? null : { themeId: section.recordId, index: own };
  if (section.kind !== 'one-page') return null;
  const claims = section.blocks.filter((block) => block.type === 'claim').filter((claim) => claim.quote !== null);
  const number = claims[index]?.number;
  const finding = content.sections.filter(({ kind }) => kind === 'finding')[(number ?? 0) - 1];
  return finding?.recordId ? { themeId: finding.recordId, index: 0 } : null;
}

/** The last line of a quote says who and when: the record speaks in another hand than the evidence. */
function markCitation(quote: HTMLElement): void {
  const last = quote.lastElementChild?.lastChild;
  if (last?.nodeType !== Node.TEXT_NODE || !last.textContent?.trimStart().startsWith('— ')) return;
  const citation = document.createElement('span');
  citation.dataset.citation = '';
  last.replaceWith(citation);
  citation.append(last);
}

/** Snippets that a finding shows in its people's own words, in order. */
export function shownQuotes(content: ReadoutContent, themeId: string): string[] {
  const section = content.sections.find((each) => each.kind === 'finding' && each.recordId === themeId);
  return section
    ? quotesOf(section)
        .filter((quote) => quote.side === null)
        .map((quote) => quote.snippetId)
    : [];
}
