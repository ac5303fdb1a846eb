// TTML captions: times of every kind, agents, broken XML, and the real files of ../shared/data.
import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/lib/app-error';
import { parseSrt } from '#shared/domain/transcript/parse-srt';
import { readSourceFile } from '#core/intake/read-source-file';
import { readTtml } from '#core/intake/read-ttml';
import { readTtmlClock, readTtmlTime } from '#core/intake/ttml-time';
import { SHARED_DATA_FOLDER, sharedData } from '#test/builders/shared-data';

const utf8 = new TextEncoder();
const NAMESPACES =
  'xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xmlns:ttp="http://www.w3.org/ns/ttml#parameter"';
const file = (body: string, more = ''): Uint8Array => utf8.encode(`<?xml version="1.0"?><tt ${NAMESPACES} ${more}>${body}</tt>`);
const read = (body: string, more = ''): ReturnType<typeof readTtml> => readTtml('a.ttml', file(body, more));
const cuesOf = (body: string, more = ''): unknown[] => read(body, more).cues?.map((cue) => [cue.startMs, cue.endMs, cue.text]) ?? [];

describe('readTtml', () => {
  it('reads paragraphs, breaks, entities and nested times', () => {
    expect(
      cuesOf(
        '<body begin="10s"><div begin="1s"><p begin="0.5s" dur="2s">A &amp; b<br/>  c&nbsp;d</p><p begin="4s" end="5s">e</p></div></body>',
      ),
    ).toEqual([
      [11_500, 13_500, 'A & b\nc d'],
      [15_000, 16_000, 'e'],
    ]);
  });

  it('names speakers by their agents', () => {
    const head =
      '<head><metadata><ttm:agent xml:id="a1" type="person"><ttm:name type="full">Ana Pérez</ttm:name></ttm:agent></metadata></head>';
    const { speakers, turns } = read(
      `${head}<body><div><p begin="1s" end="2s" ttm:agent="a1">Hi</p><p begin="2s" end="3s" ttm:agent="b">Ho</p></div></body>`,
    );
    expect(speakers).toEqual(['Ana Pérez', 'b']);
    expect(turns.map((turn) => turn.text)).toEqual(['Hi', 'Ho']);
  });

  it('takes timed spans for captions where the paragraph has no time', () => {
    expect(cuesOf('<body><div><p><span begin="1s" end="2s">One</span> <span begin="2s" end="3s">two</span></p></div></body>')).toEqual([
      [1000, 2000, 'One'],
      [2000, 3000, 'two'],
    ]);
    expect(cuesOf('<body><div><p begin="1s" end="3s"><span begin="0s">One</span> <span begin="1s">two</span></p></div></body>')).toEqual([
      [1000, 3000, 'One two'],
    ]);
  });

  it('keeps captions without any time, and says so', () => {
    const { turns, warnings } = read('<body><div><p>Only words.</p></div></body>');
    expect([turns[0]?.startMs, turns[0]?.text, warnings[0]]).toEqual([null, 'Only words.', 'The captions have no times.']);
  });

  it.each([
    ['<!DOCTYPE tt [<!ENTITY x "y">]><tt><body><p begin="1s">&x;</p></body></tt>', 'declares a document type'],
    [`<tt>${'<div>'.repeat(200)}`, 'nests more than 100 levels'],
    ['<tt><body/></tt>', 'holds no captions'],
    ['<tt><body><p begin="1s"', 'XML is broken in line 1'],
    ['<html><body><p>x</p></body></html>', 'XML of another kind'],
    [`<tt>${'&x;'.repeat(3000)}</tt>`, 'XML is broken from line 1 on'],
  ])('refuses %j', (text, reason) => {
    expect(() => readTtml('a.ttml', utf8.encode(text))).toThrow(reason);
  });

  it('reads over faults that leave the captions readable, and tells where they are', () => {
    const { turns, warnings } = read('<body><p begin="1s" end="2s">One <i>two</p>\n<p begin="3s">three</p></body>');
    expect(turns.map((turn) => turn.text).join(' ')).toBe('One two three');
    expect(warnings[0]).toContain('XML is broken in line');
  });

  it('gives a transcript or a refusal for anything made of its pieces', () => {
    const piece = fc.constantFrom(
      '<tt>',
      '</tt>',
      '<body>',
      '<p begin="1s">',
      '<p begin="x" dur="-1">',
      '</p>',
      '<span begin="0:0:1">',
      '</span>',
      '<br/>',
      '&amp;',
      '&x;',
      '<',
      '>',
      'word',
      ' ',
      '<![CDATA[x]]>',
      '<!--',
      '-->',
      '\uFFFF',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          const { turns, warnings } = readTtml('a.ttml', utf8.encode(`<tt>${pieces.join('')}`));
          expect(turns.length).toBeGreaterThan(0);
          expect(warnings.every((warning) => warning.endsWith('.'))).toBe(true);
          for (const { startMs, endMs } of turns)
            expect([startMs, endMs].every((time) => time === null || (Number.isSafeInteger(time) && time >= 0))).toBe(true);
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== 'unreadable-file') throw error;
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe('readTtmlTime', () => {
  const clock = readTtmlClock(
    new Map([
      ['frameRate', '24'],
      ['frameRateMultiplier', '1000 1001'],
      ['tickRate', '10000000'],
    ]),
  );
  it.each([
    ['01:02:03.5', 3_723_500],
    ['00:00:01:12', 1501],
    ['1.5s', 1500],
    ['1500ms', 1500],
    ['2m', 120_000],
    ['1h', 3_600_000],
    ['24f', 1001],
    ['15000000t', 1500],
    ['00:61:00', null],
    ['-1s', null],
    ['soon', null],
  ])('%s is %s', (value, ms) => expect(readTtmlTime(value, clock)).toBe(ms));
});

describe.skipIf(sharedData('captions/node-captions') === null)(`shared TTML (needs ${SHARED_DATA_FOLDER})`, () => {
  const bytes = (name: string): Uint8Array => readFileSync(sharedData(`captions/node-captions/${name}`) ?? '');

  it('test.xml has the captions of test.srt, to the hundredth of a second', async () => {
    const { format, cues = [], warnings } = await readSourceFile('test.xml', bytes('test.xml'));
    const spoken = cues.filter((cue) => cue.text !== '');
    const { cues: expected } = parseSrt(new TextDecoder().decode(bytes('test.srt')));
    expect([format, spoken.length]).toEqual(['ttml', 511]);
    expect(spoken.every((cue, at) => Math.abs(cue.startMs - (expected[at]?.startMs ?? 0)) < 10)).toBe(true);
    expect(warnings.join(' ')).toMatch(/XML is broken in line 95.+hundredths/u);
  });

  it('test_ttml.xml', async () => {
    const { format, cues = [] } = await readSourceFile('captions.dfxp', bytes('test_ttml.xml'));
    expect([format, cues.length, cues[0]?.startMs]).toEqual(['ttml', 873, 5770]);
  });
});
