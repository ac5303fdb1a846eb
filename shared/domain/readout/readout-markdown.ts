// The readout as Markdown: plain enough for any reader, with quote numbers as the chain from claim to words.
import { joinedLines } from '#shared/lib/text';
import { escapeLineStart, escapeMarkdown } from './escape-markdown.ts';
import type { Block, MatrixMark, ReadoutContent, ReadoutQuote, Sentence } from './readout-content.ts';
import { dayInWords } from './sentences.ts';
import { GLYPH_CHARACTERS, RELATION_GLYPHS, RELATION_WORDS, VERDICT_GLYPHS } from './stakeholder-words.ts';

/** Writes the readout as CommonMark with GitHub tables. Words of the study are escaped: no link, no HTML, no formatting in them. */
export function readoutMarkdown(content: ReadoutContent): string {
  const names = content.names === 'names' ? 'Holds real names' : 'People appear under pseudonyms';
  const blocks = [
    `# ${oneLine(escapeMarkdown(content.title))}`,
    `Readout of ${dayInWords(content.today)} · ${names}`,
    ...content.sections.flatMap((section) => [`## ${oneLine(escapeMarkdown(section.title))}`, ...section.blocks.map(blockMarkdown)]),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function blockMarkdown(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${oneLine(inline(block.text))}`;
    case 'paragraph':
      return paragraph(inline(block.text), block.role === 'answer' ? '**' : block.role === 'missing' ? '*' : '');
    case 'facts':
      return block.items.map(({ label, value }) => `- **${label}:** ${oneLine(inline(value))}`).join('\n');
    case 'bullets':
      return block.items.map((item) => `- ${escapeLineStart(oneLine(inline(item)))}`).join('\n');
    case 'quotes':
      return block.quotes.map(quoteMarkdown).join('\n\n');
    case 'claim':
      return claimMarkdown(block);
    case 'verdict':
      return verdictMarkdown(block);
    case 'matrix':
      return matrixMarkdown(block);
    case 'table':
      return table(
        block.head.map(cell),
        block.rows.map((row) => row.map((value) => cell(inline(value)))),
      );
  }
}

/** Sections that GitHub and most readers reach by the name of their heading. */
const LINKED = /^finding-\d+$/;

function inline(text: Sentence): string {
  return text
    .map(({ text: words, to }) => (to !== undefined && LINKED.test(to) ? `[${escapeMarkdown(words)}](#${to})` : escapeMarkdown(words)))
    .join('');
}

/** Line breaks as spaces, for headings, list items and cells. */
function oneLine(escaped: string): string {
  return joinedLines(escaped);
}

/** Lines of a text as Markdown lines: single line breaks are kept, blank lines separate paragraphs. */
function lines(escaped: string): string[] {
  return escaped.split('\n').map(escapeLineStart);
}

/** A paragraph, or several; each may be set in emphasis as a whole. */
function paragraph(escaped: string, emphasis: string): string {
  const groups: string[][] = [[]];
  for (const line of lines(escaped)) {
    if (line !== '') groups.at(-1)?.push(line);
    else if (groups.at(-1)?.length) groups.push([]);
  }
  return groups
    .filter((group) => group.length > 0)
    .map((group) => `${emphasis}${group.join('\\\n').trim()}${emphasis}`)
    .join('\n\n');
}

const SIDES = { for: 'Says so', against: 'Says otherwise' } as const;

function quoteMarkdown(quote: ReadoutQuote): string {
  const words = quote.lines.map(({ speaker, text }) => {
    const voice = speaker === null ? '' : `*${oneLine(escapeMarkdown(speaker))}:* `;
    return voice + escapeLineStart(oneLine(escapeMarkdown(text)));
  });
  const side = quote.side === null ? '' : `${SIDES[quote.side]} · `;
  const citation = `— ${side}Q${quote.number} · ${oneLine(escapeMarkdown(quote.citation))}`;
  return [...words.map((line) => `> ${line}\\`), `> ${citation}`].join('\n');
}

type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;

function claimMarkdown({ number, text, people, quote }: BlockOf<'claim'>): string {
  const claim = `**${number}** · ${oneLine(inline(text))}\\\n${oneLine(inline(people))}`;
  return quote ? `${claim}\n\n${quoteMarkdown(quote)}` : claim;
}

function verdictMarkdown({ verdict, code, statement, word, people }: BlockOf<'verdict'>): string {
  const glyph = GLYPH_CHARACTERS[VERDICT_GLYPHS[verdict]];
  const head = `${glyph} **${word}** · ${code}: ${oneLine(inline(statement))}`;
  return people.length === 0 ? head : `${head}\\\n${oneLine(inline(people))}`;
}

function matrixMarkdown({ departments, rows }: BlockOf<'matrix'>): string {
  const head = ['What we heard', ...departments.map(({ name }) => cell(escapeMarkdown(name)))];
  const body = rows.map(({ claim, people, cells }) => [
    `${cell(inline(claim))} · ${people}`,
    ...cells.map((marks) => (marks.length === 0 ? `${GLYPH_CHARACTERS.open} ${RELATION_WORDS.open}` : marks.map(mark).join('; '))),
  ]);
  return table(head, body);
}

function mark({ relation, word, code, people }: MatrixMark): string {
  return `${GLYPH_CHARACTERS[RELATION_GLYPHS[relation]]} ${word} ${code} (${people})`;
}

function cell(escaped: string): string {
  return oneLine(escaped);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
