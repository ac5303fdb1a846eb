// All words of a section as a reader meets them, for counting and searching.
import type { Block, ReadoutQuote, ReadoutSection } from './readout-content.ts';
import { plainText } from './sentences.ts';

/** All words of a section as plain text, one block a line, for the checks that read them. */
export function sectionText({ title, blocks }: ReadoutSection): string {
  return [title, ...blocks.map(blockText)].join('\n');
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return plainText(block.text);
    case 'facts':
      return block.items.map(({ label, value }) => `${label} ${plainText(value)}`).join('\n');
    case 'bullets':
      return block.items.map(plainText).join('\n');
    case 'quotes':
      return block.quotes.map(quoteText).join('\n');
    case 'claim':
      return [plainText(block.text), plainText(block.people), block.quote ? quoteText(block.quote) : ''].join('\n');
    case 'verdict':
      return [block.word, block.code, plainText(block.statement), plainText(block.people)].join(' ');
    case 'matrix':
      return [
        ...block.departments.map(({ name, protects }) => `${name} ${protects}`),
        ...block.rows.map(({ claim, people, cells }) =>
          [plainText(claim), people, ...cells.flat().map((mark) => `${mark.word} ${mark.code} ${mark.people}`)].join(' '),
        ),
      ].join('\n');
    case 'table':
      return [block.head.join(' '), ...block.rows.map((row) => row.map(plainText).join(' '))].join('\n');
  }
}

function quoteText({ lines, citation }: ReadoutQuote): string {
  return [...lines.map(({ speaker, text }) => `${speaker ?? ''} ${text}`), citation].join('\n');
}
