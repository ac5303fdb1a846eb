// Text as Plumbline stores, counts, cuts and compares it.

/** Stored form of any text a person gives: NFC, LF line ends. */
export function normaliseText(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC');
}

/** Words as a reader counts them: runs of non-space characters. */
export function countWords(text: string): number {
  let words = 0;
  let inside = false;
  for (const character of text) {
    const space = character.trim() === '';
    if (!space && !inside) words += 1;
    inside = !space;
  }
  return words;
}

/** Cuts a text for a label, at a word where possible, with an ellipsis. Lengths are UTF-16 units. */
export function shorten(text: string, maximum: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= maximum) return flat;
  const cut = flat.slice(0, maximum - 1);
  const space = cut.lastIndexOf(' ');
  const end = space > maximum / 2 ? space : cut.length;
  return `${cut.slice(0, isLowSurrogate(cut, end) ? end - 1 : end).trimEnd()}…`;
}

/**
 * Cuts characters off the ends of a text, in linear time: a pattern like `/x+$/` would be tried anew at every place, which on a
 * long run that does not end the text takes time in proportion to its square.
 * @param cut matches one character that goes.
 */
export function trimCharacters(text: string, cut: RegExp, ends: 'both' | 'end' = 'both'): string {
  let end = text.length;
  while (end > 0) {
    const width = isLowSurrogate(text, end - 1) && isHighSurrogate(text, end - 2) ? 2 : 1;
    if (!cut.test(text.slice(end - width, end))) break;
    end -= width;
  }
  let start = 0;
  if (ends === 'end') return text.slice(0, end);
  while (start < end) {
    const width = isHighSurrogate(text, start) && isLowSurrogate(text, start + 1) ? 2 : 1;
    if (!cut.test(text.slice(start, start + width))) break;
    start += width;
  }
  return text.slice(start, end);
}

/** Lines of a text as one line, with a space where each break was. */
export function joinedLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

/**
 * A sentence of ours that holds names: without the characters that only steer the direction of text, so that a name cannot turn the
 * words around it. Names and texts of their own keep them and are isolated where they are shown.
 */
export function withoutDirections(text: string): string {
  return text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

/** For comparing and searching names: case and diacritics do not count. */
export function foldForSearch(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** `1 person`, `2 people`. */
export function countNoun(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function isHighSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
