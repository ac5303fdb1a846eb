// Each kind of block of the readout as HTML.
import { html, type Markup } from './html-template.ts';
import { type Block, type MatrixMark, quoteAnchor, type ReadoutQuote, type Sentence } from './readout-content.ts';
import { RELATION_GLYPHS, RELATION_WORDS, VERDICT_GLYPHS } from './stakeholder-words.ts';
import { glyph } from './verdict-glyphs.ts';

/** One block, on lines of its own. */
export function blockMarkup(block: Block): Markup {
  switch (block.type) {
    case 'heading':
      return block.level === 2
        ? html`<h3 dir="auto">${sentenceMarkup(block.text)}</h3> `
        : html`<h4 dir="auto">${sentenceMarkup(block.text)}</h4> `;
    case 'paragraph':
      return html`<p class="${block.role}" dir="auto">${sentenceMarkup(block.text)}</p> `;
    case 'facts':
      return html`<dl>${block.items.map(factMarkup)}</dl> `;
    case 'bullets':
      return html`<ul>
        ${block.items.map((item) => html`<li dir="auto">${sentenceMarkup(item)}</li>`)}
      </ul> `;
    case 'quotes':
      return html`<div class="quotes${block.beside ? ' beside' : ''}">${block.quotes.map(quoteMarkup)}</div> `;
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
    const words = span.said ? html`<bdi>${span.text}</bdi>` : html`${span.text}`;
    return span.to === undefined ? words : html`<a href="#${span.to}">${words}</a>`;
  });
}

function factMarkup({ label, value, missing }: BlockOf<'facts'>['items'][number]): Markup {
  return html`<div><dt>${label}</dt><dd${missing ? html` class="missing"` : null} dir="auto">${sentenceMarkup(value)}</dd></div>`;
}

const SIDES = { for: 'Says so', against: 'Says otherwise' } as const;

function quoteMarkup(quote: ReadoutQuote): Markup {
  const lines = quote.lines.map(({ speaker, text }) => {
    const voice = speaker === null ? null : html`<span class="voice"><bdi>${speaker}</bdi>: </span>`;
    return html`<p dir="auto">${voice}${text}</p>`;
  });
  const number =
    quote.anchor === null ? html`<a href="#${quoteAnchor(quote.number)}">Q${quote.number}</a>` : html`Q${quote.number}`;
  const side = quote.side === null ? null : html`<span class="side">${SIDES[quote.side]}</span> · `;
  const id = quote.anchor === null ? null : html` id="${quote.anchor}"`;
  return html`<figure class="quote" ${id}>
    <blockquote>${lines}</blockquote>
    <figcaption>${side}${number} · <bdi>${quote.citation}</bdi></figcaption>
  </figure>`;
}

function claimMarkup({ number, text, people, quote }: BlockOf<'claim'>): Markup {
  return html`<div class="claim">
    <p class="claim-text" dir="auto"><span class="number">${number}</span> ${sentenceMarkup(text)}</p>
    <p class="people">${sentenceMarkup(people)}</p>
    ${quote ? quoteMarkup(quote) : null}
  </div> `;
}

function verdictMarkup({ verdict, code, statement, word, people }: BlockOf<'verdict'>): Markup {
  const name = VERDICT_GLYPHS[verdict];
  const counted = people.length === 0 ? null : html`<span class="people">${sentenceMarkup(people)}</span>`;
  return html`<p class="verdict ${name}">
    <span class="word">${glyph(name)} ${word}</span>
    <span class="statement"><span class="code">${code}</span> ${sentenceMarkup(statement)}</span> ${counted}
  </p> `;
}

function matrixMarkup({ caption, departments, rows }: BlockOf<'matrix'>): Markup {
  const heads = departments.map(({ name, protects }) => {
    const what = protects === '' ? null : html`<span class="protects">protects: <bdi>${protects}</bdi></span>`;
    return html`<th scope="col"><bdi>${name}</bdi>${what}</th>`;
  });
  const lines = rows.map(({ claim, people, cells }) => {
    const head = html`<th scope="row" dir="auto">${sentenceMarkup(claim)}<span class="people">${people}</span></th>`;
    return html`<tr>
      ${head}${cells.map(cellMarkup)}
    </tr>`;
  });
  return framed(
    caption,
    html`<table class="matrix">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">What we heard</th>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${lines}
      </tbody>
    </table>`,
  );
}

function cellMarkup(marks: readonly MatrixMark[]): Markup {
  if (marks.length === 0)
    return html`<td class="open"><span class="mark open">${glyph('open')} ${RELATION_WORDS.open}</span></td>`;
  const written = marks.map(({ relation, word, code, people }) => {
    const name = RELATION_GLYPHS[relation];
    return html`<span class="mark ${name}"
      ><span class="word">${glyph(name)} ${word}</span> <span class="code">${code}</span>
      <span class="people">${people}</span></span
    >`;
  });
  return html`<td>${written}</td>`;
}

function tableMarkup({ caption, head, rows }: BlockOf<'table'>): Markup {
  const heads = head.map((name) => html`<th scope="col">${name}</th>`);
  const lines = rows.map((row) => {
    const cells = row.map((cell, index) =>
      index === 0
        ? html`<th scope="row">${sentenceMarkup(cell)}</th>`
        : html`<td dir="auto">${sentenceMarkup(cell)}</td>`,
    );
    return html`<tr>
      ${cells}
    </tr>`;
  });
  return framed(
    caption,
    html`<table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${lines}
      </tbody>
    </table>`,
  );
}

/** Wide tables scroll inside their frame; the frame takes the keyboard's focus so that they can be scrolled without a mouse. */
function framed(caption: string, table: Markup): Markup {
  return html`<div class="frame" role="region" aria-label="${caption}" tabindex="0">${table}</div> `;
}
