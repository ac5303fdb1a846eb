// XML without entities of its own, without endless depth, and in the encodings that documents use.
import { describe, expect, it } from 'vitest';

import { MAXIMUM_DEPTH, readXml } from '#core/intake/read-xml';

function read(xml: string | Uint8Array): string {
  const found: string[] = [];
  readXml('a.docx', typeof xml === 'string' ? Buffer.from(xml) : xml, {
    open: (name, attributes) =>
      found.push(
        `<${name}${Object.entries(attributes)
          .map(([key, value]) => ` ${key}=${value}`)
          .join('')}>`,
      ),
    close: (name) => found.push(`</${name}>`),
    text: (text) => found.push(text),
  });
  return found.join('');
}

const LAUGHS = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "${'&lol;'.repeat(10)}"><!ENTITY lol2 "${'&lol1;'.repeat(10)}">]><lolz>&lol2;</lolz>`;
const EXTERNAL = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>';

describe('readXml', () => {
  it('reports elements, attributes, text and CDATA', () => {
    expect(read('<?xml version="1.0"?><!--c--><a x="1"><b>t &amp; &#233;</b><![CDATA[<raw>]]></a>')).toBe('<a x=1><b>t & é</b><raw></a>');
  });

  it('reads UTF-16 and declared encodings', () => {
    expect(read(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<a>é</a>', 'utf16le')]))).toBe('<a>é</a>');
    expect(read(Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>é</a>', 'latin1'))).toBe('<a>é</a>');
  });

  it('passes over a document type that declares nothing', () => {
    expect(read('<!DOCTYPE manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd"><a/>')).toBe('<a></a>');
  });

  it.each([
    ['a billion laughs', LAUGHS, 'declares entities of its own'],
    ['an entity from a file', EXTERNAL, 'declares entities of its own'],
    ['an unknown entity', '<a>&who;</a>', 'damaged inside'],
    ['elements that cross', '<a><b></a></b>', 'damaged inside'],
    ['an end in the middle', '<a><b>text', 'damaged inside'],
    ['nothing', '', 'damaged inside'],
    ['depth without end', `${'<a>'.repeat(MAXIMUM_DEPTH + 1)}x${'</a>'.repeat(MAXIMUM_DEPTH + 1)}`, 'deep inside of each other'],
    ['great depth that never closes', '<a>'.repeat(500_000), 'deep inside of each other'],
  ])('refuses %s', (_what, xml, sentence) => {
    expect(() => read(xml)).toThrowError(expect.objectContaining({ code: 'unreadable-file', message: expect.stringContaining(sentence) }));
  });

  it('reads as deep as documents go', () => {
    expect(read(`${'<a>'.repeat(MAXIMUM_DEPTH)}x${'</a>'.repeat(MAXIMUM_DEPTH)}`)).toContain('x');
  });
});
