// The readout as one self-contained HTML file: no script, no network, ready to print.
import { inlineStyle, markup, type Markup } from './markup.ts';
import type { ReadoutContent, ReadoutSection } from './readout-content.ts';
import { blockMarkup } from './readout-html-blocks.ts';
import { readoutStyle } from './readout-style.ts';
import { dayInWords, plainText } from './sentences.ts';

/** Gives the SHA-256 of a text's UTF-8 bytes in base64; passed in, because shared code has no cryptography of its own. */
export type Sha256Base64 = (text: string) => string;

/**
 * Writes the readout as HTML. The content policy allows the one style element by its hash and nothing else: no script,
 * no form, no request. Record ids never appear in it.
 */
export function readoutHtml(content: ReadoutContent, sha256Base64: Sha256Base64): string {
  const style = readoutStyle(content);
  const policy = `default-src 'none'; style-src 'sha256-${sha256Base64(style)}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const built = `Readout of ${dayInWords(content.today)}`;
  const names = content.names === 'names' ? 'Holds real names' : 'People appear under pseudonyms';
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${content.title} · ${built}</title>
${inlineStyle(style)}
</head>
<body>
<a class="skip" href="#one-page">To page 1</a>
<header>
<h1 dir="auto">${content.title}</h1>
<p class="built">${built} · ${names}</p>
</header>
${contentsList(content)}
<main>
${content.sections.map(sectionMarkup)}
</main>
</body>
</html>
`.toString();
}

function contentsList({ sections }: ReadoutContent): Markup {
  const items = sections.map((section) => markup`<li><a href="#${section.anchor}"><bdi>${sectionName(section)}</bdi></a></li>`);
  return markup`<nav aria-label="Contents"><ol>${items}</ol></nav>`;
}

/** Findings are listed with their claim: a bare number tells a reader nothing. */
function sectionName(section: ReadoutSection): string {
  const first = section.blocks[0];
  const claim = section.kind === 'finding' && first?.type === 'heading' ? `: ${plainText(first.text)}` : '';
  return section.title + claim;
}

function sectionMarkup(section: ReadoutSection, index: number): Markup {
  const titleId = `${section.anchor}-title`;
  return markup`<section class="${section.kind} page-${index + 1}" id="${section.anchor}" aria-labelledby="${titleId}">
<h2 id="${titleId}" dir="auto">${section.title}</h2>
${section.blocks.map(blockMarkup)}</section>
`;
}
