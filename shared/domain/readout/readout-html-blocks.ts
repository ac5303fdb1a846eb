// Each kind of block of the readout as HTML.
import { markup, type Markup } from './markup.ts';
import { type Block, type MatrixMark, quoteAnchor, type ReadoutQuote, type Sentence } from './readout-content.ts';
import { RELATION_GLYPHS, RELATION_WORDS, VERDICT_GLYPHS } from './stakeholder-words.ts';
import { glyph } from './verdict-glyphs.ts';

/** One block, on lines of its own. */
export function blockMarkup(block: Block): Markup {
  switch (block.type) {
    case 'heading':
      return block.level === 2
        ? markup`<h3 dir="auto">${sentenceMarkup(block.text)}</h3>\n`
        : markup`<h4 dir="auto">${sentenceMarkup(block.text)}</h4>\n`;
    case 'paragraph':
      return markup`<p class="${block.role}" dir="auto">${sentenceMarkup(block.text)}</p>\n`;
    case 'facts':
      return markup`<dl>${block.items.map(factMarkup)}</dl>\n`;
    case 'bullets':
      return markup`<ul>${block.items.map((item) => markup`<li dir="auto">${sentenceMarkup(item)}</li>`)}</ul>\n`;
    case 'quotes':
      return markup`<div class="quotes${block.beside ? ' beside' : ''}">${block.quotes.map(quoteMarkup)}</div>\n`;
    case 'claim':
      return claimMarkup(block);
    case 'verdict':
      return verdictMarkup(block);
    case 'matrix':
      return matrixMarkup(block);
    case 'table':
      return tableMarkup(block);
  }
}

type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;

/** Words of the study are isolated, so that their direction cannot reorder what stands beside them. */
function sentenceMarkup(text: Sentence): Markup[] {
  return text.map((span) => {
    const words = span.said ? markup`<bdi>${span.text}</bdi>` : markup`${span.text}`;
    return span.to === undefined ? words : markup`<a href="#${span.to}">${words}</a>`;
  });
}

function factMarkup({ label, value, missing }: BlockOf<'facts'>['items'][number]): Markup {
  return markup`<div><dt>${label}</dt><dd${missing ? markup` class="missing"` : null} dir="auto">${sentenceMarkup(value)}</dd></div>`;
}

const SIDES = { for: 'Says so', against: 'Says otherwise' } as const;

function quoteMarkup(quote: ReadoutQuote): Markup {
  const lines = quote.lines.map(({ speaker, text }) => {
    const voice = speaker === null ? null : markup`<span class="voice"><bdi>${speaker}</bdi>: </span>`;
    return markup`<p dir="auto">${voice}${text}</p>`;
  });
  const number = quote.anchor === null ? markup`<a href="#${quoteAnchor(quote.number)}">Q${quote.number}</a>` : markup`Q${quote.number}`;
  const side = quote.side === null ? null : markup`<span class="side">${SIDES[quote.side]}</span> · `;
  const id = quote.anchor === null ? null : markup` id="${quote.anchor}"`;
  const caption = markup`<figcaption>${side}${number} · <bdi>${quote.citation}</bdi></figcaption>`;
  return markup`<figure class="quote"${id}><blockquote>${lines}</blockquote>${caption}</figure>`;
}

function claimMarkup({ number, text, people, quote }: BlockOf<'claim'>): Markup {
  const claim = markup`<p class="claim-text" dir="auto"><span class="number">${number}</span> ${sentenceMarkup(text)}</p>`;
  const counted = markup`<p class="people">${sentenceMarkup(people)}</p>`;
  return markup`<div class="claim">${claim}${counted}${quote ? quoteMarkup(quote) : null}</div>\n`;
}

function verdictMarkup({ verdict, code, statement, word, people }: BlockOf<'verdict'>): Markup {
  const name = VERDICT_GLYPHS[verdict];
  const counted = people.length === 0 ? null : markup` <span class="people">${sentenceMarkup(people)}</span>`;
  const what = markup`<span class="code">${code}</span> ${sentenceMarkup(statement)}`;
  return markup`<p class="verdict ${name}"><span class="word">${glyph(name)} ${word}</span> <span class="statement">${what}</span>${counted}</p>\n`;
}

function matrixMarkup({ caption, departments, rows }: BlockOf<'matrix'>): Markup {
  const heads = departments.map(({ name, protects }) => {
    const what = protects === '' ? null : markup`<span class="protects">protects: <bdi>${protects}</bdi></span>`;
    return markup`<th scope="col"><bdi>${name}</bdi>${what}</th>`;
  });
  const lines = rows.map(({ claim, people, cells }) => {
    const head = markup`<th scope="row" dir="auto">${sentenceMarkup(claim)}<span class="people">${people}</span></th>`;
    return markup`<tr>${head}${cells.map(cellMarkup)}</tr>`;
  });
  const header = markup`<thead><tr><th scope="col">What we heard</th>${heads}</tr></thead>`;
  return framed(caption, markup`<table class="grid"><caption>${caption}</caption>${header}<tbody>${lines}</tbody></table>`);
}

function cellMarkup(marks: readonly MatrixMark[]): Markup {
  if (marks.length === 0) return markup`<td class="open"><span class="mark open">${glyph('open')} ${RELATION_WORDS.open}</span></td>`;
  const written = marks.map(({ relation, word, code, people }) => {
    const name = RELATION_GLYPHS[relation];
    const what = markup`<span class="word">${glyph(name)} ${word}</span> <span class="code">${code}</span>`;
    return markup`<span class="mark ${name}">${what} <span class="people">${people}</span></span>`;
  });
  return markup`<td>${written}</td>`;
}

function tableMarkup({ caption, head, rows }: BlockOf<'table'>): Markup {
  const heads = head.map((name) => markup`<th scope="col">${name}</th>`);
  const lines = rows.map((row) => {
    const cells = row.map((cell, index) =>
      index === 0 ? markup`<th scope="row">${sentenceMarkup(cell)}</th>` : markup`<td dir="auto">${sentenceMarkup(cell)}</td>`,
    );
    return markup`<tr>${cells}</tr>`;
  });
  const header = markup`<thead><tr>${heads}</tr></thead>`;
  return framed(caption, markup`<table><caption>${caption}</caption>${header}<tbody>${lines}</tbody></table>`);
}

/** Wide tables scroll inside their frame; the frame takes the keyboard's focus so that they can be scrolled without a mouse. */
function framed(caption: string, table: Markup): Markup {
  return markup`<div class="frame" role="region" aria-label="${caption}" tabindex="0">${table}</div>\n`;
}
