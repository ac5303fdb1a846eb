// Voices, tags and character references in caption payloads.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readCueText } from '#shared/domain/transcript/read-cue-text';

describe('readCueText', () => {
  it.each([
    ['<v Mary>Hello', [{ speaker: 'Mary', text: 'Hello' }]],
    [
      '<v.loud.first Esme  O&rsquo;Leary>Hi</v> there',
      [
        { speaker: 'Esme O’Leary', text: 'Hi' },
        { speaker: null, text: ' there' },
      ],
    ],
    [
      '<v Ana>One<v Ben><i>Two</i>',
      [
        { speaker: 'Ana', text: 'One' },
        { speaker: 'Ben', text: 'Two' },
      ],
    ],
    ['<v>Hello', [{ speaker: null, text: 'Hello' }]],
    ['<c.red>a</c><b>b</b> <00:01.000>c<lang en>d</lang><ruby>e<rt>f</rt></ruby>', [{ speaker: null, text: 'ab cdef' }]],
    ['5 &lt; 6 &amp; 7 &gt; 1 &nbsp;&#39;&#x41;&eacute;&unknown; &', [{ speaker: null, text: "5 < 6 & 7 > 1 \u00a0'Aé&unknown; &" }]],
    ['x < 5 and I <3 you', [{ speaker: null, text: 'x < 5 and I <3 you' }]],
    ['unclosed <b', [{ speaker: null, text: 'unclosed <b' }]],
    ['<i> </i>', []],
  ])('reads %j as WebVTT', (payload, voices) => expect(readCueText(payload, 'webvtt')).toEqual(voices));

  it.each([
    ['<i>Hello</i> <font color="#ff0000">you</font>', 'Hello you'],
    ['{\\an8}Top {i}text{/i}', 'Top text'],
    ['2<3,5>1 <invalid>kept</invalid>', '2<3,5>1 <invalid>kept</invalid>'],
    ['one<br/>two', 'one\ntwo'],
  ])('reads %j as SubRip', (payload, text) => expect(readCueText(payload, 'srt')).toEqual([{ speaker: null, text }]));

  it('keeps every word that stands outside of tags', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const piece = fc.oneof(
      word.map((text) => ({ payload: `${text} `, text })),
      fc.constantFrom('<i>', '</i>', '<v Ana Smith>', '</v>', '<c.a.b>', '<00:00:01.000>', '\n').map((payload) => ({ payload, text: '' })),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const voices = readCueText(pieces.map((each) => each.payload).join(''), 'webvtt');
        const found = voices.flatMap((voice) => voice.text.split(/\s+/u).filter(Boolean));
        expect(found).toEqual(pieces.map((each) => each.text).filter(Boolean));
      }),
    );
  });
});
