// The HTML readout: one file, its own policy, nothing of the study ever markup, ready to print.
import { createHash } from 'node:crypto';

import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';

import { buildReadout } from '#shared/domain/readout/build-readout';
import { cssString, inlineStyle, markup } from '#shared/domain/readout/markup';
import { readoutHtml } from '#shared/domain/readout/readout-html';
import { asSeen, HOSTILE_TEXTS, marked, naughtyStrings, plantEverywhere } from '#test/builders/hostile-texts';
import { buildRenewalStudy } from '#test/builders/renewal-study';
import { SHARED_DATA_FOLDER } from '#test/builders/shared-data';
import type { StudyBuilder } from '#test/builders/study-builder';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');

function exported(study: StudyBuilder, names: 'pseudonyms' | 'names' = 'names'): string {
  return readoutHtml(buildReadout(study.state, { names, today: '2026-06-30', turnSpeakers: study.turnSpeakers }), sha256);
}

const parse = (source: string): Document => new JSDOM(source).window.document;

const ALLOWED_ELEMENTS = new Set(
  'html head meta title style body a header h1 h2 h3 h4 p nav ol ul li bdi main section dl div dt dd span figure blockquote figcaption table caption thead tbody tr th td svg circle path'.split(
    ' ',
  ),
);
const ALLOWED_ATTRIBUTES = new Set(
  'lang charset http-equiv content name class href id dir scope role aria-label aria-labelledby aria-hidden tabindex focusable viewBox width height cx cy r d fill stroke stroke-width stroke-dasharray'.split(
    ' ',
  ),
);

/** Everything in a document that no readout may hold. */
function foreignParts(document: Document): string[] {
  return [...document.querySelectorAll('*')].flatMap((element) => [
    ...(ALLOWED_ELEMENTS.has(element.localName) ? [] : [element.outerHTML.slice(0, 120)]),
    ...[...element.attributes]
      .filter(({ name, value }) => !ALLOWED_ATTRIBUTES.has(name) || (name === 'href' && !/^#[a-z0-9-]+$/.test(value)))
      .map(({ name, value }) => `${element.localName} ${name}=${value}`),
  ]);
}

describe('the file', () => {
  const source = exported(buildRenewalStudy(), 'pseudonyms');
  const document = parse(source);

  it('allows its one style by the hash of its text, and nothing else', () => {
    const style = document.querySelector('style')?.textContent ?? '';
    expect(document.querySelectorAll('style')).toHaveLength(1);
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
    expect(policy.startsWith(`default-src 'none'; style-src 'sha256-${sha256(style)}'; img-src data:`)).toBe(true);
    expect(source.indexOf('Content-Security-Policy')).toBeLessThan(source.indexOf('<style'));
    expect(source).not.toMatch(/<script|<link|@import|url\(|style="|https?:/i);
  });

  it('holds only allowed elements, unique ids, and links that lead somewhere', () => {
    expect(foreignParts(document)).toEqual([]);
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
    const broken = [...document.querySelectorAll('a')]
      .map((link) => link.getAttribute('href')?.slice(1) ?? '')
      .filter((id) => !ids.includes(id));
    expect(broken).toEqual([]);
  });

  it('leads from each headline to its finding and from each quote to its home', () => {
    const claim = document.querySelector('#one-page .claim');
    const finding = document.querySelector(claim?.querySelector('.people a')?.getAttribute('href') ?? 'none');
    expect(finding?.querySelector('h3')?.textContent).toBe(claim?.querySelector('.claim-text bdi')?.textContent);
    const home = document.querySelector(claim?.querySelector('figcaption a')?.getAttribute('href') ?? 'none');
    expect(finding?.contains(home)).toBe(true);
    expect(home?.querySelector('blockquote')?.textContent).toBe(claim?.querySelector('blockquote')?.textContent);
  });

  it('has a language, one first heading, and headings that never skip a level', () => {
    expect(document.documentElement.lang).toBe('en');
    const levels = [...document.querySelectorAll('h1,h2,h3,h4')].map((heading) => Number(heading.localName.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
    expect(
      [...document.querySelectorAll('table')].every((table) => table.caption !== null && table.querySelector('th[scope]') !== null),
    ).toBe(true);
  });

  it('shows each verdict as a word beside its shape', () => {
    const verdicts = [...document.querySelectorAll('.verdict .word, .mark .word')];
    expect(verdicts.length).toBeGreaterThan(5);
    for (const verdict of verdicts) {
      expect(verdict.querySelector('svg[aria-hidden="true"]')).not.toBeNull();
      expect(verdict.textContent?.trim().length).toBeGreaterThan(5);
    }
  });

  it('gives every section its own printed page with a running head, the matrix across', () => {
    const style = document.querySelector('style')?.textContent ?? '';
    const sections = [...document.querySelectorAll('section')];
    for (const [index, section] of sections.entries()) {
      expect(section.classList.contains(`page-${index + 1}`)).toBe(true);
      expect(style).toContain(`.page-${index + 1}{page:page-${index + 1}}@page page-${index + 1}{`);
    }
    expect(style).toContain('@page page-2{size:A4 landscape;');
    expect(style).toContain('@top-right{content:"Sales"');
    expect(style).toMatch(/widows: 3/);
    expect(style).toMatch(/break-inside: avoid/);
    expect(style).toContain('prefers-color-scheme: dark');
  });
});

/** Every text must be seen in the document as it was written, and nothing of it may have become markup. */
function expectHarmless(texts: readonly string[]): void {
  const source = exported(plantEverywhere(texts));
  const document = parse(source);
  expect(foreignParts(document)).toEqual([]);
  document.querySelector('style')?.remove();
  const seen = asSeen(document.body.textContent ?? '');
  for (const [index, text] of texts.entries()) expect(seen).toContain(asSeen(marked(text, index)));
  const rows = [...document.querySelectorAll('#codebook tbody tr')].map((row) =>
    [...row.children].map((cell) => asSeen(cell.textContent ?? '')),
  );
  expect(rows).toEqual(texts.map((text, index) => Array(4).fill(asSeen(marked(text, index)))));
  const title = marked(texts[0] ?? '', 0);
  expect(asSeen(document.querySelector('h1')?.textContent ?? '')).toBe(asSeen(title));
  expect(asSeen(document.title)).toContain(asSeen(title));
}

const naughty = naughtyStrings();

describe('hostile texts', () => {
  it.each(HOSTILE_TEXTS)('%j stays text in every field', (text) => expectHarmless([text, 'plain']));

  it.skipIf(naughty === null)(
    `all naughty strings stay text in every field (needs ${SHARED_DATA_FOLDER}/misc/blns.json)`,
    () => {
      const texts = naughty ?? [];
      for (let start = 0; start < texts.length; start += 40) expectHarmless(texts.slice(start, start + 40));
    },
    240_000,
  );

  it('cannot leave the style sheet through a running head', () => {
    expect(cssString('a"; } </style><script>\\ \n')).toBe('"a\\22 ; \\7d  \\3c \\2f style\\3e \\3c script\\3e \\5c  \\a "');
    expect(() => inlineStyle('a{}</style>')).toThrow(TypeError);
  });

  it('are escaped by the template, wherever they come from', () => {
    const text = '<b a="1">&\'\r\0';
    expect(markup`<p title="${text}">${text}${[markup`<i>${text}</i>`]}</p>`.toString()).not.toMatch(/<b|"1"|\0|\r/);
    expect(parse(markup`<p>${text}</p>`.toString()).querySelector('p')?.textContent).toBe('<b a="1">&\'\r\uFFFD');
  });
});
