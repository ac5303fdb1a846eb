// The style rules of highlights: one for each tag colour and underline lane, made once, coloured by the theme's properties.
import { highlightName, UNDERLINE_LANES, underlineStyle } from '#shared/domain/coding/highlight-plan';
import { TAG_COLOURS } from '#shared/model/records/tag';

/** Names of highlights that are no tag's. */
export const PENDING = 'pending';
export const EDGES = 'edges';
/** Places of the words that are looked for in this transcript, and the one that is shown. */
export const FOUND = 'found';
export const FOUND_HERE = 'found-here';
export const HIDDEN_NAME = 'hidden-name';
export const strongName = (colour: number): string => `strong-${colour}`;

/**
 * The element that holds all turns. What stands in it inherits its highlight styles; rules for each turn of its own would have to be
 * worked out for each turn and each highlight, which takes longer than laying out the text.
 */
const HOLDER = '[data-highlights]';

/** Distance of the underline lanes from the text (CSS pixels). */
const OFFSETS = [4, 8, 12];

const line = (colour: number): string => (colour === 0 ? 'var(--text-muted)' : `var(--tag-${colour}-line)`);
const wash = (colour: number): string => (colour === 0 ? 'var(--surface-selected)' : `var(--tag-${colour}-wash)`);

function ruleOf(colour: number, lane: number): string {
  const background = `background-color: color-mix(in oklch, ${wash(colour)} var(--wash-alpha), transparent)`;
  const offset = OFFSETS[lane];
  const underline =
    offset === undefined
      ? ''
      : `; text-decoration: underline 2px ${underlineStyle(colour)} ${line(colour)}; text-underline-offset: ${offset}px`;
  return `${HOLDER}::highlight(${highlightName(colour, lane)}) { ${background}${underline} }`;
}

/** All rules, as CSS text. */
export function highlightRules(): string {
  const rules: string[] = [];
  for (let colour = 0; colour <= TAG_COLOURS; colour += 1) {
    for (let lane = 0; lane <= UNDERLINE_LANES; lane += 1) rules.push(ruleOf(colour, lane));
    rules.push(`${HOLDER}::highlight(${strongName(colour)}) { background-color: ${wash(colour)} }`);
  }
  rules.push(
    `${HOLDER}::highlight(${PENDING}) { background-color: color-mix(in oklch, var(--accent) 28%, transparent); color: var(--text-primary) }`,
    `${HOLDER}::highlight(${EDGES}) { background-color: color-mix(in oklch, var(--accent) 28%, transparent); text-decoration: underline 2px solid var(--accent); text-underline-offset: 4px }`,
    `${HOLDER}::highlight(${FOUND}) { background-color: color-mix(in oklch, var(--accent) 22%, transparent) }`,
    `${HOLDER}::highlight(${FOUND_HERE}) { background-color: var(--accent); color: var(--on-accent) }`,
    `${HOLDER}::highlight(${HIDDEN_NAME}) { background-color: var(--border-control); color: transparent; text-decoration: none }`,
  );
  return rules.join('\n');
}

let adopted = false;

/**
 * Gives the rules to the page, once; before there is a text, because everything on the page gets its style anew. A made style sheet needs
 * no leave from the content security policy.
 */
export function adoptHighlightSheet(): void {
  if (adopted || !('adoptedStyleSheets' in document) || typeof CSS === 'undefined' || !('highlights' in CSS)) return;
  adopted = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(highlightRules());
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
