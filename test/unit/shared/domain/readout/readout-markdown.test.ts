// The Markdown readout: the same document in words, and nothing of the study ever formatting, link or HTML.
import { JSDOM } from 'jsdom';
import { marked as markdown, type Token } from 'marked';
import { describe, expect, it } from 'vitest';

import { buildReadout } from '#shared/domain/readout/build-readout';
import { escapeLineStart, escapeMarkdown } from '#shared/domain/readout/escape-markdown';
import { readoutMarkdown } from '#shared/domain/readout/readout-markdown';
import { asSeen, HOSTILE_TEXTS, marked, naughtyStrings, plantEverywhere } from '#test/builders/hostile-texts';
import { buildRenewalStudy } from '#test/builders/renewal-study';
import { SHARED_DATA_FOLDER } from '#test/builders/shared-data';
import type { StudyBuilder } from '#test/builders/study-builder';

function exported(study: StudyBuilder, names: 'pseudonyms' | 'names' = 'names'): string {
  return readoutMarkdown(buildReadout(study.state, { names, today: '2026-06-30', turnSpeakers: study.turnSpeakers }));
}

const read = (source: string): Document => new JSDOM(markdown.parse(source, { async: false })).window.document;

const ALLOWED = new Set('html head body h1 h2 h3 h4 p a strong em br blockquote ul li table thead tbody tr th td'.split(' '));

/** Kinds of token that the document never writes itself. */
function foreignTokens(source: string): string[] {
  const found: string[] = [];
  void markdown.walkTokens(markdown.lexer(source), (token: Token) => {
    const ownLink = token.type === 'link' && /^#finding-\d+$/.test(String(token.href));
    if (['html', 'code', 'codespan', 'image', 'del', 'hr', 'def', 'checkbox'].includes(token.type)) found.push(token.raw);
    if (token.type === 'link' && !ownLink) found.push(token.raw);
    if (token.type === 'list' && token.ordered) found.push(token.raw);
  });
  return found;
}

describe('the document', () => {
  const source = exported(buildRenewalStudy(), 'pseudonyms');
  const document = read(source);

  it('has its sections as headings, quotes as quotes and the matrix as a table', () => {
    expect([...document.querySelectorAll('h2')].map((heading) => heading.textContent)).toEqual([
      'One page',
      'Where the company agrees and differs',
      'Sales',
      'Support',
      'Finance',
      'The customer, as heard',
      'Finding 1',
      'Finding 2',
      'Finding 3',
      'Appendix: method and sample',
      'Appendix: codebook',
    ]);
    expect(document.querySelector('blockquote')?.textContent).toMatch(/P0\d · (?:sales-led|trial) · May 2026/);
    expect([...document.querySelectorAll('table')].map((table) => table.querySelectorAll('tr').length)).toEqual([4, 4, 9, 2]);
    expect(document.querySelector('tbody td + td')?.textContent).toBe('◆ Differs Sa1 (0 for, 6 against)');
  });

  it('leads from headlines to findings', () => {
    expect([...document.querySelectorAll('a')].map((link) => link.getAttribute('href')).slice(0, 3)).toEqual([
      '#finding-1',
      '#finding-2',
      '#finding-3',
    ]);
  });

  it('keeps neighbouring quotes apart', () => {
    expect(document.querySelectorAll('blockquote').length).toBe((source.match(/^> — /gm) ?? []).length);
  });
});

/** Every text must be seen as it was written once the Markdown is read, and nothing of it may have become formatting. */
function expectHarmless(texts: readonly string[]): void {
  const source = exported(plantEverywhere(texts));
  expect(foreignTokens(source)).toEqual([]);
  const document = read(source);
  expect([...document.querySelectorAll('*')].map((element) => element.localName).filter((name) => !ALLOWED.has(name))).toEqual([]);
  const seen = asSeen(document.body.textContent ?? '');
  for (const [index, text] of texts.entries()) expect(seen).toContain(asSeen(marked(text, index)));
  const codebook = [...document.querySelectorAll('table')].at(-1);
  const rows = [...(codebook?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    [...row.children].map((cell) => asSeen(cell.textContent ?? '')),
  );
  expect(rows).toEqual(texts.map((text, index) => Array(4).fill(asSeen(marked(text, index)))));
  expect(asSeen(document.querySelector('h1')?.textContent ?? '')).toBe(asSeen(marked(texts[0] ?? '', 0)));
}

const naughty = naughtyStrings();

describe('hostile texts', () => {
  it.each(HOSTILE_TEXTS)('%j stays text in every field', (text) => expectHarmless([text, 'plain']));

  it.skipIf(naughty === null)(`all naughty strings stay text in every field (needs ${SHARED_DATA_FOLDER}/misc/blns.json)`, () => {
    const texts = naughty ?? [];
    for (let start = 0; start < texts.length; start += 40) expectHarmless(texts.slice(start, start + 40));
  });

  it('would do harm without escaping: the reader used here makes markup of them', () => {
    expect(foreignTokens('<b>x</b>\n\n![i](http://x)\n\n~~a~~\n\n1. a\n\nwww.evil.example').length).toBeGreaterThan(4);
  });

  it('keep their line breaks, and lose their meaning at the start of a line', () => {
    expect(escapeMarkdown('a\r\nb\u2028c')).toBe('a\nb\nc');
    expect(escapeMarkdown('\uD800 \0')).toBe('\uFFFD \uFFFD');
    expect(['- a', '1. a', '===', '   + a'].map(escapeLineStart)).toEqual(['\\- a', '1\\. a', '\\===', '\\+ a']);
  });
});
