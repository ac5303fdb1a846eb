// The style sheet of the HTML readout: evidence in serif, the tool in sans, paper first, light and dark on screen.
import { cssString } from './markup.ts';
import type { ReadoutContent, ReadoutSection } from './readout-content.ts';

/** The whole style of one readout: what is the same in all, and one page rule a section with its running head. */
export function readoutStyle(content: ReadoutContent): string {
  return STYLE + content.sections.map((section, index) => pageRule(content, section, index + 1)).join('');
}

/** Running heads are written out for each section: Chromium has no string-set (ux.md 5.4). Page 1 stands without, and with the title above it. */
function pageRule({ title }: ReadoutContent, section: ReadoutSection, number: number): string {
  const name = `page-${number}`;
  const size = section.kind === 'matrix' ? 'size:A4 landscape;' : '';
  const head = HEAD_STYLE;
  const heads =
    section.kind === 'one-page'
      ? ''
      : `@top-left{content:${cssString(title)};${head}}@top-right{content:${cssString(section.title)};${head}}`;
  return `${number === 1 ? 'header,' : ''}.${name}{page:${name}}@page ${name}{${size}${heads}@bottom-right{content:counter(page) " / " counter(pages);${head}}}\n`;
}

const HEAD_STYLE = 'font:8.5pt/1.3 system-ui,sans-serif;color:#555';

const STYLE = `
@page { size: A4; margin: 22mm 18mm 20mm; }
:root {
  color-scheme: light dark;
  --serif: Literata, Charter, "Iowan Old Style", "Source Serif 4", Georgia, "Noto Serif", serif;
  --sans: "Atkinson Hyperlegible Next", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  --mono: "Atkinson Hyperlegible Mono", ui-monospace, "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono", monospace;
  --ground: oklch(0.985 0.004 95); --raised: oklch(0.955 0.006 95); --line: oklch(0.82 0.008 95);
  --text: oklch(0.245 0.012 265); --quiet: oklch(0.425 0.014 265); --link: oklch(0.42 0.072 205); --focus: oklch(0.52 0.12 250);
  --matches: oklch(0.45 0.115 250); --differs: oklch(0.5 0.14 46);
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: oklch(0.215 0.010 262); --raised: oklch(0.27 0.012 262); --line: oklch(0.42 0.012 262);
    --text: oklch(0.925 0.006 95); --quiet: oklch(0.79 0.008 95); --link: oklch(0.825 0.08 200); --focus: oklch(0.78 0.115 240);
    --matches: oklch(0.78 0.105 245); --differs: oklch(0.82 0.12 62);
  }
}
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--text); font: 1rem/1.5 var(--sans); scroll-padding-top: 1rem; }
body { margin: 0 auto; padding: 1.5rem 1.25rem 4rem; max-width: 46rem; overflow-wrap: break-word; hyphens: auto; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; margin: 1.6em 0 0.4em; break-after: avoid; }
h1 { font-size: 1.75rem; margin-top: 0; } h2 { font-size: 1.35rem; } h3 { font-size: 1.1rem; } h4 { font-size: 1rem; }
p { margin: 0.5em 0; text-wrap: pretty; white-space: pre-line; orphans: 3; widows: 3; }
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.skip { position: absolute; inset-inline-start: -100vw; } .skip:focus { position: static; }
.built, .note, .people, .protects, figcaption { color: var(--quiet); }
nav ol { padding-inline-start: 1.5em; } nav li { padding: 0.15em 0; }
section { margin-top: 3rem; border-top: 2px solid var(--line); }
.answer { font-size: 1.2rem; font-weight: 600; }
.missing { font-style: italic; color: var(--quiet); }
.note { font-size: 0.92em; }
dl { display: grid; gap: 0.35rem; margin: 0.75rem 0; } dl div { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0.75rem; }
dt { color: var(--quiet); } dd { margin: 0; white-space: pre-line; }
li { margin: 0.25em 0; white-space: pre-line; }
.quotes { display: grid; gap: 0.75rem; margin: 0.75rem 0; }
.quote { margin: 0; padding: 0.6rem 0.9rem; background: var(--raised); border-inline-start: 3px solid var(--line); break-inside: avoid; }
.quote:target, section:target > h2 { outline: 3px solid var(--focus); outline-offset: 3px; }
blockquote { margin: 0; font: 1.05rem/1.5 var(--serif); } blockquote p { margin: 0.25em 0; }
.voice { font: 0.85em var(--sans); color: var(--quiet); }
figcaption { margin-top: 0.35rem; font: 0.85rem/1.4 var(--mono); } .side { font-family: var(--sans); font-weight: 600; }
.claim { margin: 1rem 0; break-inside: avoid; } .claim p { margin: 0.15em 0; } .claim-text { font-weight: 600; }
.claim .number { display: inline-block; min-width: 1.4em; } .claim .quote { margin-top: 0.35rem; }
.verdict { margin: 0.6rem 0; padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--line); break-inside: avoid; white-space: normal; }
.verdict .word { display: block; font-weight: 600; } .verdict .people { display: block; font-size: 0.92em; }
.code { font: 0.85em var(--mono); color: var(--quiet); }
.glyph { vertical-align: -0.12em; flex: none; }
.matches > .word { color: var(--matches); } .differs > .word { color: var(--differs); }
.frame { overflow-x: auto; margin: 0.75rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; hyphens: manual; }
caption { text-align: start; color: var(--quiet); padding-bottom: 0.35rem; }
th, td { text-align: start; vertical-align: top; padding: 0.4rem 0.5rem; border: 1px solid var(--line); font-weight: 400; }
thead th { font-weight: 600; background: var(--raised); } tbody th { font-weight: 600; }
.grid { min-width: 40rem; } .grid .people, .protects { display: block; font-weight: 400; font-size: 0.9em; }
.mark { display: block; } .mark + .mark { margin-top: 0.4rem; } .mark.open { color: var(--quiet); } .mark .word { font-weight: 600; }
@media (min-width: 40rem) { .beside { grid-template-columns: 1fr 1fr; } }
@media print {
  :root { --ground: #fff; --text: #111; --raised: #f2f2f0; --line: #bbb; --quiet: #444; --link: #111; --matches: #111; --differs: #111; }
  html { font: 10pt/14.5pt var(--sans); }
  body { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  h1 { font-size: 20pt; } h2 { font-size: 14pt; margin-top: 0.6em; } h3, h4 { font-size: 11pt; margin-top: 1em; }
  p, li, blockquote { max-width: 70ch; }
  section { margin-top: 0; border-top: 0; break-before: page; } section.one-page { break-before: auto; }
  h2 + h3, h3 + p, h4 + p { break-before: avoid; }
  a { text-decoration: none; }
  .answer { font-size: 12pt; }
  .quote { print-color-adjust: exact; -webkit-print-color-adjust: exact; padding: 2mm 3mm; }
  blockquote { font-size: 10.5pt; line-height: 15pt; }
  figcaption, .code { font-size: 9pt; }
  .one-page .claim { margin: 2.5mm 0; } .one-page h3 { margin-top: 3.5mm; }
  .beside { grid-template-columns: 1fr 1fr; }
  .frame { overflow: visible; } .grid { min-width: 0; } table { font-size: 9pt; line-height: 12.5pt; }
  thead { display: table-header-group; } tr { break-inside: avoid; }
}
`;
