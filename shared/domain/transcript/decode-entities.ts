// Decodes the HTML character references that captions and Markdown contain.

/** The names of U+00A0 to U+00FF, in order (HTML, named character references). */
const LATIN = (
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para ' +
  'middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave ' +
  'Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc ' +
  'Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc ' +
  'iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
).split(' ');

/** Letters by the names of their references, without `&` and `;`. */
export const NAMED_LETTERS: ReadonlyMap<string, string> = new Map<string, string>([
  ['amp', '&'],
  ['AMP', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['lrm', '\u200E'],
  ['rlm', '\u200F'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['hellip', '…'],
  ['bull', '•'],
  ['euro', '€'],
  ['trade', '™'],
  ['OElig', 'Œ'],
  ['oelig', 'œ'],
  ...LATIN.map((name, index): [string, string] => [name, String.fromCharCode(0xa0 + index)]),
]);

/** Replaces `&amp;`, `&#39;`, `&#x27;` and the common names; what is no known reference stays as it stands. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,8}));/gu, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED_LETTERS.get(String(name)) ?? whole;
    const value = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    const readable = value >= 0x20 && value <= 0x10ffff && (value < 0xd800 || value > 0xdfff);
    return readable ? String.fromCodePoint(value) : whole;
  });
}
