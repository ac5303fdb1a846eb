// Nothing that reads a foreign text takes time out of proportion to its length: every pattern in the sources, every importer, the
// search, the readout's words and the Markdown of memos (trust.md C6, C12).
import { Marked } from 'marked';
import { describe, expect, it } from 'vitest';

import { readQuoteRows } from '#core/services/quotes-import';
import { unitsOf } from '#shared/domain/coding/text-units';
import { createNameMask } from '#shared/domain/readout/name-mask';
import { escapeMarkdown } from '#shared/domain/readout/escape-markdown';
import { guardedWordings } from '#shared/domain/readout/guarded-words';
import { tokenise } from '#shared/domain/themes/tokenise';
import { findQuote } from '#shared/domain/transcript/anchor';
import { readTranscript } from '#shared/domain/transcript/read-transcript';
import { AppError } from '#shared/lib/app-error';
import { joinedLines, shorten, trimCharacters } from '#shared/lib/text';
import { excessiveGrowth } from '#test/builders/growth';
import { attackRegex } from '#test/builders/regex-attack';
import { regexesOf } from '#test/builders/regex-sources';
import { buildStudy } from '#test/builders/study-builder';

import { BoundedTokenizer, withoutEndlessRuns } from '../../renderer/ui/bounded-tokenizer.ts';

/** What is repeated; each has brought some parser down somewhere. */
// oxfmt-ignore
const PUMPS = [
  'a', 'A ', '.', ' ', '\t', '"', '<', '<b>', '{', '[', '(', '&amp', '&#1', '\\', '*', '**', '_', '#', '- ', '> ', '1', '1:', '00:01:',
  '[00:01:02]', 'Ana: ', '::', 'A: b\n', 'Ana\n', 'Ana\n\n', '\n', '00:00:01.000 --> 00:00:02.000\n', '-->', '-->\n', '- a\n', '1\n',
  '1\n00:00:01,000 --> 00:00:02,000\nA: x\n\n', 'NOTE\n\n', '(a)', '<v A>', '<v ', '{\\a', '\u0301', '\u202e', '\u3042', '—',
  'P1: yes\nP2: no\n', 'Q. a\nA. b\n', '**A:** b\n', 'x"1" (1)\n', '\u0000', '\r', '\u2028', 'Mr. ', 'a:\n', '[a] b\n', '\ud83d\ude00',
];
const LENGTH = 40_000;
const CUE = '00:00:01.000 --> 00:00:02.000\n';

/** @returns the inputs on which the work grows too fast. */
function tooFast(work: (text: string) => unknown, around: readonly string[], length = LENGTH, pumps: readonly string[] = PUMPS): string[] {
  return pumps.flatMap((pump) =>
    around.flatMap((before) => {
      const growth = excessiveGrowth((size) => work(before + pump.repeat(size / pump.length) + '\nBen: end'), length, 20);
      return growth ? [`${JSON.stringify(before + pump)}: ${growth.ms.toFixed(0)} ms, ${growth.ratio.toFixed(1)} times`] : [];
    }),
  );
}

/** Reads, or says why not. */
function read(fileName: string): (text: string) => void {
  return (text) => {
    try {
      readTranscript(fileName, Buffer.from(text));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  };
}

describe('patterns', () => {
  const sources = regexesOf(['shared', 'electron', 'renderer']);

  it('of all sources take time in proportion to the text', () => {
    expect(sources.length).toBeGreaterThan(180);
    expect(sources.flatMap((source) => attackRegex(source) ?? [])).toEqual([]);
  });

  it.each([/^(a+)+$/, /\s+$/, /<!--.*-->/, /\d+%/])('like %s would be found', (regex) => {
    expect(attackRegex({ place: 'here', regex })).not.toBeNull();
  });
});

describe('importers', () => {
  it.each([
    ['a.txt', ['', 'Ana: hello\nBen: yes\nAna: ']],
    ['a.md', ['', '**Ana:** hello\n\n**Ben:** yes\n\n']],
    ['a.vtt', ['WEBVTT\n\n', `WEBVTT\n\n${CUE}`]],
    ['a.srt', ['', CUE]],
    ['a.unknown', ['Ana: hello\nBen: yes\n']],
  ])('read %s in proportion to its size', (fileName, around) => expect(tooFast(read(fileName), around)).toEqual([]));

  it('read tables of quotes in proportion to their size', () => {
    const work = (text: string): void => {
      try {
        readQuoteRows(Buffer.from(text), 'quotes.csv');
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
      }
    };
    expect(tooFast(work, ['quote,tags\n', 'quote,tags\n"', ''], LENGTH, [...PUMPS, ',', '""', '"a",', '"\n"', 'a,b\n', ';'])).toEqual([]);
  });
});

describe('words', () => {
  const study = buildStudy();
  study.participant({ name: 'Ana Maria', pseudonym: 'P01' });
  const mask = createNameMask(study.state);

  it.each<[string, (text: string) => unknown]>([
    ['cutting into sentences', (text) => unitsOf({ text }, 'sentence')],
    ['cutting into words', (text) => unitsOf({ text }, 'word')],
    ['finding a quote', (text) => findQuote([{ speaker: null, startMs: null, endMs: null, text }], `${text.slice(0, 2000)} not there`)],
    ['masking names', (text) => mask.mask(text)],
    ['escaping Markdown', escapeMarkdown],
    ['guarding words', (text) => guardedWordings(text, 3)],
    ['making terms', tokenise],
    ['joining lines', joinedLines],
    ['trimming', (text) => trimCharacters(text, /[\s.!,?a]/u)],
    ['shortening', (text) => shorten(text, 200)],
  ])('%s takes time in proportion to the text', (_name, work) => expect(tooFast(work, ['', 'x '])).toEqual([]));
});

describe('the Markdown of a memo', () => {
  const marked = new Marked({ gfm: true, breaks: true, async: false });
  const parse = (text: string): unknown => marked.parse(withoutEndlessRuns(text), { async: false, tokenizer: new BoundedTokenizer() });

  it('does not keep the window busy at the size that a memo may have', () => {
    // oxfmt-ignore
    const hard = ['*a_', '*a_ ', '_a', '~~a*', '> ', '>', '- ', '1. ', ' ', '[', '`a ', 'a**'];
    const slow = hard.filter((pump) => {
      const begun = process.threadCpuUsage().user;
      parse(pump.repeat(100_000 / pump.length));
      return process.threadCpuUsage().user - begun > 10_000_000;
    });
    expect(slow).toEqual([]);
  });

  it('reads what a person writes as before', () => {
    const text = '# A\n\n*a* **b** ~~c~~ `d`\n\n- one\n  - two\n    1. three\n\n> said\n> > again\n\n| a | b |\n|---|---|\n| 1 | 2 |\n';
    expect(parse(text)).toBe(marked.parse(text));
  });
});
