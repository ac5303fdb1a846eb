// Our own Markdown documents as Word documents: the same words, styles of the program's own, hostile words as words.
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';

import { markdownDocx } from '#core/documents/markdown-docx';
import { inline, lines } from '#shared/domain/handover/markdown-blocks';
import { HOSTILE_TEXTS } from '#test/builders/hostile-texts';

const xmlOf = async (text: string): Promise<string> =>
  strFromU8(unzipSync(await markdownDocx(text))['word/document.xml'] ?? new Uint8Array());

const unescape = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** Paragraphs as `style: words`. */
function paragraphs(xml: string): string[] {
  return xml
    .split('<w:p>')
    .slice(1)
    .map((paragraph) => {
      const style = /<w:pStyle w:val="([^"]*)"/.exec(paragraph)?.[1] ?? 'Normal';
      const words = [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:br\/>/g)].map((match) => unescape(match[1] ?? '\n'));
      return `${style}: ${words.join('')}`;
    });
}

const DOCUMENT = `# Handed over: *one*

## Pains

Said by **three** people.\\
Twice.

> “It took weeks.”\\
> Twice.
>
> P01 · May 2026

1. first
2. second

- with [a link](#finding-1)

| who | what |
| --- | --- |
| P01 | a \\| b |
`;

test('headings, quotes, lists and tables get their styles; links are words', async () => {
  const xml = await xmlOf(DOCUMENT);
  expect(paragraphs(xml).filter((each) => !each.endsWith(': '))).toEqual([
    'Title: Handed over: one',
    'Heading1: Pains',
    'Normal: Said by three people.\nTwice.',
    'Quote: “It took weeks.”\nTwice.',
    'Citation: P01 · May 2026',
    'ListParagraph: first',
    'ListParagraph: second',
    'ListParagraph: with a link',
    'Cell: who',
    'Cell: what',
    'Cell: P01',
    'Cell: a | b',
  ]);
  expect(xml).toContain('<w:b/>');
  expect(xml).not.toContain('hyperlink');
});

test('two numbered lists begin with one each', async () => {
  const numbers = [...(await xmlOf('1. a\n\ntext\n\n1. b\n')).matchAll(/<w:numId w:val="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(numbers).size).toBe(2);
});

test.each(HOSTILE_TEXTS)('%j is words, in a line and as lines', async (text) => {
  const seen = paragraphs(await xmlOf(`# ${inline(text)} end\n\n${lines(text).join('\\\n')}\n\n- ${inline(text)} end\n`)).join('\n');
  const core = text
    .toWellFormed()
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .split(/\s+/)
    .find((word) => /^[\w(]{3,}$/.test(word));
  if (core !== undefined) expect(seen).toContain(core);
  expect(await xmlOf(`# ${inline(text)}\n`)).not.toMatch(/w:hyperlink|r:id="rId\d+" r:embed|w:instrText(?![^<]*(?:PAGE|NUMPAGES))/);
});
