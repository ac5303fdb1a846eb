// Which letters the bytes of a rich text stand for: code pages and character sets of fonts.

/** Encodings by the numbers of `\ansicpg` and `\cpg`, as TextDecoder names them; 437 and 850 are read from the tables below. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  437: 'cp437',
  850: 'cp850',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  65001: 'utf-8',
};

/** Code pages by the numbers of `\fcharset` (RTF specification 1.9.1, "Font table"); -1 is the Symbol font. */
const CHARSETS: Readonly<Record<number, number>> = {
  2: -1,
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
};

export const SYMBOL_PAGE = -1;
const DEFAULT = 'windows-1252';

// The upper halves of the two code pages of DOS, from 0x80 on, as IBM and Microsoft publish them.
const DOS_TABLES: Readonly<Record<string, string>> = {
  cp437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
};

/** Letters of the Symbol font (Adobe Symbol encoding) that occur in text: Greek at the places of the Latin letters, and a few signs. */
const SYMBOL_LATIN = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const SYMBOL_SMALL = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';
const SYMBOL_SIGNS: Readonly<Record<number, string>> = {
  0x22: '∀',
  0x24: '∃',
  0x27: '∋',
  0x2a: '∗',
  0x2d: '−',
  0x40: '≅',
  0x5c: '∴',
  0x5e: '⊥',
  0x7e: '∼',
  0xa3: '≤',
  0xa5: '∞',
  0xab: '↔',
  0xac: '←',
  0xad: '↑',
  0xae: '→',
  0xaf: '↓',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xba: '≡',
  0xbb: '≈',
  0xbc: '…',
  0xd6: '√',
  0xe5: '∑',
  0xa0: '€',
  0xa2: '′',
  0xb2: '″',
  0xb6: '∂',
  0xc5: '⊕',
  0xc6: '∅',
  0xc7: '∩',
  0xc8: '∪',
  0xce: '∈',
  0xd2: '®',
  0xd3: '©',
  0xd4: '™',
  0xd5: '∏',
  0xd9: '∧',
  0xda: '∨',
  0xdb: '⇔',
  0xdc: '⇐',
  0xde: '⇒',
  0xf2: '∫',
};

/** The code page of a font by its character set; null where the document's own counts. */
export function pageOfCharset(charset: number): number | null {
  return CHARSETS[charset] ?? null;
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

/** Letters of bytes in a code page; an unknown one is read as Windows-1252. */
export function decodePage(bytes: Uint8Array, page: number): string {
  if (page === SYMBOL_PAGE) return Array.from(bytes, symbol).join('');
  const label = CODE_PAGES[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : DEFAULT);
  const table = DOS_TABLES[label];
  if (table !== undefined)
    return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (table[byte - 0x80] ?? ''))).join('');
  let decoder = decoders.get(label);
  if (decoder === undefined) decoders.set(label, (decoder = new TextDecoder(label)));
  return decoder.decode(bytes);
}

function symbol(byte: number): string {
  if (byte >= 0x41 && byte <= 0x5a) return SYMBOL_LATIN[byte - 0x41] ?? '';
  if (byte >= 0x61 && byte <= 0x7a) return SYMBOL_SMALL[byte - 0x61] ?? '';
  return SYMBOL_SIGNS[byte] ?? (byte < 0x80 ? String.fromCharCode(byte) : '');
}
